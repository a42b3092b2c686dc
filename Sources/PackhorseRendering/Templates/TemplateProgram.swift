import PackhorseCore

/// A template made ready for one kind of page: text to copy, and values to put in by their place in the page's records.
struct TemplateProgram: Sendable {
  /// A value by the record that has it (0 is the page, 1 the record of the outermost list …) and its place there.
  struct Value: Sendable {
    var depth: Int
    var place: Int
  }

  enum Step: Sendable {
    /// Bytes of `text`, as they are.
    case copy(Range<Int>)
    case put(Value)
    /// The steps up to `end` for each record of a list, or once where the value is there; inverted, where it is not.
    case section(Value, isInverted: Bool, end: Int)
  }

  var text: [UInt8] = []
  var steps: [Step] = []

  func fill(_ page: TemplateRecord, into writer: inout ByteWriter) {
    text.withUnsafeBufferPointer { fill(steps.indices, of: $0, [page], into: &writer) }
  }

  /// `text` is the program's own as plain bytes: a slice for each step would count a reference that all threads share.
  private func fill(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ records: [TemplateRecord],
    into writer: inout ByteWriter
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch steps[index] {
      case .copy(let range): writer.writeReady(UnsafeBufferPointer(rebasing: text[range]))
      case .put(let value):
        if case .markup(let html) = records[value.depth][value.place] { writer.write(html) }
      case .section(let value, let isInverted, let end):
        let inner = index + 1..<end
        switch records[value.depth][value.place] {
        case .records(let items) where !isInverted:
          for item in items { fill(inner, of: text, records + [item], into: &writer) }
        case let value where value.isThere != isInverted: fill(inner, of: text, records, into: &writer)
        default: break
        }
        index = end - 1
      }
      index += 1
    }
  }
}
