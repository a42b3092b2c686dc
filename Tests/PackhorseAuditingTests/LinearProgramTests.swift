import PackhorseTestSupport
import Testing

@testable import PackhorseAuditing

@Suite struct LinearProgramTests {
  /// Unknown whole numbers between 0 and 6 and equations among them, with every solution that there is.
  private struct Puzzle {
    var lower: [Double] = []
    var upper: [Double] = []
    var equations: [LinearProgram.Equation] = []
    var solutions: [[Int]] = []

    init(seed: UInt64, isTree: Bool) {
      var chance = Seeded(seed: seed)
      let count = Int.random(in: 3...6, using: &chance)
      for _ in 0..<count {
        let least = Int.random(in: 0...3, using: &chance)
        lower.append(Double(least))
        upper.append(Double(Int.random(in: least...6, using: &chance)))
      }
      for row in 0..<Int.random(in: 1...2, using: &chance) {
        var equation: LinearProgram.Equation = [:]
        for column in 0..<count {
          // In a tree each unknown is a part of one sum at most: the first of each is the whole.
          let factor =
            isTree
            ? (column % 2 == row ? (column == row ? 1 : -1) : 0) : Int.random(in: -1...1, using: &chance)
          if factor != 0 { equation[column] = Double(factor) }
        }
        equations.append(equation)
      }
      search([])
    }

    private mutating func search(_ chosen: [Int]) {
      guard chosen.count < lower.count else {
        let fits = equations.allSatisfy { equation in
          equation.reduce(0) { $0 + Int($1.value) * chosen[$1.key] } == 0
        }
        if fits { solutions.append(chosen) }
        return
      }
      for value in Int(lower[chosen.count])...Int(upper[chosen.count]) { search(chosen + [value]) }
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func findsTheEndsOfSums(seed: UInt64) {
    let puzzle = Puzzle(seed: seed, isTree: true)
    let program = LinearProgram(lower: puzzle.lower, upper: puzzle.upper, equations: puzzle.equations)
    guard !puzzle.solutions.isEmpty else {
      #expect(program == nil)
      return
    }
    guard var program else {
      Issue.record("no solution was found where there is one")
      return
    }
    for column in puzzle.lower.indices {
      let values = puzzle.solutions.map { $0[column] }
      #expect(abs(program.greatest(column) - Double(values.max() ?? 0)) < 1e-6)
      #expect(abs(program.least(column) - Double(values.min() ?? 0)) < 1e-6)
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func neverExcludesASolution(seed: UInt64) {
    let puzzle = Puzzle(seed: seed, isTree: false)
    guard !puzzle.solutions.isEmpty else { return }
    guard var program = LinearProgram(lower: puzzle.lower, upper: puzzle.upper, equations: puzzle.equations)
    else {
      Issue.record("no solution was found where there is one")
      return
    }
    for column in puzzle.lower.indices {
      let values = puzzle.solutions.map { $0[column] }
      #expect(program.greatest(column) > Double(values.max() ?? 0) - 1e-6)
      #expect(program.least(column) < Double(values.min() ?? 0) + 1e-6)
    }
  }

  /// Two practices in two releases, a network by quarters, and people without a known limit: nothing is known of how many
  /// came since.
  @Test func leavesOpenWhatIsOpen() throws {
    // Before: network, practice. Now: practice, four quarters of the network. Then growth, and a part with its rest.
    let most = Double(Span.unlimited)
    let lower: [Double] = [18, 18, 18, 8, 0, 0, 0, 0, 13, 0]
    let upper: [Double] = [22, 22, 22, 12, most, most, 0, most, 17, most]
    let equations: [LinearProgram.Equation] = [
      [0: 1, 1: -1], [3: 1, 4: 1, 5: 1, 6: 1, 2: -1], [2: 1, 1: -1, 7: -1], [2: 1, 8: -1, 9: -1],
    ]
    var program = try #require(LinearProgram(lower: lower, upper: upper, equations: equations))
    #expect(program.greatest(7) == 4)
    #expect(program.least(7) == 0)
    #expect(program.greatest(4) == 14)
    #expect(program.least(4) == 0)
  }
}
