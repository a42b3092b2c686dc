/// What a shape of a chart looks like: its class, by which a style sheet finds it, and what keeps it legible on white where
/// there is none.
///
/// Written out as it stands in the drawing: a nation has millions of them.
struct ChartLook: ExpressibleByStringLiteral {
  let attributes: StaticString

  init(stringLiteral attributes: StaticString) { self.attributes = attributes }

  static let grid: ChartLook = ##" class="chart-grid" stroke="#d5dadd" stroke-width="1""##
  static let baseline: ChartLook = ##" class="chart-axis" stroke="#595959" stroke-width="1.5""##
  static let band: ChartLook = ##" class="chart-band" fill="#12436d" fill-opacity="0.15""##
  static let whisker: ChartLook = ##" class="chart-whisker" stroke="#12436d" stroke-width="1.5""##
  static let point: ChartLook = ##" class="chart-point" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##
  static let partPoint: ChartLook =
    ##" class="chart-point chart-point-part" fill="#ffffff" stroke="#12436d" stroke-width="2""##
  static let withheld: ChartLook = ##" class="chart-withheld""##
  static let hatch: ChartLook = ##" class="chart-hatch" stroke="#b9c1c5" stroke-width="2""##
  static let missing: ChartLook =
    ##" class="chart-missing" fill="none" stroke="#8a949a" stroke-dasharray="2 4""##

  static let own: ChartLook = ##" class="chart-own" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##
  static let member: ChartLook =
    ##" class="chart-point chart-member" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##
  static let other: ChartLook = ##" class="chart-other" fill="#ffffff" stroke="#12436d" stroke-width="2""##

  static let bar: ChartLook = ##" class="chart-bar" fill="#12436d" fill-opacity="0.15""##
  static let solidBar: ChartLook = ##" class="chart-bar" fill="#12436d" fill-opacity="0.8""##
  static let ownBar: ChartLook = ##" class="chart-bar" fill="#12436d" fill-opacity="0.4""##
  static let expected: ChartLook =
    ##" class="chart-expected" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="3 3""##
  static let centre: ChartLook = ##" class="chart-centre" fill="none" stroke="#51606a" stroke-width="1.5""##
  static let limit: ChartLook =
    ##" class="chart-limit" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="5 4""##
  static let farLimit: ChartLook =
    ##" class="chart-far-limit" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="1.5 3.5""##
  static let controlLine: ChartLook =
    ##" class="chart-control-line" fill="none" stroke="#768692" stroke-width="1.5" stroke-linejoin="round""##
  // The colours of Making Data Count: blue for improvement, orange for concern, purple where neither way is better.
  static let common: ChartLook = ##" class="chart-common" fill="#768692" stroke="#ffffff" stroke-width="1""##
  static let improvement: ChartLook =
    ##" class="chart-improvement" fill="#005eb8" stroke="#ffffff" stroke-width="1""##
  static let concern: ChartLook =
    ##" class="chart-concern" fill="#ed8b00" stroke="#7a4700" stroke-width="1.5""##
  static let neutral: ChartLook =
    ##" class="chart-neutral" fill="#330072" stroke="#ffffff" stroke-width="1""##
  static let note: ChartLook =
    ##" class="chart-note" stroke="#51606a" stroke-width="1" stroke-dasharray="2 2""##

  static let line: ChartLook =
    ##" class="chart-line" fill="none" stroke="#12436d" stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="none""##
  static let dashedLine: ChartLook =
    ##" class="chart-line chart-line-part" fill="none" stroke="#12436d" stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="6 5""##

  // The style sheet adds a rim in the colour of the ground, so that lines below a label do not disturb it.
  static let mark: ChartLook = ##" class="chart-mark" fill="#51606a""##
  static let name: ChartLook = ##" class="chart-name" fill="#212b32""##
  static let value: ChartLook = ##" class="chart-value" fill="#12436d" font-weight="700""##
  static let absence: ChartLook = ##" class="chart-absence" fill="#51606a" font-weight="400""##
}
