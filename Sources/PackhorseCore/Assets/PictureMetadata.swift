/// Whether a JPEG, PNG or WebP file carries a position or a person's name beside its picture.
struct PictureMetadata {
  private(set) var hasPosition = false
  private(set) var hasName = false

  init(picture bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xD8]) {
      lookIntoJPEG(bytes)
    } else if bytes.starts(with: [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]) {
      lookIntoPNG(bytes)
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      lookIntoWebP(bytes)
    }
  }

  /// A JPEG is searched whole: previews and second pictures after the end of the first carry blocks of their own.
  private mutating func lookIntoJPEG(_ bytes: [UInt8]) {
    for start in bytes.offsets(of: Array("Exif\0\0".utf8), limit: 64) {
      lookIntoExif(bytes[(start + 6)...])
    }
    if bytes.has("http://ns.adobe.com/xap/1.0/") || bytes.has("<x:xmpmeta") { lookIntoXMP(bytes[...]) }
    for start in bytes.offsets(of: Array("Photoshop 3.0\0".utf8), limit: 64) {
      lookIntoIPTC(bytes[start..<min(start + 65_535, bytes.count)])
    }
  }

  private mutating func lookIntoPNG(_ bytes: [UInt8]) {
    var at = 8
    while let length = bytes.number(at: at, bytes: 4, isLittleEndian: false), at + 12 + length <= bytes.count
    {
      let data = bytes[(at + 8)..<(at + 8 + length)]
      switch String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self) {
      case "eXIf": lookIntoExif(data)
      case "tEXt", "zTXt", "iTXt": lookIntoPNGText(data)
      default: break
      }
      at += 12 + length
    }
  }

  /// A keyword, a zero byte and a text.
  ///
  /// Compressed metadata counts as a finding: it cannot be looked into.
  private mutating func lookIntoPNGText(_ data: ArraySlice<UInt8>) {
    let keyword = String(decoding: data.prefix { $0 != 0 }.prefix(80), as: UTF8.self)
    switch keyword {
    case "Author", "Artist", "Copyright", "Creator":
      hasName = true
    case "XML:com.adobe.xmp":
      let isCompressed = data.dropFirst(keyword.utf8.count + 1).first != 0
      if isCompressed { hasPosition = true } else { lookIntoXMP(data) }
    case "Raw profile type exif", "Raw profile type APP1", "Raw profile type iptc", "Raw profile type xmp":
      hasPosition = true
    default: break
    }
  }

  private mutating func lookIntoWebP(_ bytes: [UInt8]) {
    var at = 12
    while let length = bytes.number(at: at + 4, bytes: 4, isLittleEndian: true),
      at + 8 + length <= bytes.count
    {
      let data = bytes[(at + 8)..<(at + 8 + length)]
      switch String(decoding: bytes[at..<(at + 4)], as: UTF8.self) {
      case "EXIF": lookIntoExif(data.starts(with: "Exif\0\0".utf8) ? data.dropFirst(6) : data)
      case "XMP ": lookIntoXMP(data)
      default: break
      }
      at += 8 + length + length % 2
    }
  }

  private mutating func lookIntoExif(_ bytes: ArraySlice<UInt8>) {
    guard let block = ExifBlock(bytes) else { return }
    hasPosition = hasPosition || block.hasPosition
    hasName = hasName || block.hasName
  }

  private mutating func lookIntoXMP(_ bytes: ArraySlice<UInt8>) {
    let places = ["GPSLatitude", "GPSLongitude", "photoshop:City", "Iptc4xmpCore:Location"]
    hasPosition = hasPosition || places.contains { bytes.has($0) }
    hasName = hasName || bytes.has("dc:creator")
  }

  /// IPTC-IIM data sets of record 2: 80 by-line, 90 city, 92 sub-location.
  private mutating func lookIntoIPTC(_ bytes: ArraySlice<UInt8>) {
    hasName = hasName || !bytes.offsets(of: [0x1C, 2, 80], limit: 1).isEmpty
    hasPosition =
      hasPosition || [90, 92].contains { !bytes.offsets(of: [0x1C, 2, $0], limit: 1).isEmpty }
  }
}
