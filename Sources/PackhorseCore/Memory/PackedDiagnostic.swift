extension PackedWriter {
  mutating func write(_ problem: Diagnostic) {
    write(problem.severity.rawValue)
    write(problem.id)
    write(problem.summary)
    write(problem.span) { $0.write($1) }
    write(problem.explanation) { $0.write($1) }
    write(problem.notes) { writer, note in
      writer.write(note.text)
      writer.write(note.span) { $0.write($1) }
    }
    write(problem.suggestion) { $0.write($1) }
    write(problem.isAboutAge ? 1 : 0)
  }

  private mutating func write(_ span: SourceSpan) {
    write(span.path)
    write(span.start, span.end)
  }
}

extension PackedReader {
  mutating func diagnostic() throws(DamagedNote) -> Diagnostic {
    guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw DamagedNote() }
    let (id, summary) = (try text(), try text())
    let span = try optionalSpan()
    let explanation = try optionalText()
    let notes = try items { (reader) throws(DamagedNote) in
      Diagnostic.Note(try reader.text(), at: try reader.optionalSpan())
    }
    return Diagnostic(
      severity, id, summary, at: span, because: explanation, notes: notes, suggestion: try optionalText(),
      isAboutAge: try number() == 1)
  }

  private mutating func optionalSpan() throws(DamagedNote) -> SourceSpan? {
    try optional { (reader) throws(DamagedNote) in
      reader.path = try reader.text()
      return try reader.span()
    }
  }
}
