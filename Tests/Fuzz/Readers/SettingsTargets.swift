import PackhorseCore
import PackhorseRendering

@testable import PackhorseLoading

extension FuzzSite {
  /// A file of settings, at a place that some kind of them has.
  func readSettings(_ bytes: [UInt8], at path: String) -> FuzzReading {
    let file = SourceFile(path: path, bytes: bytes)
    let loaded = read(file)
    return FuzzReading(
      output: { described(loaded) },
      faults: problemFaults(loaded.diagnostics, in: file) + referenceFaults(loaded.value))
  }

  /// A page of any kind, with its front matter typed.
  func readPage(_ bytes: [UInt8]) -> FuzzReading {
    let file = SourceFile(path: pagePath(of: bytes), bytes: bytes)
    let loaded = loadPage(PageFile(path: file.path, bytes: bytes))
    let typed = { loaded.value.map { described(($0.page.frontMatter, $0.page.bodyLine, $0.text)) } ?? "" }
    return FuzzReading(
      output: { typed() + described(loaded.diagnostics) },
      faults: problemFaults(loaded.diagnostics, in: file)
        + (checkedText(file).value.map(frontMatterFaults) ?? []))
  }

  private func read(_ file: SourceFile) -> Outcome<LoadedFile?> {
    guard file.path.hasPrefix("words/") else { return LoadedFile.read(file, isForOne: true) }
    let theme = SourceFile(path: file.path, bytes: Array("date: {form: \"{day} {month}\", title: Date}".utf8))
    return Outcome(.override(file), readWords(of: [theme], replacedBy: [file]).diagnostics)
  }

  /// The first line of a settings file of the corpus is a comment that says which it is: `# glossary`.
  func settingsPath(of bytes: [UInt8]) -> String {
    let paths = [
      UInt8(ascii: "c"): "content/criteria/any.yml", UInt8(ascii: "g"): "content/glossary.yml",
      UInt8(ascii: "m"): "content/data/measures.yml", UInt8(ascii: "p"): "content/pathways/any.yml",
      UInt8(ascii: "w"): "words/en.yml",
    ]
    return bytes.dropFirst(2).first.flatMap { paths[$0] } ?? "content/practice.yml"
  }

  /// Which kind of page follows from the length, so that every kind meets every text.
  private func pagePath(of bytes: [UInt8]) -> String {
    let paths = [
      "index.md", "modules/any/index.md", "modules/any/any.md", "stories/any.md", "evidence/any.md",
      "summaries/any.md", "practice/any.md",
    ]
    return "content/" + paths[bytes.count % paths.count]
  }

  /// Where the quick reader gives an answer, it is the one that Yams gives of what is handed to it.
  private func frontMatterFaults(_ text: ArraySlice<UInt8>) -> [String] {
    guard let block = FrontMatterBlock.cut(text, path: "x").value,
      let quick = QuickYAML.read(block.yaml, path: "x", firstLine: 2),
      YAMLGuard.fault(in: MarkPlaces(block.yaml, path: "x", firstLine: 2)) == nil
    else { return [] }
    let slow = readYAML(block.yaml, path: "x", firstLine: 2)
    return fault("quick reader's nodes", quick, slow.value ?? SourceNode(.scalar("none"), at: .file("x")))
  }

  private func referenceFaults(_ loaded: LoadedFile?) -> [String] {
    guard case .references(let references) = loaded else { return [] }
    var publication = publication
    publication.references = Dictionary(references.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    let keys = references.map(\.key)
    return markupFaults(
      renderReferences(keys: keys, timesCited: keys.map { _ in 1 }, in: publication), links: false)
  }
}
