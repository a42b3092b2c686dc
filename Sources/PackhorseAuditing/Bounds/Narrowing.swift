import PackhorseCore

/// A withheld count, or people that only a later release counts, of which too much can be worked out.
struct Narrowed: Sendable {
  enum Subject: Sendable {
    case cell(ReleasedCell)
    /// What a later release counts besides.
    case growth(Relation)
    /// Counts that cannot all be as they are told.
    case contradiction
  }

  var subject: Subject
  /// Whether 0 is among the numbers that are left.
  var mayBeNobody = false
  /// The relations that it follows from.
  var facts: [String]
}

/// How many counts have to stay possible behind one that is withheld.
package enum PromisedSpan: String, Sendable, CaseIterable {
  /// All from 1 to 7.
  case wholeClass = "class"
  /// Four in a row.
  case four = "4"

  /// Whether counts of no more than these are too few to choose from.
  fileprivate func isBroken(by span: Span) -> Bool {
    guard span.most <= Told.smallest.upperBound, span.most > 0 else { return false }
    return switch self {
    case .wholeClass: span.least > Told.smallest.lowerBound || span.most < Told.smallest.upperBound
    case .four: span.most - max(span.least, 0) < 3
    }
  }
}

/// Some counts with all relations between them, apart from which nothing tells anything of them.
struct Component: Sendable {
  private let cells: [ReleasedCell]
  private let spans: [Span]
  private let withheld: [Int]
  private let relations: [Relation]
  private let indices: [ReleasedCell: Int]

  init(_ cells: [ReleasedCell], _ relations: [Relation], told: [ReleasedCell: Told]) {
    self.cells = cells
    self.relations = relations
    spans = cells.map { told[$0]?.span ?? .anything }
    withheld = cells.indices.filter { told[cells[$0]] == .withheld }
    indices = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
  }

  /// Whatever is narrowed further than was promised.
  func narrowed(_ promised: PromisedSpan) -> [Narrowed] {
    let differences = relations.indices.filter { relations[$0].kind != .equal }
    var lower = spans.map { Double($0.least) }
    var upper = spans.map { Double($0.most) }
    var equations: [LinearProgram.Equation] = []
    for (index, relation) in relations.enumerated() {
      var equation: LinearProgram.Equation = [:]
      for cell in relation.whole { equation[indices[cell] ?? 0, default: 0] += 1 }
      for cell in relation.parts { equation[indices[cell] ?? 0, default: 0] -= 1 }
      if let place = differences.firstIndex(of: index) { equation[cells.count + place] = -1 }
      equations.append(equation)
    }
    lower += differences.map { _ in 0 }
    upper += differences.map { _ in Double(Span.unlimited) }
    guard var program = LinearProgram(lower: lower, upper: upper, equations: equations) else {
      return [Narrowed(subject: .contradiction, facts: relations.map(\.words))]
    }
    let growths = differences.indices.filter { relations[differences[$0]].kind == .grownBy }
    let subjects =
      withheld.map { ($0, Narrowed.Subject.cell(cells[$0])) }
      + growths.map { (cells.count + $0, Narrowed.Subject.growth(relations[differences[$0]])) }
    return subjects.compactMap { column, subject in
      let most = Int((program.greatest(column) + 1e-4).rounded(.down))
      guard most <= Told.smallest.upperBound else { return nil }
      var reasons = program.reasons(for: column)
      let least = Int((program.least(column) - 1e-4).rounded(.up))
      guard promised.isBroken(by: Span(least: least, most: most)) else { return nil }
      reasons += program.reasons(for: column)
      let facts = Set(reasons).sorted().map { relations[$0].words }
      return Narrowed(subject: subject, mayBeNobody: least == 0, facts: facts)
    }
  }
}

extension Releases {
  /// Counts that relations tie to one another, each lot apart from the others.
  func components() -> [Component] {
    let order = cells.keys.sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    var lots = Array(order.indices)
    func lot(_ index: Int) -> Int {
      var index = index
      while lots[index] != index {
        lots[index] = lots[lots[index]]
        index = lots[index]
      }
      return index
    }
    for relation in relations {
      let members = (relation.whole + relation.parts).compactMap { indices[$0] }
      for member in members.dropFirst() { lots[lot(member)] = lot(members[0]) }
    }
    let cellsOfLots = Dictionary(grouping: order.indices, by: lot)
    let relationsOfLots = Dictionary(grouping: relations) { relation in
      (relation.whole + relation.parts).first.flatMap { indices[$0] }.map(lot) ?? -1
    }
    return cellsOfLots.keys.sorted().compactMap { key in
      guard let relations = relationsOfLots[key] else { return nil }
      return Component((cellsOfLots[key] ?? []).map { order[$0] }, relations, told: cells)
    }
  }
}
