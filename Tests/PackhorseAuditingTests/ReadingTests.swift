import PackhorseCore
import Testing

@testable import PackhorseAuditing

@Suite struct ReadingTests {
  @Test(arguments: [
    ("86%", 0.86), ("1,245", 1245), ("−0.6", -0.6), ("+0.8", 0.8), ("about 12.5", 12.5), ("0.125", 0.125),
    ("12 345", 12),
    ("99.5%", 0.995), ("1.234,5", 1234.5), ("under 0.1%", 0.001),
  ])
  func readsNumbersAsPeopleWriteThem(text: String, value: Double) {
    #expect(PrintedNumber(text).map { abs($0.value - value) < 1e-9 } == true)
  }

  @Test(arguments: ["", "withheld", "[c]", "—"])
  func seesNoNumberWhereThereIsNone(text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test func readsQuotedCells() {
    let table = CSVRows(Array("a,b\n\"x, \"\"y\"\"\",2\r\n\"two\nlines\",3".utf8))
    #expect(
      table.header == ["a", "b"] && table.rows.map(\.cells) == [["x, \"y\"", "2"], ["two\nlines", "3"]])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  /// Two marks on an axis from 0 to 100% that is 200 high.
  @Test(arguments: [(110.0, true), (90.0, false)])
  func readsMarksAgainstTheirAxis(height: Double, isPublished: Bool) async {
    var site = AuditFixture()
    site.page = """
      <figure class="chart"><svg><line class="chart-axis" x1="0" y1="190" x2="9" y2="190"/>
      <line class="chart-grid" x1="0" y1="-10" x2="9" y2="-10"/><circle class="chart-point" cx="5" cy="\(height)" r="4"/>
      <text class="chart-value" data-value-id="attended.DEMO03.2025.value"><tspan x="1" y="1">40%</tspan></text>
      <text class="chart-mark" text-anchor="end"><tspan x="1" y="195">0%</tspan></text>
      <text class="chart-mark" text-anchor="end"><tspan x="1" y="-5">100%</tspan></text></svg></figure>
      """
    #expect(await site.problems() == (isPublished ? [] : ["unpublished-mark"]))
  }

  @Test func reportsMoreMarksThanThereAreFigures() async {
    var site = AuditFixture()
    let circle = "<circle class=\"chart-point\" cx=\"5\" cy=\"110\" r=\"4\"/>"
    site.page = """
      <figure class="chart"><svg><line class="chart-axis" x1="0" y1="190" x2="9" y2="190"/>
      <line class="chart-grid" x1="0" y1="-10" x2="9" y2="-10"/>\(circle)\(circle)
      <text class="chart-value" data-value-id="attended.DEMO03.2025.value"><tspan x="1" y="1">40%</tspan></text>
      <text class="chart-mark" text-anchor="end"><tspan x="1" y="195">0%</tspan></text>
      <text class="chart-mark" text-anchor="end"><tspan x="1" y="-5">100%</tspan></text></svg></figure>
      """
    #expect(await site.problems() == ["unpublished-mark"])
  }

  @Test(arguments: [
    "<", "<a", "<a b", "<a b=", "<a b='", "<!--", "</", "<!", "<?", "&", "&#x;", "<script>", "<p &#99999999;",
  ])
  func readsBrokenMarkupToItsEnd(text: String) {
    var reader = MarkupReader(Array(text.utf8))
    var pieces = 0
    while reader.next() != nil, pieces < 100 { pieces += 1 }
    #expect(pieces < 100)
  }
}
