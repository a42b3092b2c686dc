/// A file on its way to the name that it is to have: it lies beside that place, and a kill can leave it there.
enum Draft {
  private static let ending = ".packhorse-new"

  static func name(of target: String) -> String { ".\(target)\(ending)" }

  /// The name that a draft was to have; nil where the name is not a draft's.
  static func target(of name: String) -> String? {
    guard name.hasPrefix("."), name.hasSuffix(ending), name.utf8.count > ending.utf8.count + 1 else {
      return nil
    }
    return String(name.dropFirst().dropLast(ending.count))
  }
}
