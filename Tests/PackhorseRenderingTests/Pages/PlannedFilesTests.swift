import PackhorseCore
import Testing

@testable import PackhorseRendering

/// Which files a site becomes.
struct PlannedFilesTests {
  @Test func hasAFileForEverything() {
    let expected = [
      "404.html", "assets/icon.svg", "assets/packhorse-paper.css", "assets/packhorse-training.css",
      "assets/packhorse.css", "assets/packhorse.js", "changes.html", "checked.html", "criteria/index.html",
      "criteria/referral.html", "data/areas.csv", "data/datapackage.json", "data/groups.json",
      "data/notes.txt",
      "data/outcomes.csv",
      "data/outcomes.csv-metadata.json", "digest.html", "evidence/index.html",
      "evidence/trials.html", "feed.json", "feed.xml", "glossary.html", "groups.html", "groups/choir.html",
      "groups/walk.html", "index.html", "link-worker.html", "modules/index.html", "modules/old.html",
      "modules/referral-criteria/index.html", "modules/referral-criteria/when.html",
      "modules/referral-criteria/who.html", "modules/talking/ask.html", "modules/talking/index.html",
      "offline.js", "offline.json", "outcomes.html", "pathways/gp-trainee.html", "pathways/index.html",
      "pathways/locum.html", "practice/alex.jpg", "practice/index.html", "practice/meeting.html",
      "search.html", "search/1-0.js", "search/1.js", "search/2-0.js", "search/2.js", "sitemap.xml",
      "stories/gone.html", "stories/index.html", "stories/maya.html", "summaries/index.html",
      "summaries/year.html",
    ]
    #expect(
      plan(FixtureSite.site, date: FixtureSite.date, parser: FixtureSite.parser).value.files.map(
        \.address.path) == expected)
  }
}
