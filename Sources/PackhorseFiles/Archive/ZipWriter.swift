import PackhorseCore

/// Writes a zip archive (APPNOTE.TXT 6.3.9) whose files are stored as they are, not compressed.
///
/// Equal files in equal order give equal bytes: no clock, no owner, no compressor's version goes in. An archive holds at
/// most 65,535 files and 4 GiB.
struct ZipWriter: ~Copyable {
  private let file: Descriptor
  /// The day that every file carries, as MS-DOS counts it.
  private let day: UInt16
  private var directory = ByteWriter()
  private var count = 0
  private var offset = 0

  init(_ file: Descriptor, day: CalendarDate) {
    self.file = file
    // MS-DOS knows the years 1980 to 2107.
    self.day = UInt16(min(max(day.year, 1980), 2107) - 1980) << 9 | UInt16(day.month) << 5 | UInt16(day.day)
  }

  /// Adds a file; its name is a path with slashes.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(FileFailure) {
    let nameBytes = Array(name.utf8)
    let end = offset + 30 + nameBytes.count + bytes.count
    guard count < 0xFFFF, end + directory.count + 46 + nameBytes.count <= 0xFFFF_FFFF else {
      throw .archiveTooLarge(file.path)
    }
    let common = header(of: nameBytes, bytes)
    var local = ByteWriter(capacity: 30 + nameBytes.count)
    local.write(littleEndian: UInt32(0x0403_4b50))
    local.writeReady(common[...])
    local.writeReady(nameBytes[...])
    try file.write(local.bytes)
    try file.write(bytes)
    directory.write(littleEndian: UInt32(0x0201_4b50))
    directory.write(littleEndian: UInt16(3 << 8 | 20))
    directory.writeReady(common[...])
    // No comment, the first disk, no attributes of text; an ordinary file that everybody may read.
    for _ in 0..<3 { directory.write(littleEndian: UInt16(0)) }
    directory.write(littleEndian: UInt32(0o100644) << 16)
    directory.write(littleEndian: UInt32(offset))
    directory.writeReady(nameBytes[...])
    count += 1
    offset = end
  }

  /// Writes the list of files that ends an archive.
  func finish() throws(FileFailure) {
    var end = ByteWriter()
    end.write(littleEndian: UInt32(0x0605_4b50))
    for number in [0, 0, UInt16(count), UInt16(count)] { end.write(littleEndian: number) }
    end.write(littleEndian: UInt32(directory.count))
    end.write(littleEndian: UInt32(offset))
    end.write(littleEndian: UInt16(0))
    try file.write(directory.bytes + end.bytes)
  }

  /// What a file's own header and its line in the directory have in common.
  private func header(of name: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var header = ByteWriter(capacity: 26)
    // Version 2.0, names in UTF-8, stored, midnight.
    for number in [20, 1 << 11, 0, 0, day] as [UInt16] { header.write(littleEndian: number) }
    for number in [checksum(of: bytes), UInt32(bytes.count), UInt32(bytes.count)] {
      header.write(littleEndian: number)
    }
    header.write(littleEndian: UInt16(name.count))
    header.write(littleEndian: UInt16(0))
    return header.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(littleEndian number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes in
      for byte in bytes { writeReady(byte) }
    }
  }
}

/// CRC-32 as zip archives have it (ISO 3309, polynomial 0xEDB88320 in reversed order).
func checksum(of bytes: [UInt8]) -> UInt32 {
  var crc = UInt32.max
  for byte in bytes { crc = crc >> 8 ^ checksumTable[Int((crc ^ UInt32(byte)) & 0xFF)] }
  return ~crc
}

private let checksumTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
}

extension FileFailure {
  fileprivate static func archiveTooLarge(_ path: String) -> FileFailure {
    FileFailure(
      id: "archive-too-large", act: "written", path: path,
      reason: "a zip archive holds at most 65,535 files and 4 GiB",
      advice: "put the folder that 'packhorse build' makes on the shared drive instead")
  }
}
