import PackhorseCore
import PackhorseRendering

@testable import PackhorseLoading

extension FuzzSite {
  /// Whole or in pieces of any size, a table reads the same.
  func readTable(_ bytes: [UInt8], at path: String) -> FuzzReading {
    let whole = DataFile(path: path, bytes: bytes)
    let cut = DataFile(path: path) { take in try pieces(of: bytes).forEach(take) }
    let broken = DataFile(path: path) { take in
      for piece in pieces(of: bytes).prefix(2) { try take(piece) }
      throw Unreadable()
    }
    let loaded = LoadedFile.read(whole, measures: [:])
    let again = LoadedFile.read(cut, measures: [:])
    _ = LoadedFile.read(broken, measures: [:])
    return FuzzReading(
      output: { described(loaded) },
      faults: fault("records", records(of: whole), records(of: cut))
        + fault("problems", loaded.diagnostics, again.diagnostics)
        + (loaded.diagnostics.isEmpty ? fault("values", described(loaded), described(again)) : [])
        + problemFaults(loaded.diagnostics, in: SourceFile(path: path, bytes: bytes))
        + groupFaults(loaded.value))
  }

  private func groupFaults(_ loaded: LoadedFile?) -> [String] {
    guard case .groups(let groups) = loaded else { return [] }
    return markupFaults(renderGroups(groups, at: .groups, in: publication, date: date))
  }

  private struct Unreadable: Error {}

  /// Pieces whose lengths follow from the bytes; some are empty.
  func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var (state, start) = (fingerprint(bytes), 0)
    let longest = 1 + Int(state % 40)
    var pieces: [ArraySlice<UInt8>] = []
    while start < bytes.count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let end = min(bytes.count, start + Int(state >> 33) % (longest + 1))
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces
  }

  /// Each record's bytes and the places of its cells.
  private func records(of file: DataFile) -> [[Int]] {
    var records: [[Int]] = []
    _ = readCSV(file) { row in
      let places = row.cells.flatMap {
        [$0.end, $0.start.line, $0.start.column, $0.stop.line, $0.stop.column]
      }
      records.append([row.number] + row.bytes.map(Int.init) + places)
      return .goOn
    }
    return records
  }
}
