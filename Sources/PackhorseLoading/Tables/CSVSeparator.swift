/// Finds which separator a CSV file uses, from the first line that holds anything.
struct CSVSeparator {
  /// What is looked at when no line ends, in bytes.
  private static let farthest = 64 * 1024

  /// What was fed so far, from the beginning of the file.
  private(set) var bytes: [UInt8] = []
  private var looked = 0
  private var isQuoted = false
  private var hasText = false
  private var counts: [(byte: UInt8, count: Int)] = [
    (UInt8(ascii: ","), 0), (UInt8(ascii: ";"), 0), (UInt8(ascii: "\t"), 0),
  ]

  /// The separator that stands most often in the line; a comma where none does.
  var separator: UInt8 {
    counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.byte
  }

  /// True when the first line is whole, or as much of it was looked at as ever is: however the file is cut, no more.
  mutating func take(_ chunk: ArraySlice<UInt8>) -> Bool {
    bytes += chunk
    while looked < min(bytes.count, CSVSeparator.farthest) {
      let byte = bytes[looked]
      looked += 1
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if hasText, !isQuoted { return true }
        continue
      default:
        if !isQuoted, let index = counts.firstIndex(where: { $0.byte == byte }) { counts[index].count += 1 }
      }
      hasText = true
    }
    return looked >= CSVSeparator.farthest
  }
}
