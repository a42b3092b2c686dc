/// The path of a file in the folder of one practice, `content/practices/<code>/`, taken apart.
package struct OwnPath: Sendable, Hashable {
  /// The folder's name, which is to be the practice's code.
  package let code: String
  /// The path inside that folder: `modules/referral-criteria/who.md`, `templates/pages/home.mustache`.
  package let inside: String

  /// Nil for a file that lies elsewhere.
  package init?(_ path: String) {
    guard path.hasPrefix(Self.folder) else { return nil }
    let parts = path.dropFirst(Self.folder.count).split(separator: "/", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    (code, inside) = (String(parts[0]), String(parts[1]))
  }

  private static let folder = "content/practices/"

  /// A module, the introduction of a section, or a picture of one.
  package var isTraining: Bool { inside.hasPrefix("modules/") }

  /// A template in place of one of the site's.
  package var isTemplate: Bool { inside.hasPrefix("templates/") }
}
