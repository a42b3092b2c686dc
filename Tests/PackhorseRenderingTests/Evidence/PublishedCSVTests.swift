import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct PublishedCSVTests {
  private func lines(_ series: PublishedSeries) -> [String] {
    let bytes = publishedCSV(PublishedEvidence(series: [series]), text: EvidenceText(catalogue))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func holdsWhatThePagesShow() {
    let lines = lines(
      series([rounded("2023", 45, of: 1110, months: 6), withheld("2024", of: .rounded(20)), missing("2025")]))
    #expect(
      lines[0].hasPrefix(
        "area_type,area_code,area_name,period,measure,statistic,n,numerator,denominator,value,sd,"))
    #expect(
      lines[1].hasPrefix("practice,DEMO01,Demo Surgery,2023,attended,proportion,,45,1110,0.0405,,0.0289,"))
    #expect(lines[1].hasSuffix(",,6 of 12 months"))
    #expect(
      lines[2] == "practice,DEMO01,Demo Surgery,2024,attended,proportion,,[c],20,[c],,[c],[c],[c],[c],,")
    #expect(
      lines[3] == "practice,DEMO01,Demo Surgery,2025,attended,proportion,,[x],[x],[x],,[x],[x],[x],[x],,")
    #expect(lines[4].isEmpty && lines.count == 5)
  }

  @Test func saysOfAMeanOfSomePracticesWhomItLeavesOut() {
    var change = PublishedChange(pairs: .rounded(80))
    change.meanBefore = 4
    change.people = .rounded(110)
    change.pairsOfPractices = .rounded(50)
    var measure = demoMeasure()
    measure.kind = .meanChange
    var point = missing("2025")
    point.figure = .change(change)
    let lines = lines(series([point], measure))
    let note = "only people of practices with 10 or more"
    #expect(lines[1].contains(",mean-change,50,") && lines[1].hasSuffix(note))
    #expect(lines[2].contains(",mean-before,50,") && lines[2].hasSuffix(note))
    #expect(lines[3].contains(",both-scores,,80,110,") && lines[3].hasSuffix(","))
  }

  @Test func saysHowManyAMeanNeeds() {
    var change = PublishedChange(pairs: .rounded(80))
    (change.pairsOfPractices, change.fewestForMean) = (.rounded(50), 20)
    var measure = demoMeasure()
    measure.kind = .meanChange
    var point = missing("2025")
    point.figure = .change(change)
    #expect(lines(series([point], measure))[1].hasSuffix("only people of practices with 20 or more"))
  }

  @Test func saysBetweenWhichNumbersSumsLie() {
    let lines = lines(series([summed("2025")]))
    #expect(lines[1].contains(",proportion,,48,114,"))
    #expect(lines[1].hasSuffix(",,numerator from 40 to 56; denominator from 98 to 130"))
  }

  @Test func givesEveryRowEveryColumn() {
    for series in variousSeries {
      #expect(lines(series).dropLast().allSatisfy { $0.count { $0 == "," } == 16 })
    }
  }

  @Test func printsAllAsOne() {
    #expect(lines(series([exact("2025", 40, of: 40)]))[1].contains(",40,40,1.0000,"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("a=b", "a=b"),
    ("Smith, Jones", "\"Smith, Jones\""), ("The \"Elms\"", "\"The \"\"Elms\"\"\""), ("=A,B", "\"'=A,B\""),
  ])
  func makesTextSafeForSpreadsheets(name: String, cell: String) {
    var series = series([rounded("2025", 45, of: 110)])
    series.area.name = name
    #expect(lines(series)[1].hasPrefix("practice,DEMO01,\(cell),2025,"))
  }

  @Test func quotesLineBreaks() {
    var series = series([rounded("2025", 45, of: 110)])
    series.area.name = "a\r\nb"
    let text = String(
      decoding: publishedCSV(PublishedEvidence(series: [series]), text: EvidenceText(catalogue)),
      as: UTF8.self)
    #expect(text.contains(",\"a\r\nb\",2025,"))
  }
}
