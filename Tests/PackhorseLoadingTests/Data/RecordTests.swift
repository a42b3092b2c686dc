import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

@Suite struct RecordTests {
  private let rows = """
    R1,DEMO01,2025-04-02,debt,completed,3,6
    R2,DEMO01,2025-04-30,low mood,active,4,
    R3,DEMO01,2025-04-05,debt,completed,5,4

    R4,DEMO01,2025-05-01,"debt, housing",left early,,
    R5,DEMO01,2025-04-09,carer,active,2,4

    """

  @Test func foldsRecordsIntoEveryKindOfMeasure() async {
    let byMonth = DataSample.measures.replacing(
      "numerator: referrals", with: "numerator: referrals\n  publish-by: {pcn: month}", maxReplacements: 1)
    let outcome = await DataSample.load([DataSample.records: DataSample.head + rows], measures: byMonth)
    #expect(outcome.diagnostics == [])
    let observations = outcome.value.observations
    #expect(
      observations.map(\.period.code) == ["2025-04", "2025-05"].flatMap { Array(repeating: $0, count: 4) })
    var change = ChangeSummary()
    (change.people, change.before, change.pairs) = (4, 4, 3)
    (change.sum, change.sumOfSquares, change.sumBefore, change.reached) = (4, 14, 10, 2)
    #expect(
      observations.prefix(4).map(\.value) == [
        .change(change), .flow([2, 0, 2]), .proportion(numerator: 2, denominator: 4), .count(4),
      ])
    #expect(observations.dropFirst(5).first?.value == .flow([0, 1, 0]))
    #expect(
      observations.dropFirst(4).first?.practice.span
        == SourceSpan(path: DataSample.records, line: 6, column: 4, length: 6))
    let table = outcome.value.tables.first
    #expect(table?.rows == 5 && table?.holdsRecords == true && table?.ignoredColumns == ["reason"])
    #expect(table?.firstPeriod?.code == "2025-04" && table?.lastPeriod?.code == "2025-05")
  }

  /// Where lines end in CR alone, the whole file looks like one line of LF: its header.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsRecordsWithAnyLineEnd(lineEnd: String) async {
    let text = (DataSample.head + rows).replacing("\n", with: lineEnd)
    let outcome = await DataSample.load([DataSample.records: text])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.tables.first?.rows == 5)
  }

  @Test func foldsIntoQuartersOfWhichThePartThatIsThereIsKnown() async {
    let outcome = await DataSample.load([DataSample.records: DataSample.head + rows])
    let observations = outcome.value.observations
    #expect(observations.map(\.period.code) == Array(repeating: "2025-Q2", count: 4))
    #expect(observations.map(\.months) == [0b011, 0b011, 0b011, 0b011])
    #expect(observations.last?.value == .count(5))
  }

  @Test(arguments: [
    ("csv-bad-cell", "R1,«demo»,2025-04-02,debt,completed,3,6\n"),
    ("csv-empty-cell", "R1,«»,2025-04-02,debt,completed,3,6\n"),
    ("csv-bad-cell", "R1,DEMO01,«2025-02-30»,debt,completed,3,6\n"),
    ("csv-bad-cell", "R1,DEMO01,«0031-03-12»,debt,completed,3,6\n"),
    ("csv-empty-cell", "R1,DEMO01,«»,debt,completed,3,6\n"),
    ("csv-empty-cell", "«»,DEMO01,2025-04-02,debt,completed,3,6\n"),
    ("csv-bad-cell", "R1,DEMO01,2025-04-02,debt,«finished»,3,6\n"),
    ("score-out-of-range", "R1,DEMO01,2025-04-02,debt,completed,«11»,6\n"),
    ("score-out-of-range", "R1,DEMO01,2025-04-02,debt,completed,3,«-1»\n"),
    ("csv-bad-cell", "R1,DEMO01,2025-04-02,debt,completed,3,«6.5»\n"),
    ("csv-bad-cell", "R1,DEMO01,2025-04-02,debt,completed,«30%»,6\n"),
    ("csv-bad-cell", "R1,DEMO01,2025-04-02,debt,completed,3,«99999999999999999999»\n"),
    ("after-without-before", "R1,DEMO01,2025-04-02,debt,completed,,«6»\n"),
    ("csv-cell-count", "R1,DEMO01,2025-04-02,debt,completed,«3»\n"),
    (
      "duplicate-row",
      "R2,DEMO01,2025-04-02,debt,active,3,6\nR1,DEMO01,2025-04-02,debt,active,3,6\n«R2»,DEMO01,2025-04-03,debt,active,3,6\n"
    ),
  ])
  func reportsFaultsOfRecordsByRowAndColumn(id: String, rows: String) async {
    let diagnostic = await DataSample.expect(id, rows)
    #expect(diagnostic?.summary.contains(/[Rr]ow \d/) == true)
    if let diagnostic { #expect(quotesNothing(diagnostic, of: ["finished", "30%", "6.5", "R2", "2025-04"])) }
  }

  @Test(arguments: [
    "943 476 5919", "9434765919", "seen with 943-476-5919 today", "a.person@example.org", "AB12 3CD",
    "m1 1aa",
    "07700 900123", "+44 7700 900123", "ring 0161 496 0000", "1958-03-02", "02/03/1958", "0101010007",
  ])
  func stopsAtWhatPointsAtAPersonWithoutSayingIt(text: String) async {
    let diagnostic = await DataSample.expect(
      "identifier-found", "R1,DEMO01,2025-04-02,«\(text)»,completed,3,6\n")
    #expect(diagnostic?.summary.contains("'reason'") == true)
    if let diagnostic { #expect(quotesNothing(diagnostic, of: [text])) }
  }

  @Test(arguments: [
    "9434765918", "long-term condition", "30-44", "2025-02-01", "A1 and B2", "3 of 12", "at 10:30",
    "12345678901234", "0.9434765919",
    "9434765919.5", "x9434765919",
  ])
  func takesOtherTextForWhatItIs(text: String) async {
    let row = "R1,DEMO01,2025-04-02,\(text),completed,3,6\n"
    #expect(await DataSample.load([DataSample.records: DataSample.head + row]).diagnostics == [])
  }

  @Test(arguments: ["name", "Surname", "date of birth", "NHS Number", "D.O.B", "Full name", "Birthday"])
  func stopsAtAColumnOfPeople(column: String) async {
    let head = DataSample.head.replacing("reason", with: "«\(column)»")
    _ = await DataSample.expect("identifier-found", "R1,DEMO01,2025-04-02,x,completed,3,6\n", head: head)
  }

  @Test func takesADeclaredColumnAsItIs() async {
    let sources = DataSample.source + "  ignored: [reason]\n"
    let row = "R1,DEMO01,2025-04-02,AB12 3CD,completed,3,6\n"
    #expect(
      await DataSample.load([DataSample.records: DataSample.head + row], sources: sources).diagnostics == [])
  }

  @Test func readsQuicklyWhatItReadsCarefully() async {
    var random = Seeded(seed: 11)
    for round in 0..<12 {
      let file = DataFile(path: DataSample.records, bytes: Array(randomRecords(&random, count: 6_000).utf8))
      let layout = TableLayout(
        path: file.path, names: DataSample.head.dropLast().split(separator: ",").map(String.init))
      var columns = RecordColumns(practice: 1, date: 2, id: 0, status: 4)
      columns.statuses = ["active", "completed"].map { Array($0.utf8) }
      columns.scores = [.init(before: 5, after: 6, range: 0...10, better: 1, important: 2)]
      columns.undeclared = [3]
      let careful = foldCarefully(file, layout, into: RecordFold(columns))
      #expect(careful.diagnostics == [])
      let quick = await foldQuickly(file, layout, into: RecordFold(columns), jobs: 1 + round % 4)
      #expect(quick?.rows == careful.value.rows)
      #expect(quick?.order.isRising == careful.value.order.isRising)
      #expect(quick.map(groups) == groups(careful.value))
    }
  }

  /// A file that is not plain, or wrong, is left to the careful reader; what is read is the same.
  @Test func readsAMutatedFileQuicklyAsItReadsItCarefully() async {
    var random = Seeded(seed: 23)
    let names = DataSample.head.dropLast().split(separator: ",").map(String.init)
    let layout = TableLayout(path: DataSample.records, names: names)
    let columns = RecordColumns(practice: 1, date: 2, id: 0, status: 4, undeclared: [3])
    var wereQuick = 0
    for _ in 0..<1_500 {
      var bytes = Array(randomRecords(&random, count: 6).utf8)
      for _ in 0...random.below(2) {
        let place =
          DataSample.head.utf8.count + 4 + random.below(bytes.count - DataSample.head.utf8.count - 4)
        switch random.below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = random.pick(Array("\"\n\r,;1A \u{7}".utf8))
        default: bytes.insert(random.pick(Array("\"\n\r,x0".utf8)), at: place)
        }
      }
      let file = DataFile(path: DataSample.records, bytes: bytes)
      let careful = foldCarefully(file, layout, into: RecordFold(columns))
      guard let quick = await foldQuickly(file, layout, into: RecordFold(columns), jobs: 2) else { continue }
      wereQuick += 1
      #expect(careful.diagnostics == [])
      #expect(groups(quick) == groups(careful.value))
      #expect(quick.rows == careful.value.rows && quick.order.isRising == careful.value.order.isRising)
    }
    #expect(wereQuick > 200)
  }

  /// Every group with its place and numbers, in words.
  private func groups(_ fold: RecordFold) -> [String] {
    fold.sums.groups.keys.enumerated().map { number, key in
      let width = fold.columns.width
      return
        "\(key) \(fold.sums.places[number]) \(fold.sums.numbers[(number * width)..<((number + 1) * width)])"
    }
  }

  private func randomRecords(_ random: inout Seeded, count: Int) -> String {
    let lineEnd = random.pick(["\n", "\r\n"])
    var text = random.pick(["", "\u{FEFF}"]) + DataSample.head.dropLast() + lineEnd
    for row in 1...count {
      if random.once(in: 50) { text += lineEnd }
      let practice = random.pick(["DEMO01", "DEMO02", "\"A81001\"", "B12345"])
      let reason = random.pick(["debt", "\"debt, housing\"", "naïve", "", "\"\""])
      let day =
        "20\(20 + random.below(5))-\(padded(1 + random.below(12), 2))-\(padded(1 + random.below(28), 2))"
      let before = random.below(11)
      text += "R\(row),\(practice),\(day),\(reason),\(random.pick(["active", "completed", "other"])),"
      text += "\(before),\(random.once(in: 4) ? "" : "\(random.below(11))")"
      if row < count || random.once(in: 2) { text += lineEnd }
    }
    return text
  }
}
