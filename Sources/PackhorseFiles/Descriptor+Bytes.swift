import Glibc

extension Descriptor {
  /// Everything from here to the end of the file.
  ///
  /// `size` is what the system said it holds, 0 where it cannot say; reading ends once it has `limit` bytes or more.
  func readAll(size: Int, atMost limit: Int = .max) throws(FileFailure) -> [UInt8] {
    // One byte more than the size: a short answer then shows the end without asking again.
    var bytes = try read(atMost: size + 1)
    guard size == 0 || bytes.count > size else { return bytes }
    while bytes.count < limit, !bytes.isEmpty {
      let more = try read(atMost: 1 << 16)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Hands the file on in pieces of at most 128 KiB; fails where it grows meanwhile, or reading might never end.
  func readInChunks(_ chunk: (ArraySlice<UInt8>) throws -> Void) throws {
    var left = try status().size
    while true {
      let bytes = try read(atMost: 1 << 17)
      if bytes.isEmpty { return }
      left -= bytes.count
      guard left >= 0 else { throw FileFailure.growing(path) }
      try chunk(bytes[...])
    }
  }

  /// The bytes of a range; fewer where the file has become shorter.
  func bytes(in range: Range<Int>) throws(FileFailure) -> [UInt8] {
    var refusal: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      let got = pread(number, buffer.baseAddress, range.count, range.lowerBound)
      if got < 0 { refusal = SystemError() }
      count = max(0, got)
    }
    if let refusal { throw .system("read", path, refusal) }
    return bytes
  }

  /// Writes what is left to read of another file.
  func write(restOf other: Descriptor) throws(FileFailure) {
    while true {
      let bytes = try other.read(atMost: 1 << 17)
      if bytes.isEmpty { return }
      try write(bytes)
    }
  }

  /// True for an ordinary file that holds these bytes and no more.
  func hasSameBytes(as bytes: [UInt8]) throws(FileFailure) -> Bool {
    let status = try status()
    guard status.kind == .file, status.size == bytes.count else { return false }
    return try readAll(size: status.size) == bytes
  }

  /// True for an ordinary file with the same bytes as another one, both read from the start.
  func hasSameBytes(as other: Descriptor) throws(FileFailure) -> Bool {
    let (status, otherStatus) = (try status(), try other.status())
    guard status.kind == .file, status.size == otherStatus.size else { return false }
    while true {
      let piece = try read(atMost: 1 << 17)
      guard try other.read(atMost: 1 << 17) == piece else { return false }
      if piece.isEmpty { return true }
    }
  }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system("written", path)
      }
      written += count
    }
  }

  /// Replaces a file of this folder in one step; when this returns, its bytes are on disk.
  func replaceFile(_ name: String, with bytes: [UInt8]) throws(FileFailure) {
    try replaceFile(name) { draft throws(FileFailure) in try draft.write(bytes) }
  }

  /// Replaces a file of this folder in one step by what is written into a draft beside it.
  func replaceFile(
    _ name: String, by fill: (Descriptor) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let draft = try draft(of: name)
    do throws(FileFailure) {
      try fill(draft)
      try draft.synchronise()
      try placeDraft(of: name)
    } catch {
      try? removeFile(Draft.name(of: name))
      throw error
    }
  }

  /// Does the same without waiting for the disk: a power cut may leave the name with other bytes.
  func replaceFileLightly(
    _ name: String, by fill: (Descriptor) async throws(FileFailure) -> Void
  ) async throws(FileFailure) {
    let draft = try draft(of: name)
    do throws(FileFailure) {
      try await fill(draft)
      try placeDraft(of: name)
    } catch {
      try? removeFile(Draft.name(of: name))
      throw error
    }
  }

  private func draft(of name: String) throws(FileFailure) -> Descriptor {
    try removeFile(Draft.name(of: name))
    return try open(Draft.name(of: name), .create)
  }

  private func placeDraft(of name: String) throws(FileFailure) {
    guard renameat(number, Draft.name(of: name), number, name) == 0 else {
      throw .system("written", shown(name))
    }
  }

  func synchronise() throws(FileFailure) {
    guard fsync(number) == 0 else { throw .system("written", path) }
  }

  private func read(atMost limit: Int) throws(FileFailure) -> [UInt8] {
    var refusal: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while true {
        let got = Glibc.read(number, buffer.baseAddress, limit)
        if got < 0, errno == EINTR { continue }
        if got < 0 { refusal = SystemError() }
        count = max(0, got)
        return
      }
    }
    if let refusal { throw .system("read", path, refusal) }
    return bytes
  }
}

extension FileFailure {
  fileprivate static func growing(_ path: String) -> FileFailure {
    FileFailure(
      act: "read", path: path, reason: "it grows while it is read",
      advice: "wait until it is whole, then run the command again")
  }
}
