import PackhorseCore

extension Document {
  /// The tree in one line, as in `p(words ·em(more))·ul(li(t(a)))`: siblings are parted by `·`.
  var sketch: String { sketch(0..<nodes.count) }

  private func sketch(_ range: Range<Int>) -> String {
    siblings(in: range).map { index in
      let inside = sketch(index + 1..<nodes[index].end)
      let (name, isContainer) = name(of: nodes[index].kind)
      return isContainer ? "\(name)(\(inside))" : name
    }.joined(separator: "·")
  }

  private func name(of kind: Kind) -> (name: String, isContainer: Bool) {
    switch kind {
    case .paragraph(let isTight): (isTight ? "t" : "p", true)
    case .heading(let level, let anchor): ("h\(level)#\(anchor)", true)
    case .blockQuote: ("quote", true)
    case .list(let start, _): (start == nil ? "ul" : "ol", true)
    case .item(nil): ("li", true)
    case .item(let task): (task == true ? "done" : "todo", true)
    case .codeBlock(_, let text): ("code<\(string(text))>", false)
    case .htmlBlock(let text): ("html<\(string(text))>", false)
    case .thematicBreak: ("hr", false)
    case .table(let alignments): ("table[\(alignments.map(letter).joined())]", true)
    case .tableRow(let isHeader): (isHeader ? "head" : "row", true)
    case .tableCell: ("cell", true)
    case .directive(let directive): (":::\(directive.name.rawValue)", true)
    case .text(let text): (string(text), false)
    case .softBreak: ("/", false)
    case .lineBreak: ("//", false)
    case .code(let text): ("`\(string(text))`", false)
    case .htmlInline(let text): ("html<\(string(text))>", false)
    case .emphasis: ("em", true)
    case .strong: ("strong", true)
    case .link(let destination, _): ("a<\(string(destination))>", true)
    case .image(let destination, _): ("img<\(string(destination))>", true)
    case .citation(let keys): ("@[\(keys.joined(separator: ","))]", false)
    case .inlineDirective(let name, let text): (":\(name)[\(text)]", false)
    }
  }

  private func letter(_ alignment: ColumnAlignment) -> String {
    switch alignment {
    case .none: "-"
    case .left: "l"
    case .center: "c"
    case .right: "r"
    }
  }
}
