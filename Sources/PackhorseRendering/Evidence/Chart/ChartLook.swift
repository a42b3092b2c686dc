/// What a shape of a chart looks like: its class, by which a style sheet finds it, and what keeps it legible on white where
/// there is none.
///
/// Written out as it stands in the drawing: a nation has millions of them.
struct ChartLook {
  let classes: StaticString
  let attributes: StaticString

  private init(_ classes: StaticString, _ attributes: StaticString = "") {
    (self.classes, self.attributes) = (classes, attributes)
  }

  static let grid = ChartLook("chart-grid", ##" stroke="#d5dadd" stroke-width="1""##)
  static let baseline = ChartLook("chart-axis", ##" stroke="#595959" stroke-width="1.5""##)
  static let band = ChartLook("chart-band", ##" fill="#12436d" fill-opacity="0.15""##)
  static let whisker = ChartLook("chart-whisker", ##" stroke="#12436d" stroke-width="1.5""##)
  static let point = ChartLook("chart-point", ##" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##)
  static let partPoint = ChartLook(
    "chart-point chart-point-part", ##" fill="#ffffff" stroke="#12436d" stroke-width="2""##)
  static let withheld = ChartLook("chart-withheld")
  static let hatch = ChartLook("chart-hatch", ##" stroke="#b9c1c5" stroke-width="2""##)
  static let missing = ChartLook("chart-missing", ##" fill="none" stroke="#8a949a" stroke-dasharray="2 4""##)

  static let own = ChartLook("chart-own", ##" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##)
  static let member = ChartLook(
    "chart-point chart-member", ##" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##)
  static let other = ChartLook("chart-other", ##" fill="#ffffff" stroke="#12436d" stroke-width="2""##)

  static let bar = ChartLook("chart-bar", ##" fill="#12436d" fill-opacity="0.15""##)
  static let solidBar = ChartLook("chart-bar", ##" fill="#12436d" fill-opacity="0.8""##)
  static let ownBar = ChartLook("chart-bar", ##" fill="#12436d" fill-opacity="0.4""##)
  static let expected = ChartLook(
    "chart-expected", ##" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="3 3""##)
  static let centre = ChartLook("chart-centre", ##" fill="none" stroke="#51606a" stroke-width="1.5""##)
  static let limit = ChartLook(
    "chart-limit", ##" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="5 4""##)
  static let farLimit = ChartLook(
    "chart-far-limit", ##" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="1.5 3.5""##)
  static let controlLine = ChartLook(
    "chart-control-line", ##" fill="none" stroke="#768692" stroke-width="1.5" stroke-linejoin="round""##)
  // The colours of Making Data Count: blue for improvement, orange for concern, purple where neither way is better.
  static let common = ChartLook("chart-common", ##" fill="#768692" stroke="#ffffff" stroke-width="1""##)
  static let improvement = ChartLook(
    "chart-improvement", ##" fill="#005eb8" stroke="#ffffff" stroke-width="1""##)
  static let concern = ChartLook("chart-concern", ##" fill="#ed8b00" stroke="#7a4700" stroke-width="1.5""##)
  static let neutral = ChartLook("chart-neutral", ##" fill="#330072" stroke="#ffffff" stroke-width="1""##)
  static let note = ChartLook("chart-note", ##" stroke="#51606a" stroke-width="1" stroke-dasharray="2 2""##)

  static let line = ChartLook(
    "chart-line",
    ##" fill="none" stroke="#12436d" stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="none""##)
  static let dashedLine = ChartLook(
    "chart-line chart-line-part",
    ##" fill="none" stroke="#12436d" stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="6 5""##)

  // The style sheet adds a rim in the colour of the ground, so that lines below a label do not disturb it.
  static let mark = ChartLook("chart-mark", ##" fill="#51606a""##)
  static let name = ChartLook("chart-name", ##" fill="#212b32""##)
  static let value = ChartLook("chart-value", ##" fill="#12436d" font-weight="700""##)
  static let absence = ChartLook("chart-absence", ##" fill="#51606a" font-weight="400""##)
}
