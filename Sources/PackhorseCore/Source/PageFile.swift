/// A Markdown file of the site folder that is read when somebody asks for its bytes.
package struct PageFile: Sendable {
  package var path: String
  /// Nil where the file was touched so lately that its state would not show one more change.
  package var state: FileState?
  /// The file's bytes as they are now; throws what the disk throws.
  package var read: @Sendable () throws -> [UInt8]

  package init(path: String, state: FileState? = nil, read: @escaping @Sendable () throws -> [UInt8]) {
    self.path = path
    self.state = state
    self.read = read
  }

  /// A file that lies in memory.
  package init(path: String, bytes: [UInt8]) {
    self.init(path: path) { bytes }
  }
}
