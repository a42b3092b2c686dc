import PackhorseCore

/// Eight digits that stand for a text.
func shortDigest(of text: String) -> String {
  let digits = String(Digest(of: Array(text.utf8)[...]).low & 0xffff_ffff, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
