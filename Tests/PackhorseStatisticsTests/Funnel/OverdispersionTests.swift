import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct OverdispersionTests {
  struct Reference: Decodable {
    struct Limits: Decodable {
      let ll95, ul95, ll998, ul998: [Double]
    }
    let id, kind, method: String
    let trim, multiplier, target, phi, tau2: Double
    let numerators, denominators, zScores, trimmed, sizes: [Double]
    let units: Int
    let unadjusted, overdispersed: Limits
  }

  private static let references = referenceCases("funnel_overdispersion_run.json", as: Reference.self)

  @Test func everyReferenceIsRead() {
    #expect(Self.references.count == 4)
  }

  @Test(arguments: 0..<4)
  func agreesWithThePackage(index: Int) throws {
    let reference = Self.references[index]
    let kind = reference.kind == "PR" ? Funnel.Kind.proportion : .rate
    let units = zip(reference.numerators, reference.denominators).compactMap {
      FunnelUnit(events: $0, size: $1)
    }
    let funnel = try #require(
      Funnel(kind, of: units, against: .target(reference.target), trimming: .winsorised(reference.trim)))
    let found = try #require(funnel.overdispersion)
    #expect(found.units == reference.units)
    #expect(agree(found.dispersion, reference.phi, to: 1e-13))
    #expect(agree(found.betweenUnits, reference.tau2, to: 1e-13))
    try expectLimits(funnel, reference, reference.overdispersed)
    let scores = FunnelTrimming.winsorised(reference.trim).apply(reference.zScores)
    #expect(zip(scores, reference.trimmed).allSatisfy { agree($0.z, $1, to: 1e-13) })
  }

  /// The package's limits without overdispersion: on the scale for proportions, exact for ratios.
  @Test(arguments: 0..<4)
  func agreesWithThePackageUnadjusted(index: Int) throws {
    let reference = Self.references[index]
    if reference.kind == "PR" {
      let plain = try #require(Funnel(.proportion, of: [], against: .target(reference.target)))
      #expect(plain.overdispersion?.betweenUnits == 0)
      try expectLimits(plain, reference, reference.unadjusted)
    } else {
      for (index, size) in reference.sizes.enumerated() {
        let near = try #require(exactPoissonInterval(size, confidence: 0.95))
        let times = reference.multiplier / size
        #expect(agree(near.lowerBound * times, reference.unadjusted.ll95[index], to: 1e-13))
        #expect(agree(near.upperBound * times, reference.unadjusted.ul95[index], to: 1e-13))
        let wide = try #require(exactPoissonInterval(size, confidence: 0.998))
        #expect(agree(wide.lowerBound * times, reference.unadjusted.ll998[index], to: 1e-13))
        #expect(agree(wide.upperBound * times, reference.unadjusted.ul998[index], to: 1e-13))
      }
    }
  }

  /// The package takes 1.959964 and 3.090232 for z, and gives the limits of ratios as they are on the root scale.
  private func expectLimits(_ funnel: Funnel, _ reference: Reference, _ limits: Reference.Limits) throws {
    let scale = funnel.scale
    let centre = scale.place(funnel.kind == .proportion ? reference.target : 1)
    for (index, size) in reference.sizes.enumerated() {
      for (level, z, lower, upper) in [
        (FunnelLevel.percent95, 1.959964, limits.ll95, limits.ul95),
        (.percent998, 3.090232, limits.ll998, limits.ul998),
      ] {
        let found = try #require(funnel.limits(at: size, level))
        for (limit, expected) in [(found.lowerBound, lower[index]), (found.upperBound, upper[index])] {
          let place = centre + (scale.place(limit) - centre) * z / level.z
          let value = funnel.kind == .proportion ? scale.value(at: place) : place
          #expect(agree(value * reference.multiplier, expected, to: 1e-13))
        }
      }
    }
  }

  @Test func truncationLeavesOutTheFirstAndLastGroupByRank() {
    let scores = [3.0, -9, 1, 2, 8, 4, 4, 5, 6, 7]
    let kept = FunnelTrimming.truncated(0.2).apply(scores)
    // Ranks 1 to 10 of 10, in groups ⌊5r/11⌋: 0 for ranks 1 and 2, 4 for ranks 9 and 10.
    #expect(kept.map(\.z) == [3, 2, 4, 4, 5, 6])
    #expect(kept.map(\.index) == [0, 3, 5, 6, 7, 8])
  }

  @Test func correctedWinsorisingIsRightForNormalScores() {
    // A standard normal distribution winsorised at 10% keeps 0.67865… of its variance (mpmath, by quadrature).
    #expect(
      agree(FunnelTrimming.winsorisedAndCorrected(0.1).shareOfVariance, 0.67865455895287444756, to: 1e-14))
    #expect(FunnelTrimming.winsorised(0.1).shareOfVariance == 1)
  }

  @Test(arguments: [0, -1, 0.5, 0.6, 1, .nan, .infinity])
  func aShareThatCannotBeCutOffTrimsNothing(share: Double) {
    for trimming in [FunnelTrimming.winsorised(share), .winsorisedAndCorrected(share), .truncated(share)] {
      #expect(trimming.apply([5, -40, 2]).map(\.z) == [5, -40, 2] && trimming.shareOfVariance == 1)
      #expect(trimming.apply([]).isEmpty)
    }
  }

  @Test func noneOrOneUnitShowNoOverdispersion() throws {
    let one = try #require(FunnelUnit(events: 30, size: 40))
    for units in [[], [one]] {
      let funnel = try #require(Funnel(.proportion, of: units, against: .target(0.5), trimming: .none))
      #expect(funnel.overdispersion?.betweenUnits == 0)
      #expect(funnel.overdispersion?.units == units.count)
    }
  }

  @Test func unitsWithoutEventsCannotBePlacedOnALogarithm() throws {
    let units = [0, 12, 30, 9].compactMap { FunnelUnit(events: $0, size: 15) }
    let onLogarithm = try #require(
      Funnel(.rate, of: units, against: .target(1), trimming: .none, scale: .logarithm))
    #expect(onLogarithm.overdispersion?.units == 3)
    let onRoots = try #require(Funnel(.rate, of: units, against: .target(1), trimming: .none))
    #expect(onRoots.overdispersion?.units == 4)
    #expect(Funnel(.rate, of: units, against: .target(1), scale: .arcsine) == nil)
    #expect(Funnel(.proportion, of: units, against: .target(0.5), scale: .logarithm) == nil)
  }

  /// z = √E ln(O/E), s = 1/√E, worked by hand for the logarithm, on which nothing is published with all digits.
  @Test func takesLogarithmsOfRatios() throws {
    let units = [(20.0, 10.0), (5, 10), (10, 10)].compactMap { FunnelUnit(events: $0.0, size: $0.1) }
    let funnel = try #require(
      Funnel(.rate, of: units, against: .target(1), trimming: .none, scale: .logarithm))
    let found = try #require(funnel.overdispersion)
    // Σz² = 2 · 10 (ln 2)², τ² = (Σz² − 2)/(30 − 300/30)
    #expect(agree(found.dispersion, 9.6090602783640285 / 3, to: 1e-12))
    #expect(agree(found.betweenUnits, 7.6090602783640285 / 20, to: 1e-12))
  }

  @Test func aComparatorsOwnUncertaintyWidensTheLimits() throws {
    let units = [(30.0, 60.0), (45, 70), (20, 65), (70, 110)].compactMap {
      FunnelUnit(events: $0.0, size: $0.1)
    }
    let group = FunnelComparator.group(units)
    let known = try #require(Funnel(.proportion, of: units, against: .target(group.value), trimming: .none))
    let estimated = try #require(Funnel(.proportion, of: units, against: group, trimming: .none))
    #expect(known.overdispersion == estimated.overdispersion)
    let tau2 = try #require(known.overdispersion?.betweenUnits)
    // v₀ = 1/(4N) + τ²Σ(n/N)², with N = 305: on the scale the squared half widths differ by z²v₀.
    let variance = 0.25 / 305 + tau2 * (60 * 60 + 70 * 70 + 65 * 65 + 110 * 110) / (305 * 305)
    let z = FunnelLevel.percent95.z
    let one = try half(known, 80) / z
    let other = try half(estimated, 80) / z
    #expect(tau2 > 0 && agree(other * other - one * one, variance, to: 1e-10))
  }

  /// Half the width of the limits on the arcsine scale.
  private func half(_ funnel: Funnel, _ size: Double) throws -> Double {
    let limits = try #require(funnel.limits(at: size, .percent95))
    let scale = FunnelScale.arcsine
    return (scale.place(limits.upperBound) - scale.place(limits.lowerBound)) / 2
  }
}
