import PackhorseCore
import PackhorseTestSupport
import Testing

/// What counts as covered of the study, and what is said of a claim that nothing delivers.
struct CoverageTests {
  private func site(_ techniques: [String], blocks: [Directive] = [], sources: [String] = []) -> SiteBuilder {
    var site = SiteBuilder()
    site.add("content/practice/page.md") {
      $0.directives = blocks
    } frontMatter: {
      $0.techniques = techniques.enumerated().map { at($1, line: 3 + $0, path: "content/practice/page.md") }
      $0.interventions = [at(8, line: 2, path: "content/practice/page.md")]
      $0.themes = [at("time", line: 2, path: "content/practice/page.md")]
      $0.sources = sources.map { at($0, line: 9, path: "content/practice/page.md") }
    }
    return site
  }

  private func block(_ name: DirectiveName, kind: String? = nil) -> Directive {
    let span = SourceSpan.file("content/practice/page.md")
    return Directive(name: name, arguments: kind.map { ["kind": Located($0, at: span)] } ?? [:], span: span)
  }

  @Test func aClaimThatNothingDeliversIsAnErrorAndDoesNotCount() async {
    let found = await site(["prompts", "punishment", "cueing"], blocks: [block(.cards, kind: "idea")])
      .resolved()
    let faults = found.diagnostics.filter { $0.id == "undelivered-technique" }
    #expect(faults.map(\.span?.start.line) == [3, 4, 5])
    #expect(faults[0].suggestion?.contains("'cards prompt'") == true)
    #expect(faults[1].suggestion == "take it out: no block delivers it")
    #expect(Coverage(of: found.value.publication).techniques.isEmpty)
  }

  @Test func aBlockOfTheRightKindDeliversWhatIsClaimedAndNothingElse() async {
    let found = await site(["prompts", "cueing"], blocks: [block(.cards, kind: "prompt")]).resolved()
    #expect(found.diagnostics.map(\.id) == [])
    let coverage = Coverage(of: found.value.publication)
    #expect(coverage.techniques == ["prompts": 1, "cueing": 1])
    #expect(coverage.interventions == [8: 1] && coverage.themes == ["time": 1])
    #expect(coverage.domains == [.capability: 1])
    #expect(coverage.parts.map(\.covered) == [1, 1, 2])
    #expect(coverage.parts.map(\.total) == [10, 22, 38])
  }

  @Test func everyTechniqueIsDeliveredByBlocksAndKindsThatExist() {
    let blocks = Set(DirectiveName.allCases.map(\.rawValue))
    for technique in StudyMap.techniques {
      #expect(technique.interventions.allSatisfy(StudyMap.interventions.contains))
      for delivery in technique.deliveredBy where !["citation", "check-ins"].contains(delivery) {
        let parts = delivery.split(separator: " ").map(String.init)
        if parts[0] == "page" {
          #expect(PageKind(rawValue: parts[1]) != nil, "\(delivery)")
        } else {
          #expect(blocks.contains(parts[0]), "\(delivery)")
          let kinds = DirectiveName(rawValue: parts[0])?.allowedValues(of: "kind") ?? []
          #expect(parts.count == 1 || kinds.contains(parts[1]), "\(delivery)")
        }
      }
    }
    #expect(StudyMap.themes.count == 22 && StudyMap.techniques.count == 38)
  }
}
