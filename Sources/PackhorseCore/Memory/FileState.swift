/// What the disk says of a file without its being read; a file whose state is as it was has the bytes that it had.
package struct FileState: Hashable, Sendable {
  /// In bytes.
  package var size: Int
  /// When its bytes last changed, in nanoseconds since 1970.
  package var modified: Int
  /// When its bytes, its name or its permissions last changed, in nanoseconds since 1970; 0 where that does not count.
  package var changed: Int
  /// The file system and the file in it.
  package var device: UInt
  package var number: UInt

  package init(size: Int, modified: Int, changed: Int, device: UInt, number: UInt) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.device = device
    self.number = number
  }
}
