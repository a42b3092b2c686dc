/// The preview's own addresses, which no site has.
enum PreviewFiles {
  static let script = "_packhorse/preview.js"
  static let style = "_packhorse/preview.css"
  /// What a page is like now, and what is wrong with the site.
  static let state = "_packhorse/state"
  /// Answered once there is another build than the asker knows.
  static let build = "_packhorse/build"

  /// The file at a path, if it is one of the preview's own.
  static func bytes(of path: String) -> [UInt8]? {
    switch path {
    case script: PackageResources.preview_js
    case style: PackageResources.preview_css
    default: nil
    }
  }
}
