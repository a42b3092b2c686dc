import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct DisclosureControlTests {
  @Test(arguments: [(8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1_000_000_000, 1_000_000_000)])
  func roundsToTheNearestFive(count: Int, printed: Int) {
    #expect(publicControl().published(count) == .rounded(printed))
  }

  @Test(arguments: 1...7)
  func withholdsSmallCounts(count: Int) {
    #expect(publicControl().published(count) == .withheld)
    #expect(publicControl(showsZero: false).published(count) == .withheld)
  }

  @Test func showsOrWithholdsZeroAsTheSiteSays() {
    #expect(publicControl().published(0) == .exact(0))
    #expect(publicControl(showsZero: false).published(0) == .withheld)
  }

  @Test func passesExactCountsOnlyToOnePracticesOwnEyes() {
    for audience in [Audience.public, .practice] {
      for disclosure in Disclosure.allCases {
        var settings = SiteSettings()
        settings.audience = audience
        settings.disclosure = disclosure
        let isExact = audience == .practice && disclosure == .none
        #expect(DisclosureControl(settings).isExact == isExact)
        #expect(DisclosureControl(settings).published(3) == (isExact ? .exact(3) : .withheld))
      }
    }
  }

  @Test(arguments: 0...7)
  func withholdsThePartOfAWithheldWhole(part: Int) {
    let published = publicControl().published(part, of: 7)
    #expect(published.numerator == .withheld && published.denominator == .withheld)
  }

  @Test func hasNoPartWhereNobodyWasCounted() {
    let shown = publicControl().published(0, of: 0)
    #expect(shown.numerator == .notAvailable && shown.denominator == .exact(0))
    let hidden = publicControl(showsZero: false).published(0, of: 0)
    #expect(hidden.numerator == .withheld && hidden.denominator == .withheld)
  }

  @Test func showsAPartThatRoundsToTheWholeBecauseTheRestMayBeNobody() {
    let published = publicControl().published(28, of: 30)
    #expect(published.numerator == .rounded(30) && published.denominator == .rounded(30))
  }

  @Test func withholdsAPartThatRoundsToTheWholeWhereZeroIsProtected() {
    let published = publicControl(showsZero: false).published(28, of: 30)
    #expect(published.numerator == .withheld && published.denominator == .rounded(30))
  }

  @Test(arguments: [true, false])
  func everyCountLiesBehindWhatIsPublishedOfIt(showsZero: Bool) throws {
    let control = publicControl(showsZero: showsZero)
    var behind: [PublishedCount: Set<Int>] = [:]
    for count in 0...300 { behind[control.published(count), default: []].insert(count) }
    for (published, counts) in behind where published != control.published(300) {
      #expect(Set(try #require(control.counts(behind: published))) == counts)
    }
  }

  @Test func knowsNoCountBehindAMissingFigure() {
    #expect(publicControl().counts(behind: .notAvailable) == nil)
  }

  /// All pairs of whole counts up to 300, by what would be published of them.
  private func pairs(_ control: DisclosureControl) -> [Pair: [(part: Int, whole: Int)]] {
    var pairs: [Pair: [(part: Int, whole: Int)]] = [:]
    for whole in 0...302 {
      for part in 0...whole {
        let (numerator, denominator) = control.published(part, of: whole)
        pairs[Pair(numerator: numerator, denominator: denominator), default: []].append((part, whole))
      }
    }
    return pairs
  }

  private struct Pair: Hashable {
    var numerator: PublishedCount
    var denominator: PublishedCount
  }

  @Test(arguments: [true, false])
  func theRestOfAGroupIsNeverKnownToBeSmall(showsZero: Bool) {
    let protected = showsZero ? 1...7 : 0...7
    for (published, pairs) in pairs(publicControl(showsZero: showsZero))
    where published.denominator != .withheld {
      #expect(!pairs.allSatisfy { protected.contains($0.whole - $0.part) }, "\(published)")
    }
  }

  @Test(arguments: [true, false])
  func aWithheldCountKeepsEveryProtectedCountPossible(showsZero: Bool) {
    let protected = Set(showsZero ? 1...7 : 0...7)
    for (published, pairs) in pairs(publicControl(showsZero: showsZero)) {
      if published.numerator == .withheld {
        #expect(protected.isSubset(of: pairs.map(\.part)), "\(published)")
      }
      if published.denominator == .withheld {
        #expect(protected.isSubset(of: pairs.map(\.whole)), "\(published)")
      }
    }
  }

  @Test(arguments: [true, false])
  func noSmallPartIsEverShown(showsZero: Bool) {
    for (published, pairs) in pairs(publicControl(showsZero: showsZero))
    where published.numerator.shown != nil {
      #expect(pairs.allSatisfy { !(1...7).contains($0.part) && !(1...7).contains($0.whole) })
    }
  }
}
