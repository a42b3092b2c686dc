import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

private func files(_ change: (inout EvidencedSite) -> Void = { _ in }) -> [String: String] {
  var site = FixtureSite.site
  change(&site)
  return plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    .filter { $0.key.hasPrefix("search/") }
}

@Suite struct SearchFilesTests {
  @Test func coverEveryKindOfPage() {
    let texts = files().values.joined()
    for address in [
      "modules/referral-criteria/who.html", "modules/talking/index.html", "stories/maya.html",
      "evidence/trials.html",
      "summaries/year.html", "practice/meeting.html", "criteria/referral.html", "groups/walk.html",
      "glossary.html#link-worker",
    ] {
      #expect(texts.contains("[\"\(address)\", "), "\(address)")
    }
    #expect(!texts.contains("stories/gone.html"))
  }

  @Test func keepStoriesApart() {
    let made = files()
    #expect(
      made["search/2.js"]?.hasPrefix("// stories/maya.html\npackhorseIndex(2, [[\"story\", 1]]") == true)
    #expect(
      made.filter { $0.value.contains("stories/maya.html") }.keys.sorted() == [
        "search/2-0.js", "search/2.js",
      ])
  }

  @Test func leaveOutAGroupThatNoLongerRuns() {
    let made = files { $0.publication.groups[0].status = .defunct }
    #expect(!made.values.joined().contains("groups/walk.html"))
  }

  @Test func holdHostileTextAsText() {
    let made = files { site in
      site.edit(page: 1) { $0.title = "\"]);alert(1);//</script><img src=x>\u{2028}\\" }
    }
    let text = made["search/1-0.js"] ?? ""
    #expect(text.contains(#""\"]);alert(1);//\u003c/script>\u003cimg src=x>"#))
    #expect(!text.contains("<"))
  }

  @Test func beginANewFileAfterSoManyEntries() {
    let made = files { site in
      site.publication.glossary = (0..<600).map { number in
        GlossaryEntry(id: "word-\(number)", term: "Word \(number)", definition: "Meaning.", also: [])
      }
    }
    let volumes = made.keys.filter { !$0.contains("-") }.sorted()
    #expect(volumes == ["search/1.js", "search/2.js", "search/3.js", "search/4.js"])
    #expect(made.keys.count { $0.hasPrefix("search/1-") } == 16)
  }

  @Test func packWordsInOrderWithWhatTheyShare() {
    var index = SearchIndex(skipping: ["the"])
    index.add(0, title: "Walking", [SearchPart(text: Array("the walk, a walker".utf8))])
    index.add(1, title: "", [SearchPart(text: Array("walk".utf8))])
    let packed = index.packed()
    // "walk" in both, "er" and "ing" in the first, which is about "walking"; "al", "er" and "ing" have a mark each.
    #expect(String(decoding: packed.words, as: UTF8.self) == "Aw;kE,E&")
    #expect(packed.places == [0, 1, 1, 3].map { UInt8(ascii: "#") + $0 })
  }
}
