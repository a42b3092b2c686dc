extension PackedWriter {
  mutating func write(_ outline: Outline) {
    write(Array(outline.headings)) { writer, heading in
      writer.write(heading.level)
      writer.write(heading.anchor)
      writer.write(heading.text)
    }
    write(outline.links)
    write(outline.images)
    write(outline.citations)
    write(outline.directives) { writer, directive in
      writer.write(directive.name.rawValue)
      writer.write(directive.arguments.sorted { $0.key < $1.key }) { writer, argument in
        writer.write(argument.key)
        writer.write(argument.value)
      }
      writer.write(directive.span.start, directive.span.end)
    }
    write(outline.inlineDirectives) { writer, inline in
      writer.write(inline.value.name.rawValue)
      writer.write(inline.value.text)
      writer.write(inline.span.start, inline.span.end)
    }
  }
}

extension PackedReader {
  mutating func outline() throws(DamagedNote) -> Outline {
    var outline = Outline()
    for _ in 0..<(try count()) {
      outline.headings.append(
        Outline.Heading(level: try number(), anchor: try text(), text: try text()))
    }
    outline.links = try locatedTexts()
    outline.images = try locatedTexts()
    outline.citations = try locatedTexts()
    outline.directives = try items { (reader) throws(DamagedNote) in try reader.directive() }
    outline.inlineDirectives = try items { (reader) throws(DamagedNote) in
      let name = InlineDirectiveName(rawValue: try reader.text())
      guard let name else { throw DamagedNote() }
      return Located(InlineDirective(name: name, text: try reader.text()), at: try reader.span())
    }
    return outline
  }

  private mutating func directive() throws(DamagedNote) -> Directive {
    guard let name = DirectiveName(rawValue: try text()) else { throw DamagedNote() }
    let arguments = try items { (reader) throws(DamagedNote) in (try reader.text(), try reader.located()) }
    return Directive(
      name: name, arguments: Dictionary(arguments, uniquingKeysWith: { first, _ in first }), span: try span())
  }
}
