import PackhorseCore

/// Every state that a reader can come to: a scene, and what is remembered there.
struct ScenarioStates {
  /// How many choices are followed on one page.
  static let budget = 400_000

  private struct State: Hashable {
    var place: Int
    var memory = ScenarioMemory()
  }

  private let ways: [[ScenarioWay]]
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  /// For each state those from which one choice leads to it.
  private var before: [[Int]] = []
  /// The states in which nothing is left to choose; one with a choice that leads nowhere yet counts as such.
  private var ends: [Int] = []
  /// The choices that a reader is offered in some state, as places of their scenes and numbers in them.
  private(set) var taken: Set<[Int]> = []
  /// The scenes in which no choice may apply, each with what is remembered then.
  private(set) var stuck: [Int: ScenarioMemory] = [:]

  /// Nil where there are more choices to follow than the budget has, which it takes them from.
  init?(of scenario: Scenario, budget: inout Int) {
    guard let ways = ScenarioWay.all(in: scenario) else { return nil }
    self.ways = ways
    if !ways.isEmpty { _ = number(of: State(place: 0)) }
    var open = 0
    while open < states.count {
      budget -= 1 + ways[states[open].place].count
      guard budget >= 0 else { return nil }
      follow(open)
      open += 1
    }
  }

  /// The scenes that a reader can come to.
  var places: Set<Int> { Set(states.map(\.place)) }

  /// The scenes from which no row of choices may lead to an end, each with what is remembered then.
  var endless: [Int: ScenarioMemory] {
    var ending: Set<Int> = []
    var open = ends
    while let state = open.popLast() {
      if ending.insert(state).inserted { open += before[state] }
    }
    let rest = states.indices.filter { !ending.contains($0) }.map { states[$0] }
    return Dictionary(rest.map { ($0.place, $0.memory) }) { first, _ in first }
  }

  private mutating func follow(_ number: Int) {
    let state = states[number]
    var isOpen = ways[state.place].isEmpty
    var isOffered = false
    for (choice, way) in ways[state.place].enumerated() {
      guard let next = way.scene else {
        isOpen = true
        continue
      }
      guard way.isOffered(state.memory) else { continue }
      isOffered = true
      taken.insert([state.place, choice])
      before[self.number(of: State(place: next, memory: way.leaving(state.memory)))].append(number)
    }
    if !isOpen, !isOffered, stuck[state.place] == nil { stuck[state.place] = state.memory }
    if isOpen || !isOffered { ends.append(number) }
  }

  private mutating func number(of state: State) -> Int {
    if let known = numbers[state] { return known }
    numbers[state] = states.count
    states.append(state)
    before.append([])
    return states.count - 1
  }
}
