/// The tags of an Exif block that tell where a picture was taken or by whom (TIFF 6.0 section 2; Exif 2.32 section 4.6).
struct ExifBlock {
  private let bytes: [UInt8]
  private let isLittleEndian: Bool

  /// Reads a block that begins with the TIFF header; nil where that is not one.
  init?(_ block: ArraySlice<UInt8>) {
    let header = block.prefix(4)
    guard header.elementsEqual(ExifBlock.little) || header.elementsEqual(ExifBlock.big) else { return nil }
    isLittleEndian = header.first == ExifBlock.little[0]
    // Offsets in an Exif block do not reach past a JPEG segment.
    bytes = Array(block.prefix(65_535))
  }

  private static let little: [UInt8] = [0x49, 0x49, 42, 0]
  private static let big: [UInt8] = [0x4D, 0x4D, 0, 42]

  /// True where the GPS directory holds more than its version.
  var hasPosition: Bool {
    guard let gps = pointer(Tag.gpsDirectory) else { return false }
    return entries(at: gps).contains { $0.tag != 0 }
  }

  var hasName: Bool {
    let main = mainEntries
    let more = pointer(Tag.exifDirectory).map(entries(at:)) ?? []
    return (main + more).contains { Tag.names.contains($0.tag) && holdsText($0) }
  }

  private enum Tag {
    static let exifDirectory = 0x8769
    static let gpsDirectory = 0x8825
    /// Artist, Copyright, XPAuthor, CameraOwnerName.
    static let names: Set = [0x013B, 0x8298, 0x9C9D, 0xA430]
  }

  private struct Entry {
    var tag: Int
    var type: Int
    var count: Int
    /// Where the four bytes of its value or offset stand.
    var place: Int
  }

  private var mainEntries: [Entry] { number(4, 4).map(entries(at:)) ?? [] }

  private func pointer(_ tag: Int) -> Int? {
    mainEntries.first { $0.tag == tag }.flatMap { number($0.place, 4) }
  }

  private func entries(at offset: Int) -> [Entry] {
    guard let count = number(offset, 2) else { return [] }
    return (0..<min(count, 500)).compactMap { index in
      let place = offset + 2 + index * 12
      guard let tag = number(place, 2), let type = number(place + 2, 2), let length = number(place + 4, 4),
        number(place + 8, 4) != nil
      else { return nil }
      return Entry(tag: tag, type: type, count: length, place: place + 8)
    }
  }

  /// True where a text (or bytes, as XPAuthor is) holds more than blanks and zeros.
  private func holdsText(_ entry: Entry) -> Bool {
    guard entry.type == 1 || entry.type == 2 || entry.type == 7 else { return false }
    guard let start = entry.count <= 4 ? entry.place : number(entry.place, 4), start < bytes.count else {
      return false
    }
    return bytes[start..<min(start + entry.count, bytes.count)].contains { $0 > 0x20 }
  }

  private func number(_ offset: Int, _ length: Int) -> Int? {
    bytes.number(at: offset, bytes: length, isLittleEndian: isLittleEndian)
  }
}
