import PackhorseCore

/// An invented practice: few have long lists, and some refer more than others.
struct InventedPractice {
  let code: String
  private let number: Int
  private let list: Double
  private let eagerness: Double

  init(number: Int, _ random: inout SplitMix) {
    self.number = number
    code = "DEMO" + padded(number, 2)
    let share = random.share()
    list = 1_800 + 20_000 * share * share
    eagerness = max(0.2, 1 + 0.35 * random.normal())
  }

  /// Five practices make a network, and all networks a board.
  var practiceRow: String {
    let network = (number - 1) / 5 + 1
    return
      "\(code),Invented surgery \(number),DEMON\(network),Invented network \(network),DEMOB,Invented board\n"
  }

  /// The list, which grows a little; `quarter` counts quarters since the year 0.
  private func patients(in quarter: Int) -> Int { Int(list * (1 + 0.003 * Double(quarter - 8_090))) }

  func listRow(in quarter: Int) -> String {
    let month = ["JAN", "APR", "JUL", "OCT"][quarter % 4]
    return "INVENTED,01\(month)\(quarter / 4),GP,DEMO,,\(code),,ALL,ALL,\(patients(in: quarter))\n"
  }

  /// About five for 1,000 patients in a quarter, more in winter than in summer.
  func referrals(in quarter: Int, _ random: inout SplitMix) -> Int {
    let season = [1.25, 1, 0.75, 1][quarter % 4]
    let expected = Double(patients(in: quarter)) / 200 * season * eagerness
    return max(0, Int(expected + expected.squareRoot() * random.normal() + 0.5))
  }
}

/// An invented referral: somebody who is at their worst on that day, and mostly better by themselves later.
struct InventedReferral {
  private let day: String
  private let status: String
  private let scores: String

  init(in quarter: Int, _ random: inout SplitMix) {
    let month = padded(quarter % 4 * 3 + 1 + random.below(3), 2)
    day = "\(padded(quarter / 4, 4))-\(month)-\(padded(1 + random.below(28), 2))"
    status = random.pick([
      ("completed", 42), ("active", 18), ("left early", 15), ("declined", 15), ("not reached", 10),
    ])
    let hasBefore = random.share() < (status == "not reached" ? 0.3 : 0.92)
    let answers = ["completed": 0.8, "active": 0.45, "left early": 0.2][status] ?? 0.05
    let hasAfter = hasBefore && random.share() < answers
    let pairs = [(usual: 6.4, sign: -1.0), (usual: 4.1, sign: 1.0)].map { usual, sign in
      let own = usual + 1.6 * random.normal()
      let before = InventedReferral.score(own + sign * 1.8 + random.normal())
      let after = InventedReferral.score(own - sign * 0.2 + random.normal())
      return (hasBefore ? "\(before)" : "") + "," + (hasAfter ? "\(after)" : "")
    }
    scores = pairs.joined(separator: ",")
  }

  func row(_ number: Int, practice: String) -> String {
    "INVENTED-\(padded(number, 7)),\(practice),\(day),\(status),\(scores)\n"
  }

  private static func score(_ value: Double) -> Int { Int(min(10, max(0, value)).rounded()) }
}
