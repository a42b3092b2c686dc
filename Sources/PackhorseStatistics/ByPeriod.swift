import PackhorseCore

/// Values by period, in order of time.
///
/// They lie side by side: to find one of a few by halves is less work than to hash its period.
struct ByPeriod<Value> {
  private var entries: [Element]

  init() { entries = [] }

  /// Of a period that comes twice the first value is taken.
  init(_ entries: some Sequence<(Period, Value)>) {
    self.init()
    for (period, value) in entries where self[period] == nil { self[period] = value }
  }

  var keys: [Period] { entries.map(\.key) }
  var values: LazyMapSequence<[Element], Value> { entries.lazy.map(\.value) }

  subscript(period: Period) -> Value? {
    get {
      let place = place(of: period)
      return holds(period, at: place) ? entries[place].value : nil
    }
    set {
      let place = place(of: period)
      if holds(period, at: place) { entries.remove(at: place) }
      if let newValue { entries.insert((period, newValue), at: place) }
    }
  }

  /// The same periods with other values.
  func mapValues<Other>(_ transform: (Value) -> Other) -> ByPeriod<Other> {
    var others = ByPeriod<Other>()
    others.entries.reserveCapacity(count)
    for (period, value) in entries { others.entries.append((period, transform(value))) }
    return others
  }

  /// Makes room for so many.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Sets the value of a period, or combines the one that it has with this one.
  mutating func merge(_ value: Value, in period: Period, _ combine: (inout Value, Value) -> Void) {
    let place = place(of: period)
    if place == entries.count {
      entries.append((period, value))
    } else if holds(period, at: place) {
      combine(&entries[place].value, value)
    } else {
      entries.insert((period, value), at: place)
    }
  }

  private func holds(_ period: Period, at place: Int) -> Bool {
    place < entries.count && entries[place].key == period
  }

  /// Where a period stands or would stand: most often behind all others, since most come in order.
  private func place(of period: Period) -> Int {
    guard let last = entries.last, last.key >= period else { return entries.count }
    var (low, high) = (0, entries.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < period { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ByPeriod: RandomAccessCollection {
  typealias Element = (key: Period, value: Value)

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  subscript(place: Int) -> Element { entries[place] }
}

extension ByPeriod: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Period, Value)...) { self.init(elements) }
}

extension ByPeriod: Sendable where Value: Sendable {}

extension ByPeriod: Equatable where Value: Equatable {
  static func == (one: ByPeriod, other: ByPeriod) -> Bool { one.elementsEqual(other) { $0 == $1 } }
}
