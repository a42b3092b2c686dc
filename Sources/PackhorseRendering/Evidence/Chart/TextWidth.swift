/// How wide a text is when it is set in a common sans serif, in the unit of its size; on the generous side.
///
/// Widths are those of DejaVu Sans, the widest of the faces that `system-ui` stands for, in classes of letters: a label
/// that has room by this measure has room in all of them.
func textWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
  text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * (isBold ? 1.1 : 1)
}

private func advance(_ scalar: Unicode.Scalar) -> Double {
  scalar.isASCII ? asciiAdvances[Int(scalar.value)] : classAdvance(scalar)
}

/// Looked up: nearly every letter of a label is one of these.
private let asciiAdvances = (UInt8(0)..<128).map { classAdvance(Unicode.Scalar($0)) }

private func classAdvance(_ scalar: Unicode.Scalar) -> Double {
  switch scalar {
  case "i", "j", "l", "I", " ", ".", ",", "'", ":", ";", "|", "!": 0.34
  case "f", "r", "t", "(", ")", "[", "]", "/", "-", "–", "J": 0.42
  case "m", "w", "M", "W", "%", "@", "&", "—": 1
  case "A"..."Z": 0.76
  case "\u{0}"..."\u{24F}": 0.64
  default: 1
  }
}
