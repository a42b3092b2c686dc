/// The most characters of a code to scan: those of a QR code of version 10, level M (ISO/IEC 18004:2015, table 7).
package let longestCode = 213

/// True for a text that a code to scan can hold: ASCII, and not too long.
package func fitsCode(_ text: String) -> Bool {
  text.utf8.count <= longestCode && text.utf8.allSatisfy { $0 < 0x80 }
}
