import PackhorseCore

/// Bytes with the places at which their lines begin.
///
/// Lines are counted from 1 and end in LF, CR or CRLF. A class, because all that reads a text is handed them.
final class Lines {
  let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 64 + 8)
    bytes.withUnsafeBufferPointer { buffer in
      var next = 0
      while let end = buffer.firstIndex(
        from: next, marked: { places(of: .lineFeed, in: $0) | places(of: .carriageReturn, in: $0) })
      {
        next = end + 1
        let isWithinCRLF =
          buffer[end] == .carriageReturn && next < buffer.count && buffer[next] == .lineFeed
        if !isWithinCRLF { starts.append(next) }
      }
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  /// The line that holds an offset.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// A line with its ending; empty past the last line.
  func whole(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= count else { return bytes.count..<bytes.count }
    return starts[line - 1]..<(line < count ? starts[line] : bytes.count)
  }

  /// A line without its ending.
  func content(_ line: Int) -> Range<Int> {
    let range = whole(line)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn {
      end -= 1
    }
    return range.lowerBound..<end
  }
}
