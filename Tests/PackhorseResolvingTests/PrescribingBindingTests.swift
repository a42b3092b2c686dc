import PackhorseCore
import Testing

@testable import PackhorseResolving

struct PrescribingBindingTests {
  private func problems(_ change: (inout [Measure]) -> Void) async -> [Diagnostic] {
    var site = SiteBuilder()
    var measures = ["items", "referrals"].map { Measure(id: $0) }
    for index in measures.indices { measures[index].kind = .rate }
    change(&measures)
    site.source.measures = measures
    let span = SourceSpan(path: "content/index.md", line: 7, column: 1, length: 9)
    site.add("content/index.md") { outline in
      outline.directives = [
        Directive(
          name: .prescribingBesideReferral,
          arguments: [
            "prescribing": Located("items", at: span), "referral": Located("referrals", at: span),
          ], span: span)
      ]
    }
    return await site.diagnostics().filter { ["not-beside-each-other", "unknown-measure"].contains($0.id) }
  }

  @Test func twoRatesByTheSamePeriodsMayStandSo() async {
    #expect(await problems { _ in }.isEmpty)
  }

  @Test func aMeasureThatIsNoRateIsReported() async {
    let found = await problems { $0[1].kind = .proportion }
    #expect(found.map(\.id) == ["not-beside-each-other"])
    #expect(found.first?.summary == "'referrals' is no rate")
    #expect(found.first?.span?.start.line == 7)
  }

  @Test func periodsOfDifferentLengthsAreReported() async {
    let found = await problems { $0[0].publishBy = [.practice: .quarter] }
    #expect(found.map(\.summary) == ["Periods of 'items' and 'referrals' differ in length"])
    #expect(found.first?.suggestion?.contains("publish-by") == true)
  }

  @Test func aMeasureThatNobodyDefinedIsReported() async {
    #expect(await problems { $0.removeLast() }.map(\.id) == ["unknown-measure"])
  }
}
