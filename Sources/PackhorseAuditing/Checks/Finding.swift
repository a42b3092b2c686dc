import PackhorseCore

extension Diagnostic {
  /// What gives something away; a summary never holds the number in question.
  static func leak(
    _ id: String, _ summary: String, in path: String, line: Int = 1, column: Int = 1,
    because: String, notes: [String] = [], suggestion: String
  ) -> Diagnostic {
    Diagnostic(
      .error, id, summary, at: SourceSpan(path: path, line: line, column: column), because: because,
      notes: notes.map { Note($0) }, suggestion: suggestion)
  }
}

/// The lines of a file, to name the place of a byte.
struct LinesOfFile {
  private let ends: [Int]

  init(_ bytes: [UInt8]) {
    ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
  }

  /// The line and column of a byte, from 1.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return (low + 1, offset - (low > 0 ? ends[low - 1] + 1 : 0) + 1)
  }
}
