import CFolderExchange
import Glibc

/// An open file or folder; it closes itself when nobody holds it any more.
///
/// Files below an open folder are reached from its descriptor, never again by its path: a folder that somebody
/// exchanges meanwhile leads nowhere else.
final class Descriptor: Sendable {
  let number: Int32
  /// The path it was opened by, for messages.
  let path: String

  init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  enum Access {
    /// Reads a file; a special file neither blocks nor is waited for.
    case read
    /// Makes a file that does not exist yet.
    case create
    case folder

    var flags: Int32 {
      switch self {
      case .read: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
      case .create: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .folder: O_RDONLY | O_DIRECTORY | O_NOFOLLOW
      }
    }

    var act: String {
      switch self {
      case .read, .folder: "read"
      case .create: "written"
      }
    }
  }

  /// Opens a folder by its path, following links.
  static func folder(_ path: String) throws(FileFailure) -> Descriptor {
    let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .system("read", path) }
    return Descriptor(number: number, path: path)
  }

  /// Opens a file or a pipe by its path, following links.
  static func file(_ path: String) throws(FileFailure) -> Descriptor {
    let number = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw .system("read", path) }
    return Descriptor(number: number, path: path)
  }

  /// Opens a file by its path for writing, empty.
  static func overwriting(_ path: String) throws(FileFailure) -> Descriptor {
    let number = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o644)
    guard number >= 0 else { throw .system("written", path) }
    return Descriptor(number: number, path: path)
  }

  /// What the command is fed with.
  static func standardInput() throws(FileFailure) -> Descriptor {
    let number = dup(STDIN_FILENO)
    guard number >= 0 else { throw .system("read", "standard input") }
    return Descriptor(number: number, path: "standard input")
  }

  /// Opens what lies at a relative path below this folder, or the errno of the refusal.
  func opened(_ name: UnsafePointer<CChar>, _ access: Access) -> Result<Descriptor, SystemError> {
    let number = openat(self.number, name, access.flags | O_CLOEXEC, 0o644)
    guard number >= 0 else { return .failure(SystemError()) }
    return .success(Descriptor(number: number, path: shown(name)))
  }

  func open(_ name: UnsafePointer<CChar>, _ access: Access) throws(FileFailure) -> Descriptor {
    switch opened(name, access) {
    case .success(let descriptor): return descriptor
    case .failure(let error): throw .system(access.act, shown(name), error)
    }
  }

  /// Opens for reading what lies at a relative path below this folder, where no part of the path is a link.
  func openedWithoutLinks(_ path: String) -> Result<Descriptor, SystemError> {
    let number = packhorse_open_without_links(self.number, path)
    guard number >= 0 else { return .failure(SystemError()) }
    return .success(Descriptor(number: number, path: shown(path)))
  }

  /// What a relative path leads to through whatever links, still unread.
  func place(_ path: String) -> Result<Descriptor, SystemError> {
    let number = packhorse_place(self.number, path)
    guard number >= 0 else { return .failure(SystemError()) }
    return .success(Descriptor(number: number, path: shown(path)))
  }

  /// Opens for reading what a place stands for.
  func reopenedForReading() -> Result<Descriptor, SystemError> {
    let number = Glibc.open("/proc/self/fd/\(self.number)", O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { return .failure(SystemError()) }
    return .success(Descriptor(number: number, path: path))
  }

  /// Lets the disk begin to take what was written to this file: it then works while more is made.
  func beginWritingOut() { packhorse_begin_writing_out(number) }

  /// Puts everything written to this folder's file system on disk.
  func synchroniseFileSystem() throws(FileFailure) {
    let code = packhorse_synchronise(number)
    guard code == 0 else { throw .system("written", path, SystemError(code)) }
  }

  /// Where it really lies, free of links; nil without /proc.
  var realPath: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/fd/\(number)", &buffer, Int(PATH_MAX))
    guard length > 0 else { return nil }
    return String(validating: buffer[..<length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func status() throws(FileFailure) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .system("read", path) }
    return FileStatus(status)
  }

  /// The state of a name in this folder, its own if it is a link; nil where nothing has that name.
  ///
  /// A disk that cannot tell is a failure: what it keeps to itself may be a list of withdrawn stories.
  func status(of name: UnsafePointer<CChar>) throws(FileFailure) -> FileStatus? {
    var status = stat()
    guard fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) != 0 else { return FileStatus(status) }
    guard errno == ENOENT || errno == ENOTDIR else { throw .system("read", shown(name)) }
    return nil
  }
}

/// What the system knows of a file.
struct FileStatus: Hashable {
  enum Kind { case file, folder, link, special }

  struct Identity: Hashable {
    var device: UInt
    var number: UInt
  }

  var kind: Kind
  var size: Int
  var identity: Identity
  var permissions: UInt32
  /// When its bytes, and when anything of it last changed, in nanoseconds since 1970.
  var modified: Int
  var changed: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    size = Int(status.st_size)
    identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    permissions = status.st_mode & 0o7777
    modified = nanoseconds(status.st_mtim)
    changed = nanoseconds(status.st_ctim)
  }
}

/// The number and the words with which the system refused.
struct SystemError: Error, Hashable {
  let code: Int32

  init(_ code: Int32 = errno) { self.code = code }

  var reason: String { String(cString: strerror(code)) }
}

extension FileFailure {
  /// A failure in the system's words; read before anything else can change `errno`.
  static func system(_ act: String, _ path: String, _ error: SystemError = SystemError()) -> FileFailure {
    FileFailure(act: act, path: path, reason: error.reason)
  }
}
