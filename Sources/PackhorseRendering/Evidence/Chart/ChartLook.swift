/// Looks that keep a chart legible on white where there is no style sheet; one replaces them by class.
///
/// Written out as they stand in the drawing: a nation has millions of them.
enum ChartLook {
  static let grid: SVGWriter.Attributes = ##" stroke="#d5dadd" stroke-width="1""##
  static let baseline: SVGWriter.Attributes = ##" stroke="#595959" stroke-width="1.5""##
  static let band: SVGWriter.Attributes = ##" fill="#12436d" fill-opacity="0.15""##
  static let whisker: SVGWriter.Attributes = ##" stroke="#12436d" stroke-width="1.5""##
  static let point: SVGWriter.Attributes = ##" fill="#12436d" stroke="#ffffff" stroke-width="1.5""##
  static let partPoint: SVGWriter.Attributes = ##" fill="#ffffff" stroke="#12436d" stroke-width="2""##
  static let hatch: SVGWriter.Attributes = ##" stroke="#b9c1c5" stroke-width="2""##
  static let missing: SVGWriter.Attributes = ##" fill="none" stroke="#8a949a" stroke-dasharray="2 4""##

  static let bar: SVGWriter.Attributes = ##" fill="#12436d" fill-opacity="0.15""##
  static let solidBar: SVGWriter.Attributes = ##" fill="#12436d" fill-opacity="0.8""##
  static let ownBar: SVGWriter.Attributes = ##" fill="#12436d" fill-opacity="0.4""##
  static let expected: SVGWriter.Attributes =
    ##" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="3 3""##
  static let centre: SVGWriter.Attributes = ##" fill="none" stroke="#51606a" stroke-width="1.5""##
  static let limit: SVGWriter.Attributes =
    ##" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="5 4""##
  static let farLimit: SVGWriter.Attributes =
    ##" fill="none" stroke="#51606a" stroke-width="1.5" stroke-dasharray="1.5 3.5""##
  static let controlLine: SVGWriter.Attributes =
    ##" fill="none" stroke="#768692" stroke-width="1.5" stroke-linejoin="round""##
  // The colours of Making Data Count: blue for improvement, orange for concern, purple where neither way is better.
  static let common: SVGWriter.Attributes = ##" fill="#768692" stroke="#ffffff" stroke-width="1""##
  static let improvement: SVGWriter.Attributes = ##" fill="#005eb8" stroke="#ffffff" stroke-width="1""##
  static let concern: SVGWriter.Attributes = ##" fill="#ed8b00" stroke="#7a4700" stroke-width="1.5""##
  static let neutral: SVGWriter.Attributes = ##" fill="#330072" stroke="#ffffff" stroke-width="1""##
  static let note: SVGWriter.Attributes = ##" stroke="#51606a" stroke-width="1" stroke-dasharray="2 2""##

  static let line: SVGWriter.Attributes =
    ##" fill="none" stroke="#12436d" stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="none""##
  static let dashedLine: SVGWriter.Attributes =
    ##" fill="none" stroke="#12436d" stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="6 5""##

  // The style sheet adds a rim in the colour of the ground, so that lines below a label do not disturb it.
  static let mark: SVGWriter.Attributes = ##" fill="#51606a""##
  static let name: SVGWriter.Attributes = ##" fill="#212b32""##
  static let value: SVGWriter.Attributes = ##" fill="#12436d" font-weight="700""##
  static let absence: SVGWriter.Attributes = ##" fill="#51606a" font-weight="400""##
}
