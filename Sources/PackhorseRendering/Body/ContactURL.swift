import PackhorseCore

/// Where a contact leads that is nothing but a web address, an e-mail address or a telephone number.
func contactURL(_ contact: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  if isWebURL(contact) { return contact.contains(UInt8(ascii: " ")) ? nil : contact }
  if isMailAddress(contact) { return "mailto:".utf8 + contact }
  func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  guard contact.allSatisfy({ isDigit($0) || " +()-".utf8.contains($0) }) else { return nil }
  let digits = contact.filter(isDigit)
  guard (6...15).contains(digits.count) else { return nil }
  return (contact.first == UInt8(ascii: "+") ? "tel:+" : "tel:").utf8 + digits[...]
}

/// One `@` between a name and a host with a dot, of the characters that need no quoting.
private func isMailAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard bytes.contains(UInt8(ascii: "@")) else { return false }
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
