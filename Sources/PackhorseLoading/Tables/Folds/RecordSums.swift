import PackhorseCore

/// Records added up by practice and period.
///
/// The sums of a nation lie far apart in memory. So records wait until there are some: what one after another is then
/// added to is fetched at the same time.
struct RecordSums: Sendable {
  private struct Waiting {
    var key: GroupTable.Key
    var place: RowPlace
    var status: Int?
    /// Where the numbers of its group begin.
    var start = 0
  }

  private(set) var groups = GroupTable()
  /// Where the first record of each group stands.
  private(set) var places: [RowPlace] = []
  /// `width` numbers for each group: people, people by status, and six for each pair of scores.
  private(set) var numbers: [Int] = []
  private let columns: RecordColumns
  private var waiting: [Waiting] = []
  /// The scores of those that wait, before and after for each measure.
  private var scores: [Int?]

  /// How many records wait at most.
  private static let most = 64

  init(_ columns: RecordColumns) {
    self.columns = columns
    scores = Array(repeating: nil, count: RecordSums.most * 2 * columns.scores.count)
    waiting.reserveCapacity(RecordSums.most)
  }

  mutating func add(_ key: GroupTable.Key, at place: RowPlace, status: Int?, scores read: [Int?]) {
    let first = waiting.count * read.count
    for index in read.indices { scores[first + index] = read[index] }
    waiting.append(Waiting(key: key, place: place, status: status))
    if waiting.count == RecordSums.most { settle() }
  }

  /// Adds those that wait; before it is called the sums are not whole.
  mutating func settle() {
    for index in waiting.indices {
      waiting[index].start = startOfGroup(waiting[index].key, at: waiting[index].place)
    }
    for index in waiting.indices {
      let start = waiting[index].start
      numbers[start] += 1
      if let status = waiting[index].status { numbers[start + 1 + status] += 1 }
      addScores(of: index, at: start + 1 + columns.statuses.count)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Adds the sums of the rows that follow, the first of them on the line after `lines`.
  mutating func merge(_ later: RecordSums, after lines: Int) {
    let width = columns.width
    for (number, key) in later.groups.keys.enumerated() {
      let place = later.places[number]
      let start = startOfGroup(
        key, at: RowPlace(line: Int(place.line) + lines, column: Int(place.column)))
      for offset in 0..<width { numbers[start + offset] += later.numbers[number * width + offset] }
    }
  }

  private mutating func startOfGroup(_ key: GroupTable.Key, at place: RowPlace) -> Int {
    let group = groups.number(of: key)
    if group.isNew {
      places.append(place)
      numbers.append(contentsOf: repeatElement(0, count: columns.width))
    }
    return group.number * columns.width
  }

  private mutating func addScores(of record: Int, at first: Int) {
    for index in columns.scores.indices {
      let (pair, at) = (columns.scores[index], first + 6 * index)
      let read = 2 * (record * columns.scores.count + index)
      guard let before = scores[read] else { continue }
      numbers[at] += 1
      guard let after = scores[read + 1] else { continue }
      let change = after - before
      numbers[at + 1] += 1
      numbers[at + 2] += change
      numbers[at + 3] += change * change
      numbers[at + 4] += before
      if let important = pair.important, pair.better * change >= important { numbers[at + 5] += 1 }
    }
  }
}
