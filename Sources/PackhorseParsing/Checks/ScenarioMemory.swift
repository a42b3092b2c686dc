import PackhorseCore

/// What a scenario remembers at one moment, of what it asks for: four bits each.
struct ScenarioMemory: Hashable {
  static let slots = 16
  private var bits: UInt64 = 0

  subscript(slot: Int) -> Int {
    get { Int(bits >> UInt64(4 * slot) & 15) }
    set { bits = bits & ~(15 << UInt64(4 * slot)) | UInt64(newValue) << UInt64(4 * slot) }
  }
}

/// A choice with its rules, what they name by its slot in the memory.
struct ScenarioWay {
  /// Nil where the choice leads to no scene.
  let scene: Int?
  private let conditions: [(slot: Int, test: ScenarioRules.Condition.Test)]
  private let effects: [(slot: Int, change: ScenarioRules.Effect.Change)]

  /// The ways out of each scene; nil where a scenario asks for more than a memory holds.
  static func all(in scenario: Scenario) -> [[ScenarioWay]]? {
    // What nobody asks for makes no difference.
    let asked = scenario.notes.indices.filter { scenario.notes[$0].asked != nil }
    guard asked.count <= ScenarioMemory.slots else { return nil }
    let slots = Dictionary(uniqueKeysWithValues: asked.enumerated().map { ($0.element, $0.offset) })
    return scenario.scenes.map { scene in
      scene.choices.map { choice in
        ScenarioWay(
          scene: choice.scene,
          conditions: scenario.conditions(of: choice).compactMap { condition in
            slots[condition.note].map { ($0, condition.test) }
          },
          effects: choice.rules.effects.compactMap { effect in slots[effect.note].map { ($0, effect.change) }
          })
      }
    }
  }

  func isOffered(_ memory: ScenarioMemory) -> Bool {
    conditions.allSatisfy { slot, test in
      switch test {
      case .isSo: memory[slot] > 0
      case .isNotSo: memory[slot] == 0
      case .atLeast(let number): memory[slot] >= number
      case .atMost(let number): memory[slot] <= number
      }
    }
  }

  /// What is remembered once the choice is made.
  func leaving(_ memory: ScenarioMemory) -> ScenarioMemory {
    effects.reduce(into: memory) { memory, effect in
      switch effect.change {
      case .isSo: memory[effect.slot] = 1
      case .add(let number):
        let scores = ScenarioNote.scores
        memory[effect.slot] = min(max(memory[effect.slot] + number, scores.lowerBound), scores.upperBound)
      }
    }
  }
}
