import PackhorseCore

/// Whether the ids of records rise from each to the next, as numbers in the order of entry do: then none is there twice.
struct IDOrder: Sendable {
  private(set) var isRising = true
  private var first: [UInt8] = []
  private var last: [UInt8] = []

  mutating func take(_ id: UnsafeBufferPointer<UInt8>) {
    guard isRising else { return }
    if first.isEmpty {
      first = Array(id)
    } else if !IDOrder.rises(last, to: id) {
      isRising = false
    }
    if last.count != id.count {
      last = Array(id)
    } else {
      for index in last.indices { last[index] = id[index] }
    }
  }

  mutating func merge(_ later: IDOrder) {
    if later.first.isEmpty { return }
    isRising = isRising && later.isRising
    if isRising, !first.isEmpty {
      isRising = later.first.withUnsafeBufferPointer { IDOrder.rises(last, to: $0) }
    }
    if first.isEmpty { first = later.first }
    last = later.last
  }

  /// A longer id comes after a shorter one.
  private static func rises(_ one: [UInt8], to other: UnsafeBufferPointer<UInt8>) -> Bool {
    if one.count != other.count { return one.count < other.count }
    for index in one.indices where one[index] != other[index] { return one[index] < other[index] }
    return false
  }
}

/// Reports each record whose id an earlier one of `rows` has; the ids are never said.
///
/// Eight bytes for each are kept at first, and of those that agree in them the ids themselves.
func repeatedIDs(
  _ file: DataFile, _ layout: TableLayout, id: Int, rows: Int, jobs: Int
) async -> [Diagnostic] {
  let parts = await foldTable(
    file, layout, into: HashFold(keyColumn: id, rows: rows / max(1, jobs)), jobs: jobs
  ).value.parts
  let repeated = await concurrentMap(Array(0..<HashFold.lots), jobs: jobs) { lot in
    var hashes = parts.flatMap { $0[lot] }
    hashes.sort()
    return zip(hashes, hashes.dropFirst()).filter { $0 == $1 }.map(\.0)
  }
  let suspects = Set(repeated.joined())
  if suspects.isEmpty { return [] }
  return foldCarefully(file, layout, into: RepeatFold(keyColumn: id, suspects: suspects)).diagnostics
}

/// A digest of eight bytes for each row's id.
///
/// Digests lie in lots by their highest bits, so that each lot is sorted by itself, and parts of a file stay apart:
/// nothing is copied when they are merged.
private struct HashFold: RowFold {
  static let lots = 64

  let keyColumn: Int
  private(set) var parts = [[[UInt64]](repeating: [], count: HashFold.lots)]
  /// Room for the digests of one lot, with which an array does not have to grow to twice its size.
  private let room: Int

  /// `rows` is about how many a part of the file has.
  init(keyColumn: Int, rows: Int) {
    self.keyColumn = keyColumn
    let share = rows / HashFold.lots
    room = share + share / 32 + 64
  }

  mutating func take(_ row: RowCells, at place: RowPlace) -> RowFault? {
    let hash = hash(row[keyColumn])
    let lot = Int(hash >> 58)
    if parts[0][lot].isEmpty { parts[0][lot].reserveCapacity(room) }
    parts[0][lot].append(hash)
    return nil
  }

  mutating func merge(_ later: HashFold, after lines: Int) { parts += later.parts }
}

/// The lines of ids that may be there twice.
private struct RepeatFold: RowFold {
  let keyColumn: Int
  let suspects: Set<UInt64>
  private var lines: [[UInt8]: Int] = [:]

  init(keyColumn: Int, suspects: Set<UInt64>) {
    self.keyColumn = keyColumn
    self.suspects = suspects
  }

  mutating func take(_ row: RowCells, at place: RowPlace) -> RowFault? {
    let id = row[keyColumn]
    guard suspects.contains(hash(id)) else { return nil }
    if let first = lines[Array(id)] { return RowFault(column: keyColumn, kind: .duplicate(first)) }
    lines[Array(id)] = Int(place.line)
    return nil
  }

  mutating func merge(_ later: RepeatFold, after lines: Int) {
    self.lines.merge(later.lines.mapValues { $0 + lines }) { first, _ in first }
  }
}

/// FNV-1a of 64 bits, finished as SplitMix64 does.
private func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
  return hash ^ (hash >> 31)
}
