import PackhorseCore
import Testing

@Suite struct PackedDocumentTests {
  @Test func keepsEveryKindOfNode() throws {
    let span = SourceSpan(path: "a.md", line: 1, column: 1, length: 3)
    let directive = Directive(name: .callout, arguments: ["kind": Located("info", at: span)], span: span)
    let kinds: [Document.Kind] = [
      .paragraph(isTight: false), .paragraph(isTight: true), .heading(level: 3, anchor: "a-b"), .blockQuote,
      .list(start: nil, isTight: true), .list(start: nil, isTight: false), .list(start: 0, isTight: true),
      .list(start: 999_999_999, isTight: false), .item(task: nil), .item(task: true), .item(task: false),
      .codeBlock(info: 0..<2, literal: 2..<5), .htmlBlock(5..<5), .thematicBreak,
      .table(alignments: [.none, .left, .center, .right]), .tableRow(isHeader: true),
      .tableRow(isHeader: false),
      .tableCell, .directive(directive), .text(5..<8), .softBreak, .lineBreak, .code(1..<2),
      .htmlInline(8..<9),
      .emphasis, .strong, .link(destination: 3..<4, title: Document.absent),
      .image(destination: 4..<9, title: 4..<4),
      .citation(keys: ["a", "b"]), .citation(keys: []), .inlineDirective(name: "term", text: "link worker"),
    ]
    let place = SourcePosition(line: 7, column: 2)
    let document = Document(
      nodes: kinds.enumerated().map { Document.Node($1, end: $0 + 1, position: place) },
      text: Array("abcdefghi".utf8))
    let unpacked = try PackedDocument(document, on: .memory).unpacked()
    #expect(unpacked.nodes.map { "\($0.kind)" } == kinds.map { "\($0)" })
    #expect(unpacked.nodes.map(\.end) == document.nodes.map(\.end))
    #expect(unpacked.text == document.text)
    #expect(unpacked.nodes.allSatisfy { $0.position == SourcePosition(line: 0, column: 0) })
  }

  @Test func keepsNesting() throws {
    let place = SourcePosition(line: 1, column: 1)
    let ends = [5, 4, 3, 4, 5]
    let kinds: [Document.Kind] = [
      .blockQuote, .paragraph(isTight: false), .emphasis, .softBreak, .thematicBreak,
    ]
    let document = Document(
      nodes: zip(kinds, ends).map { Document.Node($0, end: $1, position: place) })
    #expect(try PackedDocument(document, on: .memory).unpacked().nodes.map(\.end) == ends)
  }

  @Test func keepsNothing() throws {
    let unpacked = try PackedDocument(Document(), on: .memory).unpacked()
    #expect(unpacked.nodes.isEmpty)
    #expect(unpacked.text.isEmpty)
  }
}
