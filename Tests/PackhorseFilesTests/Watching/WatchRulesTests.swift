import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct WatchRulesTests {
  @Test(arguments: [
    "content/site.yml", "content/modules/a/b.md", "content/references.json", "content/data/groups.csv",
    "content/a/photo.PNG", "content/2026.md", "content/a/film.mp4", "private/consent.csv",
    "templates/pages/module.mustache", "templates/assets/packhorse.css", "templates/assets/mark.svg",
    "words/en.yml",
    ".packhorse/withdrawn",
  ])
  func watchesWhatABuildReads(_ path: String) { #expect(isWatched(path)) }

  @Test(arguments: [
    ".packhorse/manifest.json", ".packhorse/lock", "public/index.html",
    ".public.packhorse-staging/index.html",
    "README.md", "content", "content/notes.docx", "content/a/table.xlsx", "private/deep/consent.csv",
    "private/letter.pdf", "words/notes.txt", "other/content/x.md", "", "/",
  ])
  func passesOverWhatNoBuildReads(_ path: String) { #expect(!isWatched(path)) }

  @Test(arguments: [
    ".page.md.swp", ".page.md.swx", "page.md~", "4913", "5036", "#page.md#", ".#page.md", "page.md.tmp",
    "page.md.bak",
    "page.md.orig", "page.md.part", "page.mustache.swo", ".goutputstream-X1Y2Z3", "page.md___jb_tmp___",
    "page.md___jb_old___", ".page.md.kate-swp", ".~lock.groups.csv#", "~$groups.csv", "page.md.save",
    "page.TMP",
    "groups.csv.crdownload", ".DS_Store", ".git",
  ])
  func passesOverWhatProgramsKeepBesideAFile(_ name: String) {
    #expect(isTemporary(name: name, kind: fileExtension(of: name)))
    for folder in ["content", "content/data", "templates/pages", "words", "private"] {
      #expect(!isWatched(folder + "/" + name))
    }
  }

  @Test(arguments: ["content/.drafts/page.md", "content/old~/page.md", "templates/.git/HEAD"])
  func passesOverFoldersThatABuildPassesOver(_ path: String) { #expect(!isWatched(path)) }
}
