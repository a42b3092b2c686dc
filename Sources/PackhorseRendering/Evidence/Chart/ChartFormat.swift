/// The two shapes in which every chart is drawn: a page shows the one that it has room for.
///
/// A chart for a narrow screen is laid out again, not shrunk: its text is as large as in the wide one.
enum ChartFormat: String, CaseIterable, Sendable {
  case wide, narrow

  /// Width and height of the drawing, in pixels at its natural size.
  var size: (width: Double, height: Double) {
    switch self {
    case .wide: (640, 320)
    case .narrow: (300, 270)
    }
  }

  static let textSize = 15.0
  static let lineHeight = 18.0
}
