import PackhorseCore
import Testing

@testable import PackhorseRendering

private let files = plan(FixtureSite.site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
private func page(_ path: String) -> String { files[path] ?? "" }

@Suite struct Pages {
  @Test func homeAsksFirstWhoSomebodyIs() {
    let home = page("index.html")
    #expect(home.contains("<a href=\"pathways/gp-trainee.html\"><span class=\"role\">GP trainee</span>"))
    #expect(home.contains("src=\"practice/alex.jpg\" alt=\"Alex at a desk\""))
    #expect(home.contains("Tuesday and Thursday morning"))
    #expect(home.contains("href=\"mailto:alex@example.org\""))
    #expect(home.contains("People who moved away count as not attending."))
    #expect(home.contains("reviewed 1 October 2026"))
  }

  @Test func menuMarksWhereAReaderIs() {
    #expect(page("index.html").contains("<a href=\"index.html\" aria-current=\"page\">Home</a>"))
    let module = page("modules/talking/ask.html")
    #expect(
      module.contains(
        "<a href=\"../../modules/talking/index.html\" aria-current=\"true\">Talking it over</a>"))
  }

  @Test func menuDoesNotGrowWithThePages() {
    var site = FixtureSite.site
    for index in 0..<500 {
      site.publication.pages.append(FixtureSite.page(.practice, "practice/p\(index)", "Page \(index)"))
    }
    let many = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.text("groups.html")
    #expect(many.utf8.count == page("groups.html").utf8.count)
  }

  @Test func moduleSaysWhatItTakesAndGives() {
    let module = page("modules/referral-criteria/who.html")
    #expect(module.contains("<title>Who is it for? – Social prescribing at Demo Surgery</title>"))
    #expect(module.contains("<span>10 minutes</span> <span>For GP trainees</span>"))
    #expect(module.contains("<li>Say who it is for.</li>"))
    #expect(module.contains("<a href=\"#one\">Part one</a>"))
    #expect(module.contains("Body of Who is it for?"))
    #expect(module.contains("Clinical review: none yet."))
  }

  @Test func moduleLeadsOnInItsSectionAndItsPaths() {
    let first = page("modules/referral-criteria/who.html")
    #expect(first.contains("rel=\"next\" href=\"when.html\""))
    #expect(!first.contains("rel=\"prev\""))
    #expect(
      page("modules/referral-criteria/when.html").contains("<a href=\"../talking/ask.html\">Ask first</a>"))
    #expect(page("modules/talking/ask.html").contains("<a href=\"../../pathways/locum.html\">Last module."))
  }

  @Test func moduleNamesWhatToReadFirst() {
    #expect(
      page("modules/referral-criteria/when.html").contains(
        "Read first: <a href=\"who.html\">Who is it for?</a>"))
  }

  @Test func shortPagesHaveNoListOfParts() {
    #expect(!page("modules/talking/ask.html").contains("class=\"contents\""))
  }

  @Test func overduePagesSaySo() {
    #expect(page("modules/referral-criteria/when.html").contains("was due for review on 1 May 2025"))
    #expect(!page("modules/referral-criteria/who.html").contains("age-overdue"))
  }

  @Test func dueReviewsAreAnnouncedWithinTheWarningDays() {
    var site = FixtureSite.site
    let due = FixtureSite.day("2026-12-23")
    site.edit(page: 3) { $0.reviewDue = Located(due, at: .file("x")) }
    func text(_ day: String) -> String {
      plan(site, date: FixtureSite.day(day), parser: FixtureSite.parser).value.text(
        "modules/talking/ask.html")
    }
    #expect(!text("2026-11-22").contains("class=\"age\""))
    #expect(text("2026-11-23").contains("due for review by 23 December 2026"))
    #expect(text("2026-12-23").contains("due for review by 23 December 2026"))
    #expect(text("2026-12-24").contains("age-overdue"))
  }

  @Test func pathAddsUpItsMinutes() {
    let path = page("pathways/gp-trainee.html")
    #expect(path.contains("<span>10 minutes</span> <span>30 minutes so far</span>"))
    #expect(path.contains("30 minutes in all."))
    #expect(path.contains("The time set aside for this path is 40 minutes."))
    #expect(path.contains("in weeks 2, 6 and 12 after you start"))
    #expect(path.contains("data-weeks=\"2 6 12\""))
    #expect(path.contains("<th scope=\"row\">Check-in, week 12</th><td class=\"number\"></td>"))
    #expect(path.contains("<th scope=\"row\">Ask first</th><td class=\"number\">10</td>"))
  }

  @Test func whatChangedAfterItsReviewIsNewSinceThatDay() {
    let path = "content/modules/a/b.md"
    var matter = FrontMatter()
    matter.title = "Changed"
    matter.reviewed = FixtureSite.day("2026-10-01")
    matter.changed = FixtureSite.day("2026-11-20")
    var site = FixtureSite.site
    site.publication.pages.append(
      ResolvedPage(
        address: Address("modules/a/b.html"),
        source: SourcePage(path: path, kind: .module, frontMatter: matter, body: [], bodyLine: 1),
        headings: [], bindings: Bindings()))
    let texts = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    let entry = "<li data-changed=\"2026-11-20\"><h2><a href=\"modules/a/b.html\">Changed</a></h2>"
    #expect(texts["changes.html"]?.contains(entry) == true)
    #expect(texts["changes.html"]?.contains("changed 20 November 2026") == true)
    #expect(texts["index.html"]?.contains("changed 20 November 2026") == true)
  }

  @Test func coverageCountsWhatIsDeliveredAndNamesWhatIsNot() {
    var matter = FrontMatter()
    matter.title = "Taking it up"
    matter.interventions = [Located(1, at: .file("p"))]
    matter.themes = [Located("time", at: .file("p"))]
    var bindings = Bindings()
    bindings.techniques = ["demonstration"]
    var site = FixtureSite.site
    site.publication.pages.append(
      ResolvedPage(
        address: Address("practice/up.html"),
        source: SourcePage(path: "p", kind: .practice, frontMatter: matter, body: [], bodyLine: 1),
        headings: [], bindings: bindings))
    let texts = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    let page = texts["coverage.html"] ?? ""
    #expect(page.contains("<th scope=\"row\">1. GP skills training</th><td>1</td><td>2 of 10</td>"))
    #expect(page.contains("<th scope=\"row\">Time</th><td>Capability</td><td>1</td>"))
    #expect(page.contains("<th scope=\"row\">Reward</th><td>4</td><td>Not covered</td>"))
    #expect(
      page.contains(
        "<th scope=\"row\"><a href=\"practice/up.html\">Taking it up</a></th><td>1</td><td>1</td>"))
    let data = texts["data/coverage.csv"] ?? ""
    #expect(
      data.hasPrefix("scope,scope_id,dimension,id,pages\nsite,,intervention,1,1\nsite,,intervention,2,0\n"))
    #expect(data.contains("page,practice/up.html,technique,demonstration,1\n"))
    #expect(data.contains("site,,technique,monitoring,2\n"))
    let none = plan(FixtureSite.site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    #expect(none["coverage.html"] == nil && none["data/coverage.csv"] == nil)
  }

  @Test func oneOfAThingIsCalledOne() {
    var site = FixtureSite.site
    site.publication.pathways[1].source.checkIns = [2]
    let texts = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.texts
    #expect((texts["pathways/locum.html"] ?? "").contains("in week 2 after you start"))
    #expect((texts["pathways/index.html"] ?? "").contains("<span>1 module</span>"))
  }

  @Test func storyBeginsWithItsOrigin() throws {
    let story = page("stories/maya.html")
    let origin = try #require(story.firstRange(of: "class=\"provenance\""))
    let body = try #require(story.firstRange(of: "Body of Maya"))
    #expect(origin.lowerBound < body.lowerBound)
  }

  @Test func withdrawnStoryLeavesNothingOfItself() {
    let page = page("stories/gone.html")
    #expect(page.contains("This story is no longer shown"))
    #expect(!page.contains("canonical"))
    #expect(!(files["sitemap.xml"] ?? "").contains("gone"))
  }

  @Test func practiceHomeListsItsFolder() {
    #expect(page("practice/index.html").contains("<a href=\"meeting.html\">Meeting pack</a>"))
    #expect(!page("practice/index.html").contains("<a href=\"index.html\">Start here</a>"))
  }

  @Test func directoryGoesByDay() throws {
    let groups = page("groups.html")
    let walk = try #require(groups.firstRange(of: "The walk"))
    let choir = try #require(groups.firstRange(of: "The choir"))
    #expect(walk.lowerBound < choir.lowerBound)
    #expect(groups.contains("<h2 id=\"_day-0\">Other days, or by arrangement</h2>"))
  }

  @Test func glossaryIsInAlphabeticalOrder() throws {
    let glossary = page("glossary.html")
    let first = try #require(glossary.firstRange(of: "<dt id=\"co-production\">"))
    let second = try #require(glossary.firstRange(of: "<dt id=\"link-worker\">"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(glossary.contains("Also: navigator."))
  }

  @Test func figuresComeAfterTheSentenceAndBeforeTheCaveats() throws {
    let outcomes = page("outcomes.html")
    let sentence = try #require(outcomes.firstRange(of: "<p class=\"finding\">"))
    let table = try #require(outcomes.firstRange(of: "The figures as a table"))
    let caveats = try #require(outcomes.firstRange(of: "What this cannot show"))
    #expect(sentence.lowerBound < table.lowerBound && table.lowerBound < caveats.lowerBound)
    #expect(outcomes.contains("href=\"data/outcomes.csv\""))
    #expect(outcomes.contains("rounded to the nearest 5"))
  }

  @Test(arguments: [
    (true, false, "A count of 0 is shown."), (false, false, "A count of 0 is withheld"),
    (true, true, "Counts are exact."),
  ])
  func figuresSayHowTheyWereMadeSafe(_ showsZero: Bool, _ isExact: Bool, _ sentence: String) {
    var site = FixtureSite.site
    site.publication.settings.showsZero = showsZero
    site.evidence.isExact = isExact
    let text = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.text("outcomes.html")
    #expect(text.contains(sentence))
  }

  @Test func localWordsStandInTitles() {
    var site = FixtureSite.site
    site.publication.settings.localWords["link-worker"]?.singular = "community connector"
    site.edit(page: 3) { $0.title = "Meet the :word[link-worker]" }
    let text = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.text(
      "modules/talking/ask.html")
    #expect(text.contains("<h1>Meet the community connector</h1>"))
  }

  @Test func aPageInAnotherLanguageSaysSo() {
    var site = FixtureSite.site
    site.edit(page: 3) { $0.language = "cy" }
    let text = plan(site, date: FixtureSite.date, parser: FixtureSite.parser).value.text(
      "modules/talking/ask.html")
    #expect(text.contains("<html lang=\"cy\">"))
  }
}
