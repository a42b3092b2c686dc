import Glibc

/// One notice of the system about a watched folder or file.
struct FolderNotice {
  let watch: Int32
  /// The name in the folder; empty where the notice is about the watched folder or file itself.
  let name: String
  private let mask: UInt32

  /// A file that is being written tells of itself when it is closed: half a file is not worth a build.
  static let wanted = mask(
    IN_CLOSE_WRITE, IN_ATTRIB, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE_SELF, IN_MOVE_SELF)

  /// True where the system gave up telling everything.
  var isOverflow: Bool { has(IN_Q_OVERFLOW) }
  /// True for the last word of a watch.
  var isEndOfWatch: Bool { has(IN_IGNORED) }
  var isAboutFolder: Bool { has(IN_ISDIR) }
  var isAboutWatchedItself: Bool { name.isEmpty }
  /// True where a watched file was written, and not replaced or removed.
  var isWrite: Bool { has(IN_CLOSE_WRITE) }

  /// Every notice that waits in the queue.
  static func read(from queue: Descriptor) throws(FileFailure) -> [FolderNotice] {
    var notices: [FolderNotice] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(queue.number, $0.baseAddress, $0.count) }
      if count <= 0 {
        let error = SystemError()
        if count < 0, error.code == EINTR { continue }
        guard count == 0 || error.code == EAGAIN else { throw .system("watched", queue.path, error) }
        return notices
      }
      buffer.withUnsafeBytes { notices += parsed(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// The records of `inotify(7)`: watch, mask, cookie and length of the name, then the name, filled up with zeros.
  private static func parsed(_ bytes: UnsafeRawBufferPointer) -> [FolderNotice] {
    let header = MemoryLayout<inotify_event>.size
    var notices: [FolderNotice] = []
    var at = 0
    while at + header <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
      let end = min(bytes.count, at + header + Int(event.len))
      let name = bytes[(at + header)..<end].prefix { $0 != 0 }
      notices.append(
        FolderNotice(watch: event.wd, name: String(decoding: name, as: UTF8.self), mask: event.mask))
      at = end
    }
    return notices
  }

  private func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }

  private static func mask(_ flags: Int32...) -> UInt32 {
    flags.reduce(0) { $0 | UInt32(bitPattern: $1) }
  }
}
