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
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: id)
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

/// Reports each record whose id an earlier one has; the ids are never said.
///
/// Eight bytes for each are kept at first, and of those that agree in them the ids themselves.
func repeatedIDs(_ file: DataFile, _ layout: TableLayout, id: Int, jobs: Int) async -> [Diagnostic] {
  var hashes = await foldTable(file, layout, into: HashFold(keyColumn: id), jobs: jobs).value.hashes
  hashes.sort()
  let repeated = Set(zip(hashes, hashes.dropFirst()).filter { $0 == $1 }.map(\.0))
  if repeated.isEmpty { return [] }
  return foldCarefully(file, layout, into: RepeatFold(keyColumn: id, suspects: repeated)).diagnostics
}

/// A digest of eight bytes for each row's id.
private struct HashFold: RowFold {
  let keyColumn: Int
  private(set) var hashes: [UInt64] = []

  init(keyColumn: Int) { self.keyColumn = keyColumn }

  mutating func take(_ row: RowCells, at place: RowPlace) -> RowFault? {
    hashes.append(hash(row[keyColumn]))
    return nil
  }

  mutating func merge(_ later: HashFold, after lines: Int) { hashes += later.hashes }
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
