import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct ForecastWithheldTests {
  private func rows(_ values: [Observation.Value], kind: Measure.Kind) async -> [WithheldShare] {
    var measure = Measure(id: "m")
    measure.kind = kind
    measure.publishBy = [.practice: .quarter]
    let here = Located("m", at: .file("content/data/outcomes.csv"))
    let observations = values.enumerated().map { index, value in
      Observation(
        practice: here.map { _ in "DEMO01" }, period: Period(length: .quarter, year: 2025, part: index + 1),
        measure: here, value: value)
    }
    var settings = SiteSettings()
    settings.practices = .one(here.map { _ in "DEMO01" })
    return await forecastWithheld(
      observations, measures: [measure, Measure(id: "none")], settings: settings, practices: [], jobs: 2
    ).value
  }

  private func change(_ pairs: Int) -> Observation.Value {
    .change(ChangeSummary(pairs: pairs, mean: 1, sd: 1))
  }

  @Test func countsWhatEachKindWouldWithhold() async {
    let cases: [(Measure.Kind, [Observation.Value], [Int])] = [
      (
        .proportion,
        [.proportion(numerator: 3, denominator: 40), .proportion(numerator: 20, denominator: 40)],
        [2, 1, 1, 0]
      ),
      (
        .proportion, [.proportion(numerator: 0, denominator: 0), .proportion(numerator: 0, denominator: 5)],
        [2, 1, 1, 1]
      ),
      (.rate, [.rate(numerator: 7, listSize: 900), .rate(numerator: 8, listSize: nil)], [2, 1, 1, 0]),
      (.count, [.count(1), .count(6)], [2, 2, 1, 1]),
      (.meanChange, [change(9), change(10)], [2, 1, 1, 0]),
      // Of 17, 14 and 1 by year one more is withheld: 30 in all, less 15 and 15, is never 7.
      (.flow, [.flow([8, 7, 0]), .flow([9, 7, 1])], [6, 3, 3, 2]),
    ]
    for (kind, values, due) in cases {
      let share = await rows(values, kind: kind).first
      let coarser = share?.coarser.first
      #expect([share?.figures, share?.withheld, coarser?.figures, coarser?.withheld] == due, "\(kind)")
      #expect(coarser?.length == .year)
    }
  }

  /// Several hundred practices are forecast in lots; what hides one another stays together.
  @Test func forecastsInLotsWhatItWouldForecastAtOnce() async {
    var random = Seeded(seed: 5)
    var measure = Measure(id: "m")
    measure.publishBy = [.practice: .quarter, .pcn: .quarter]
    let here = Located("m", at: .file("content/data/outcomes.csv"))
    let practices = (0..<500).map { number in
      ListedPractice(
        code: here.map { _ in "A\(10_000 + number)" }, name: "",
        pcn: number % 3 == 0 ? nil : Area(level: .pcn, code: "U\(number / 5)", name: ""))
    }
    let observations = practices.map { practice in
      let people = 20 + random.below(30)
      return Observation(
        practice: practice.code, period: Period(length: .quarter, year: 2025, part: 1), measure: here,
        value: .proportion(numerator: random.below(people), denominator: people))
    }
    var settings = SiteSettings()
    settings.practices = .one(practices[7].code)
    let areas = Areas(settings, name: "", practices)
    #expect(areas.lots.count > 2)
    let told = await DisclosureControl(settings).told(of: count(observations, of: measure, in: areas).value)
    let isPractice = areas.entries.map { $0.area.level == .practice }
    let withheld = zip(told, isPractice).filter(\.1).flatMap(\.0.values).count {
      $0.parts.first?.shown == nil && $0.whole.shown != 0
    }
    for jobs in [1, 3] {
      let shares = await forecastWithheld(
        observations, measures: [measure], settings: settings, practices: practices, jobs: jobs)
      #expect(shares.diagnostics == [])
      #expect(shares.value.first?.figures == 500 && shares.value.first?.withheld == withheld)
    }
  }

  /// What one practice's rows do not say of scores is used of none, however far apart they are: so a build has it.
  @Test func forecastsScoresByWhatAllRowsSay() async {
    var random = Seeded(seed: 3)
    var measure = Measure(id: "m")
    measure.kind = .meanChange
    measure.publishBy = [.practice: .quarter]
    let here = Located("m", at: .file("content/data/outcomes.csv"))
    let practices = (0..<300).map { number in
      // Three that score people share a network, all others have one each.
      ListedPractice(
        code: here.map { _ in "A\(10_000 + number)" }, name: "",
        pcn: Area(level: .pcn, code: "U\(max(2, number))", name: ""))
    }
    let scored = practices.prefix(3).flatMap { practice in
      (0..<12).map { quarter in
        var scores = ChangeSummary(pairs: 4 * random.below(4), mean: 1, sd: 1)
        scores.before = scores.pairs + random.below(5)
        scores.people = scores.before.map { $0 + random.below(5) }
        (scores.reached, scores.sumBefore) = (random.below(scores.pairs + 1), 30)
        return Observation(
          practice: practice.code,
          period: Period(length: .quarter, year: 2022 + quarter / 4, part: quarter % 4 + 1), measure: here,
          value: .change(scores))
      }
    }
    let bare = scored.map { row in
      var row = row
      if case .change(let scores) = row.value { row.value = .change(scores.bare) }
      return row
    }
    let other = Observation(
      practice: practices[299].code, period: Period(length: .quarter, year: 2022, part: 1), measure: here,
      value: change(12))
    var settings = SiteSettings()
    settings.practices = .one(practices[0].code)
    func forecast(_ rows: [Observation]) async -> WithheldShare? {
      await forecastWithheld(rows, measures: [measure], settings: settings, practices: practices, jobs: 2)
        .value.first
    }
    let (alone, bareAlone) = (await forecast(scored), await forecast(bare))
    #expect(alone?.withheld != bareAlone?.withheld)
    let (beside, bareBeside) = (await forecast(scored + [other]), await forecast(bare + [other]))
    #expect(beside == bareBeside)
  }

  @Test func roundsAShareUp() {
    var share = WithheldShare(measure: "m", length: .year)
    #expect(share.percent == 0)
    (share.figures, share.withheld) = (1_000, 1)
    #expect(share.percent == 1)
  }
}

extension ChangeSummary {
  /// The same with no more than a mean change, its standard deviation and the people say.
  fileprivate var bare: ChangeSummary {
    var bare = self
    (bare.people, bare.before, bare.reached, bare.sumBefore) = (nil, nil, nil, nil)
    return bare
  }
}
