/// Why a file or folder of this name cannot lie on every disk; nil where it can.
///
/// Windows refuses the signs, the names of devices and a full stop or space at the end ("Naming Files, Paths, and
/// Namespaces"); a control character, or one that turns the writing round, hides what a name is. Disks hold names of
/// 255 bytes, and a page's is longer by its ending than its source's.
package func portabilityFault(ofName name: Substring) -> String? {
  if isPlain(name.utf8) { return nil }
  if let sign = name.utf8.first(where: { "\\:*?\"<>|".utf8.contains($0) }) {
    return "holds '\(Character(UnicodeScalar(sign)))'"
  }
  if name.unicodeScalars.contains(where: { isHidden($0.value) }) {
    return "holds a control character, or one that turns the writing round"
  }
  if name.last == "." || name.last == " " {
    return "ends with a full stop or a space"
  }
  if name.utf8.count > 200 { return "is longer than 200 bytes" }
  return isDevice(name) ? "is a device's name on Windows" : nil
}

/// True for what nearly every name is: letters, digits and hyphens, longer than any device's name.
private func isPlain(_ name: Substring.UTF8View) -> Bool {
  var (count, stem) = (0, 0)
  var last: UInt8 = 0
  for byte in name {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      break
    case UInt8(ascii: "."): if stem == 0 { stem = count }
    default: return false
    }
    count += 1
    last = byte
  }
  return (stem == 0 ? count : stem) > 4 && count <= 200 && last != UInt8(ascii: ".")
}

/// True for `con`, `com1` and their like, whatever follows a full stop, and whatever the capitals.
private func isDevice(_ name: Substring) -> Bool {
  var stem = name.prefix { $0 != "." }.uppercased()
  while stem.last == " " { stem.removeLast() }
  if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
  let digit = stem.dropFirst(3)
  return ["COM", "LPT"].contains(stem.prefix(3)) && digit.count == 1 && "0123456789¹²³".contains(digit)
}
