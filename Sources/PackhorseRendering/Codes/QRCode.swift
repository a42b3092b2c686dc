/// A QR code symbol (ISO/IEC 18004:2015): a text as dark and light modules, for the camera of a telephone.
///
/// Bytes mode alone, in versions 1 to 10: 21 to 57 modules a side, up to 213 bytes. Decoders read bytes as ISO 8859-1
/// or as UTF-8; so a text of ASCII, as a web address is, is read alike by all.
struct QRCode: Sendable {
  /// How much of a symbol may be soiled or torn: about 15 or 25 per cent (ISO/IEC 18004, 5.1, table "Error correction").
  enum Level: CaseIterable, Sendable {
    case medium, quartile
  }

  let version: QRVersion
  let level: Level
  /// The pattern that the data are laid over, from 0 to 7.
  let mask: Int
  let modules: QRModules

  /// The smallest symbol that holds a text; nil where none of these does, or where the text is not ASCII.
  ///
  /// The level is the higher one wherever that takes no larger symbol, the mask the one of the least penalty.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }),
      let version = QRVersion.all.first(where: { bytes.count <= $0.room(at: .medium) })
    else { return nil }
    self.init(
      bytes, version: version, level: bytes.count <= version.room(at: .quartile) ? .quartile : .medium)
  }

  /// A symbol of a version and level that have room for the bytes; `mask` is chosen by penalty where it is nil.
  init(_ bytes: [UInt8], version: QRVersion, level: Level, mask: Int? = nil) {
    let plain = QRModules(version: version, codewords: qrCodewords(bytes, version: version, level: level))
    func masked(with mask: Int) -> (mask: Int, modules: QRModules, penalty: Int) {
      let modules = plain.masked(with: mask, level: level)
      return (mask, modules, modules.penalty)
    }
    var best = masked(with: mask ?? 0)
    for other in mask == nil ? 1..<8 : 0..<0 {
      let candidate = masked(with: other)
      if candidate.penalty < best.penalty { best = candidate }
    }
    (self.version, self.level, self.mask, self.modules) = (version, level, best.mask, best.modules)
  }
}
