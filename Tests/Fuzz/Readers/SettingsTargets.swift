import PackhorseCore
import PackhorseRendering

@testable import PackhorseLoading

extension FuzzTarget {
  static let settings = [
    text("site", at: { _ in "content/site.yml" }),
    text("settings", at: settingsPath),
    text("front-matter", at: pagePath, frontMatterFaults),
    text("references", at: { _ in "content/references.json" }, referenceFaults),
  ]

  private static func text(
    _ name: String, at path: @escaping @Sendable ([UInt8]) -> String,
    _ more: @escaping @Sendable (ArraySlice<UInt8>, LoadedFile?) -> [String] = { _, _ in [] }
  ) -> FuzzTarget {
    FuzzTarget(name: name) { bytes in
      let file = SourceFile(path: path(bytes), bytes: bytes)
      let loaded = read(file)
      return FuzzReading(
        output: { described(loaded) },
        faults: problemFaults(loaded.diagnostics, in: file)
          + (checkedText(file).value.map { more($0, loaded.value) } ?? []))
    }
  }

  private static func read(_ file: SourceFile) -> Outcome<LoadedFile?> {
    guard file.path.hasPrefix("words/") else { return LoadedFile.read(file) }
    let theme = SourceFile(path: file.path, bytes: Array("date: {form: \"{day} {month}\", title: Date}".utf8))
    return Outcome(.override(file), readWords(theme: [theme], site: [file]).diagnostics)
  }

  /// The first line of a settings file of the corpus is a comment that says which it is: `# glossary`.
  private static let settingsPath: @Sendable ([UInt8]) -> String = { bytes in
    let paths = [
      UInt8(ascii: "c"): "content/criteria/any.yml", UInt8(ascii: "g"): "content/glossary.yml",
      UInt8(ascii: "m"): "content/data/measures.yml", UInt8(ascii: "p"): "content/pathways/any.yml",
      UInt8(ascii: "w"): "words/en.yml",
    ]
    return bytes.dropFirst(2).first.flatMap { paths[$0] } ?? "content/practice.yml"
  }

  /// A page of any kind; which one follows from the length, so that every kind meets every text.
  private static let pagePath: @Sendable ([UInt8]) -> String = { bytes in
    let paths = [
      "index.md", "modules/any/index.md", "modules/any/any.md", "stories/any.md", "evidence/any.md",
      "summaries/any.md", "practice/any.md",
    ]
    return "content/" + paths[bytes.count % paths.count]
  }

  /// Where the quick reader gives an answer, it is the one that Yams gives.
  private static let frontMatterFaults: @Sendable (ArraySlice<UInt8>, LoadedFile?) -> [String] = { text, _ in
    guard let block = FrontMatterBlock.cut(text, path: "x").value,
      let quick = FlatYAML.read(block.yaml, path: "x", firstLine: 2)
    else { return [] }
    let slow = readYAML(block.yaml, path: "x", firstLine: 2)
    return fault("quick reader's nodes", quick, slow.value ?? SourceNode(.scalar("none"), at: .file("x")))
  }

  private static let referenceFaults: @Sendable (ArraySlice<UInt8>, LoadedFile?) -> [String] = { _, loaded in
    guard case .references(let references) = loaded else { return [] }
    var publication = FuzzSite.shared.publication
    publication.references = Dictionary(references.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    let keys = references.map(\.key)
    return markupFaults(
      renderReferences(keys: keys, timesCited: keys.map { _ in 1 }, in: publication), links: false)
  }
}
