import PackhorseCore

/// Where a contact leads that is nothing but a web address, an e-mail address or a telephone number.
func contactURL(_ contact: String) -> ArraySlice<UInt8>? {
  let bytes = Array(contact.utf8)[...]
  if isWebURL(bytes) { return bytes.contains(UInt8(ascii: " ")) ? nil : bytes }
  if isMailAddress(bytes) { return "mailto:".utf8 + bytes }
  let digits = bytes.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  let marks = Array(" +()-".utf8)
  guard (6...15).contains(digits.count), bytes.allSatisfy({ digits.contains($0) || marks.contains($0) })
  else {
    return nil
  }
  return (bytes.first == UInt8(ascii: "+") ? "tel:+" : "tel:").utf8 + digits[...]
}

/// One `@` between a name and a host with a dot, of the characters that need no quoting.
private func isMailAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
  let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].isEmpty, parts[1].dropFirst().dropLast().contains(UInt8(ascii: "."))
  else {
    return false
  }
  return bytes.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
