import PackhorseCore
import Testing

struct TextTests {
  @Test(arguments: [
    ("listenin", "listening"), ("Listening", "listening"), ("lsitening", "listening"), ("offr", "offer"),
    ("xyz", nil),
    ("gp-traine", "gp-trainee"), ("", nil), ("o", nil),
  ])
  func suggestsOnlyWhatIsClose(word: String, expected: String?) {
    #expect(nearMiss(for: word, in: ["listening", "offer", "gp-trainee"]) == expected)
  }

  @Test func suggestsTheFirstOfEquallyCloseWordsInAlphabeticalOrder() {
    #expect(nearMiss(for: "bat", in: ["cat", "bad", "hat"]) == "bad")
  }

  /// Words of few letters, so that every kind of edit happens, against the distance worked out in full.
  @Test func findsTheDistanceThatAFullTableGives() {
    var number: UInt64 = 1
    func letter() -> Character {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return ["a", "b", "c"][Int(number >> 33) % 3]
    }
    func word() -> String { String((0..<(letter() == "a" ? 5 : 7)).map { _ in letter() }) }
    for _ in 0..<20_000 {
      let (one, other) = (word(), word())
      let limit = min(3, max(1, one.utf8.count / 3))
      let isNear = one != other && plainDistance(Array(one.utf8), Array(other.utf8)) <= limit
      #expect(nearMiss(for: one, in: [other]) == (isNear ? other : nil), "\(one) \(other)")
    }
  }

  private func plainDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...other.count), count: one.count + 1)
    for i in 1...one.count {
      table[i][0] = i
      for j in 1...other.count {
        let isSame = one[i - 1] == other[j - 1]
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[one.count][other.count]
  }

  @Test func escapesTextForContentAndAttributes() {
    #expect(HTML(text: "a < b & \"c\" > 'd'").source == "a &lt; b &amp; &quot;c&quot; &gt; 'd'")
  }

  @Test func fillsThePlacesOfAFormInOnePass() {
    let words = Words(["x": "{a} of {b}, {a}"])
    #expect(words("x", ["a": "3", "b": "4"]) == "3 of 4, 3")
    #expect(words("x", ["a": "{b}", "b": "4"]) == "{b} of 4, {b}")
    #expect(words("missing") == "missing")
  }

  @Test func keepsTheOrderOfItemsThatAreMappedInParallel() async {
    let items = Array(0..<10_000)
    for jobs in [1, 2, 7] {
      #expect(await concurrentMap(items, jobs: jobs) { $0 * 2 } == items.map { $0 * 2 })
    }
    #expect(await concurrentMap([Int](), jobs: 4) { $0 }.isEmpty)
  }
}

struct CalendarTests {
  @Test(arguments: [
    ("2026-11-23", 20_780), ("1970-01-01", 0), ("2000-02-29", 11_016), ("1969-12-31", -1),
    ("0001-01-01", -719_162),
  ])
  func countsDaysFromTheFirstOfJanuary1970(text: String, number: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(date.iso == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026/01/01",
    "2026-1-1",
    "2026-01-01 ", "0000-01-01", "２０２６-01-01", "",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2025-Q3", 24_306, 3), ("2025-07", 24_306, 1), ("2025", 24_300, 12), ("2025/26", 24_303, 12),
  ])
  func readsEveryFormOfPeriod(code: String, firstMonth: Int, months: Int) throws {
    let period = try #require(Period(code))
    #expect(period.code == code)
    #expect(period.firstMonth == firstMonth)
    #expect(period.months == months)
  }

  @Test(arguments: [
    "2025-Q5", "2025-13", "2025-00", "2025/27", "2025Q1", "25-Q1", "", "2025-Q", "2025-٠١", "2025/",
  ])
  func refusesWhatIsNoPeriod(code: String) {
    #expect(Period(code) == nil)
  }

  @Test(arguments: [
    ("2025-Q1", Period.Length.financialYear, "2024/25"), ("2025-Q2", .financialYear, "2025/26"),
    ("2025-03", .financialYear, "2024/25"), ("2025-Q4", .year, "2025"), ("2025-11", .quarter, "2025-Q4"),
    ("2025", .year, "2025"),
  ])
  func findsThePeriodThatHoldsAnother(code: String, length: Period.Length, expected: String) throws {
    let period = try #require(Period(code))
    #expect(period.containing(length)?.code == expected)
  }

  @Test(arguments: [Period.Length.financialYear, .quarter, .month])
  func findsNoPeriodForOneThatReachesBeyond(length: Period.Length) throws {
    #expect(try #require(Period("2025")).containing(length) == nil)
  }
}

struct AddressTests {
  @Test(arguments: [
    ("index.html", "modules/a/b.html", "modules/a/b.html"),
    ("modules/a/b.html", "index.html", "../../index.html"),
    ("modules/a/b.html", "modules/a/c.html", "c.html"),
    ("modules/a/b.html", "modules/c/d.html", "../c/d.html"),
    ("modules/a/b.html", "modules/a/b.html", "b.html"), ("a.html", "b c%.html", "b%20c%25.html"),
    ("a.html", "x:y.html", "x%3Ay.html"),
  ])
  func linksNameTheFileRelativeToThePage(page: String, target: String, link: String) {
    #expect(Address(page).href(to: Address(target)) == link)
  }

  @Test func linksWithinAPageAreBareFragments() {
    #expect(Address("a/b.html").href(to: Address("a/b.html"), fragment: "top part") == "#top%20part")
    #expect(Address("a/b.html").href(to: Address("c.html"), fragment: "x") == "../c.html#x")
    #expect(Address("a/b/c.html").rootPrefix == "../../")
  }
}

struct DiagnosticOrderTests {
  @Test func ordersByPlaceAndDropsRepeats() {
    let one = Diagnostic(.error, "b", "B", at: SourceSpan(path: "a.md", line: 2, column: 1))
    let two = Diagnostic(.error, "a", "A", at: SourceSpan(path: "a.md", line: 10, column: 1))
    let whole = Diagnostic(.warning, "c", "C", at: nil)
    #expect([whole, two, one, two].ordered() == [one, two, whole])
    #expect([whole].hasErrors == false)
  }

  @Test func keepsTheOrderOfWhatIsSaidOfOnePlaceInOneWay() {
    let place = SourceSpan(path: "a.md", line: 2, column: 1)
    let hints = (0..<20).map { Diagnostic(.error, "a", "A", at: place, suggestion: "try \($0)") }
    #expect(hints.ordered() == hints)
    #expect(Array(hints.reversed()).ordered() == hints.reversed())
  }
}

struct FolderPathsTests {
  @Test func findsEveryFolderThatAFileLiesIn() {
    #expect(foldersAbove("a/b/c.html") == ["a", "a/b"])
    let paths = ["index.html", "a/b/c.html", "a/b/d.html", "a/e.html", "a/b/f.html", "ab/g/h.html"]
    #expect(allFolders(above: paths) == ["a", "a/b", "ab", "ab/g"])
    #expect(allFolders(above: ["index.html"]).isEmpty)
  }

  @Test func tellsAFilesKindByWhatFollowsItsLastFullStop() {
    #expect(fileExtension(of: "a.b/c.tar.GZ") == "gz")
    for path in ["", "/", "a.b/c", "a/.hidden", ".md"] { #expect(fileExtension(of: path) == "") }
    #expect(fileExtension(of: "folder.md/") == "md")
  }
}
