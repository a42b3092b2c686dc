import PackhorseCore

/// What a reader can make of told sums by adding and taking away.
///
/// Each sum is a vector over places: people of one practice and row of data. The vectors are kept in echelon form, modulo
/// a prime, places of many people first: so those that are left over for places of few people alone stand by themselves.
struct KnownSums {
  private typealias Vector = [Int: Int]
  private static let prime = 2_147_483_647
  /// With more left-over sums than this their combinations are not gone through, and no more is told.
  private static let mostLeftOver = 12

  /// A sum over fewer people than this must not come out.
  private let fewest: Int
  private var people: [Int] = []
  /// Vectors by the place of their first number, which is 1.
  private var rows: [Int: Vector] = [:]

  init(fewest: Int) {
    self.fewest = fewest
  }

  /// Makes a place for each row of a practice in which anybody has both scores.
  mutating func places(of rows: ByPeriod<Int>) -> [(period: Period, place: Int)] {
    rows.filter { $0.value > 0 }.map { period, pairs in
      people.append(pairs)
      return (period, people.count - 1)
    }
  }

  /// Takes a sum as known that was told before, whatever follows from it.
  mutating func know(_ places: [Int]) {
    if let row = remainder(of: places) { rows[row.first] = row.vector }
  }

  /// Adds the sum over places to what is known; false, and nothing is added, where that would tell too much.
  mutating func add(_ places: [Int]) -> Bool {
    guard let (first, row) = remainder(of: places) else { return true }
    guard isOfFew(first) else {
      rows[first] = row
      return true
    }
    var leftOver = rows.filter { isOfFew($0.key) }
    leftOver[first] = row
    guard leftOver.count <= Self.mostLeftOver, isSafe(leftOver) else { return false }
    rows[first] = row
    return true
  }

  /// What a sum adds to what is known, its first number made 1; nil where it adds nothing.
  private func remainder(of places: [Int]) -> (first: Int, vector: Vector)? {
    let rest = reduced(Vector(uniqueKeysWithValues: places.map { ($0, 1) }))
    guard let first = first(of: rest), let number = rest[first] else { return nil }
    let inverse = power(number, Self.prime - 2)
    return (first, rest.mapValues { $0 * inverse % Self.prime })
  }

  private func isOfFew(_ place: Int) -> Bool { people[place] < fewest }

  /// The first place of a vector: those of many people come before those of few.
  private func first(of vector: Vector) -> Int? {
    vector.keys.min { (isOfFew($0) ? 1 : 0, $0) < (isOfFew($1) ? 1 : 0, $1) }
  }

  /// What is left of a vector when everything known has been taken away.
  private func reduced(_ vector: Vector) -> Vector {
    var vector = vector
    var done: Vector = [:]
    while let place = first(of: vector), let factor = vector[place] {
      if let row = rows[place] {
        subtract(row, times: factor, from: &vector)
      } else {
        done[place] = factor
        vector[place] = nil
      }
    }
    return done
  }

  private func subtract(_ row: Vector, times factor: Int, from vector: inout Vector) {
    for (place, number) in row {
      let rest = ((vector[place] ?? 0) - factor * number % Self.prime + Self.prime) % Self.prime
      vector[place] = rest == 0 ? nil : rest
    }
  }

  /// Whether no combination of left-over sums is a sum over fewer people than allowed.
  ///
  /// Once each first place stands in one vector only, a combination in which everybody counts once or not at all takes
  /// each vector once or not at all.
  private func isSafe(_ leftOver: [Int: Vector]) -> Bool {
    var vectors = leftOver
    for place in vectors.keys.sorted(by: >) {
      guard let row = vectors[place] else { continue }
      for (other, vector) in vectors where other != place {
        guard let factor = vector[place] else { continue }
        var vector = vector
        subtract(row, times: factor, from: &vector)
        vectors[other] = vector
      }
    }
    let basis = vectors.sorted { $0.key < $1.key }.map(\.value)
    return (1..<(1 << basis.count)).allSatisfy { chosen in
      let sum = basis.indices.filter { chosen >> $0 & 1 == 1 }.reduce(into: Vector()) { sum, index in
        sum.merge(basis[index]) { ($0 + $1) % Self.prime }
      }
      let isSum = sum.values.allSatisfy { $0 == 0 || $0 == 1 }
      return !isSum || sum.reduce(0) { $0 + $1.value * people[$1.key] } >= fewest
    }
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % Self.prime }
      base = base * base % Self.prime
      exponent >>= 1
    }
    return result
  }
}
