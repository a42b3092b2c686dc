import Glibc

extension Descriptor {
  /// A name in a folder, as the bytes that the system keeps.
  struct Entry {
    /// Ends in a zero byte, as the system takes it.
    var name: [CChar]
    /// Nil where the file system does not tell without asking.
    var kind: FileStatus.Kind?

    /// The name as text; nil where it is not UTF-8.
    var text: String? {
      name.withUnsafeBufferPointer { $0.baseAddress.flatMap(String.init(validatingCString:)) }
    }

    /// The name as near to text as can be.
    var shown: String { name.dropLast().withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
  }

  /// Trees deeper than this are nobody's website; a reading of them ends with a failure, not with the stack.
  static let deepest = 128

  /// What the folder holds, in the system's order, without `.` and `..`.
  func entries() throws(FileFailure) -> [Entry] {
    // The stream owns a descriptor of its own and closes it.
    let own = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .system("read", path) }
    guard let stream = fdopendir(own) else {
      let error = SystemError()
      close(own)
      throw .system("read", path, error)
    }
    defer { closedir(stream) }
    var found: [Entry] = []
    errno = 0
    while let entry = readdir(stream) {
      if let made = Descriptor.entry(entry) { found.append(made) }
    }
    guard errno == 0 else { throw .system("read", path) }
    return found
  }

  /// An entry may end before its type does: it is read where it stands, never copied whole.
  private static func entry(_ raw: UnsafeMutablePointer<dirent>) -> Entry? {
    guard let place = raw.pointer(to: \.d_name) else { return nil }
    let start = UnsafeRawPointer(place).assumingMemoryBound(to: CChar.self)
    let length = strlen(start)
    let name = Array(UnsafeBufferPointer(start: start, count: length + 1))
    let dot = CChar(bitPattern: UInt8(ascii: "."))
    if name == [dot, 0] || name == [dot, dot, 0] { return nil }
    let kind: FileStatus.Kind? =
      switch Int(raw.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK): .link
      case Int(DT_UNKNOWN): nil
      default: .special
      }
    return Entry(name: name, kind: kind)
  }

  /// What an entry of this folder is, where the file system tells only when it is asked too.
  func kind(of entry: Entry) throws(FileFailure) -> FileStatus.Kind? {
    if let kind = entry.kind { return kind }
    return try status(of: entry.name)?.kind
  }

  /// Makes a folder in this one; one that is there already will do.
  func makeFolder(_ name: UnsafePointer<CChar>, permissions: UInt32 = 0o755) throws(FileFailure) {
    guard mkdirat(number, name, permissions) != 0 else { return }
    let error = SystemError()
    guard error.code == EEXIST, try status(of: name)?.kind == .folder else {
      throw .system("made", shown(name), error)
    }
  }

  /// Gives this folder the permissions of another; a file system that has none of its own need not be asked.
  func setPermissions(_ permissions: UInt32) throws(FileFailure) {
    guard try status().permissions != permissions, fchmod(number, mode_t(permissions)) != 0 else { return }
    throw .system("given its permissions", path)
  }

  /// Removes a name that is not a folder; a name that is not there will do.
  func removeFile(_ name: UnsafePointer<CChar>) throws(FileFailure) {
    guard unlinkat(number, name, 0) != 0, errno != ENOENT else { return }
    throw .system("removed", shown(name))
  }

  /// Removes an empty folder; one that still holds something stays, and one that is not there will do.
  func removeFolder(_ name: UnsafePointer<CChar>) throws(FileFailure) {
    guard unlinkat(number, name, AT_REMOVEDIR) != 0 else { return }
    switch errno {
    case ENOENT, ENOTEMPTY, EEXIST, ENOTDIR: return
    default: throw .system("removed", shown(name))
    }
  }

  /// Removes a folder with all that is in it, following no link; one that is not there will do.
  func removeTree(_ name: UnsafePointer<CChar>, depth: Int = 0) throws(FileFailure) {
    guard let status = try status(of: name) else { return }
    guard status.kind == .folder else { return try removeFile(name) }
    guard depth < Descriptor.deepest else { throw .tooDeep(shown(name)) }
    let folder = try open(name, .folder)
    for entry in try folder.entries() {
      if entry.kind == .folder || unlinkat(folder.number, entry.name, 0) != 0 {
        try folder.removeTree(entry.name, depth: depth + 1)
      }
    }
    guard unlinkat(number, name, AT_REMOVEDIR) == 0 else { throw .system("removed", shown(name)) }
  }

  func shown(_ name: UnsafePointer<CChar>) -> String { path + "/" + String(cString: name) }
}

extension FileFailure {
  static func tooDeep(_ path: String) -> FileFailure {
    FileFailure(act: "read", path: path, reason: "it lies more than \(Descriptor.deepest) folders deep")
  }
}
