/// `content/pathways/<name>.yml`: modules in order for a role, within a budget of minutes.
package struct Pathway: Sendable {
  package var path: String
  package var title = ""
  package var summary = ""
  package var role: Located<String>
  /// The minutes that the modules together may take.
  package var minutes: Located<Int>
  /// Slugs of modules (`section/slug`), in order.
  package var modules: [Located<String>] = []
  /// Weeks after the start at which to come back.
  package var checkIns: [Int] = []
  /// The day on which a group of readers starts together; nil where each starts when they like.
  package var starts: CalendarDate?

  package init(path: String, role: Located<String>, minutes: Located<Int>) {
    self.path = path
    self.role = role
    self.minutes = minutes
  }

  /// The path inside content/ without its extension: `pathways/gp-trainee`.
  package var slug: String {
    String(path.dropFirst("content/".utf8.count).prefix { $0 != "." })
  }
}
