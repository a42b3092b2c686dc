import PackhorseCore
import PackhorseParsing
import Testing

@Suite("Places of inlines")
struct InlinePositionTests {
  /// libcmark's own columns are wrong behind lazy lines, definitions and some line breaks; ours must not be.
  @Test func everyTextStandsWhereItsNodeSays() {
    var checked = 0
    var wrong: [(source: [UInt8], text: String)] = []
    for seed in 0..<2_500 {
      var generator = MarkdownGenerator(seed: UInt64(seed))
      let source = Array(generator.document().drop { $0 == "\u{FEFF}" }.utf8.filter { $0 != 0 })
      let options = BodyOptions(path: "a.md", additions: seed % 2 == 0, allowsHTML: true)
      let document = parseBody(source[...], options: options).value
      for node in document.nodes {
        guard case .text(let text) = node.kind, let first = document[text].first else { continue }
        checked += 1
        let found = byte(at: node.position, in: source)
        if found == first || found == UInt8(ascii: "\\") || found == UInt8(ascii: "&") { continue }
        wrong.append((source, "\(document.string(text).debugDescription) at \(node.position)"))
      }
    }
    #expect(checked > 15_000)
    wrong.sort { $0.source.count < $1.source.count }
    // libcmark gives a few places in wild documents that nothing can be made of.
    #expect(wrong.count * 50 < checked, "\(wrong.count) of \(checked), as \(wrong.first?.text ?? "")")
  }

  private func byte(at position: SourcePosition, in source: [UInt8]) -> UInt8? {
    var line = 1
    var index = 0
    while index < source.count, line < position.line {
      let isPair = source[index] == 13 && index + 1 < source.count && source[index + 1] == 10
      if source[index] == 10 || source[index] == 13 {
        line += 1
        if isPair { index += 1 }
      }
      index += 1
    }
    index += position.column - 1
    return source.indices.contains(index) ? source[index] : nil
  }
}
