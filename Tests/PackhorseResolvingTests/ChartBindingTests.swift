import PackhorseCore
import Testing

@testable import PackhorseResolving

@Suite struct ChartBindingTests {
  @Test(arguments: [
    (Measure.Kind.proportion, "flow"), (.flow, "spc"), (.count, "funnel"), (.rate, "change"), (.flow, "line"),
  ])
  func aChartThatDoesNotSuitItsMeasureIsReported(kind: Measure.Kind, chart: String) async throws {
    let found = try await problems(kind, chart)
    #expect(found.map(\.id) == ["chart-does-not-suit"])
    #expect(found.first?.suggestion?.contains("leave 'kind' out") == true)
  }

  @Test(arguments: [
    (Measure.Kind.proportion, "funnel"), (.flow, "flow"), (.count, "spc"), (.meanChange, "change"),
  ])
  func oneThatSuitsIsNot(kind: Measure.Kind, chart: String) async throws {
    #expect(try await problems(kind, chart).isEmpty)
  }

  @Test(arguments: ["areas", "funnel"])
  func practicesThatAreKeptApartAreNotComparedByAChart(chart: String) async throws {
    let found = try await problems(.rate, chart, isCompared: false)
    #expect(found.map(\.id) == ["chart-does-not-suit"])
    #expect(found.first?.explanation?.contains("beside-others: false") == true)
    #expect(try await problems(.rate, "spc", isCompared: false).isEmpty)
  }

  private func problems(
    _ kind: Measure.Kind, _ chart: String, isCompared: Bool = true
  ) async throws -> [Diagnostic] {
    var site = SiteBuilder()
    var measure = Measure(id: "m")
    (measure.kind, measure.isCompared) = (kind, isCompared)
    site.source.measures = [measure]
    let span = SourceSpan(path: "content/index.md", line: 7, column: 1, length: 9)
    site.add("content/index.md") { outline in
      outline.directives = [
        Directive(
          name: .chart, arguments: ["measure": Located("m", at: span), "kind": Located(chart, at: span)],
          span: span)
      ]
    }
    return await site.diagnostics().filter { $0.id.hasPrefix("chart") }
  }
}
