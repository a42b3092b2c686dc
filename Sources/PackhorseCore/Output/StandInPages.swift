/// The two pages that stand in for what is taken out, ready to be read on their own.
package struct StandInPages: Sendable {
  /// In the place of the story.
  package var withdrawn: [UInt8]
  /// In the place of a page that named it, until the next build.
  package var rebuilding: [UInt8]

  package init(withdrawn: [UInt8], rebuilding: [UInt8]) {
    self.withdrawn = withdrawn
    self.rebuilding = rebuilding
  }
}
