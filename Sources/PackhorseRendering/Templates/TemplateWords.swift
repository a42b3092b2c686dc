import PackhorseCore

/// The names of the places in a form: `["minutes"]` for "{minutes} minutes".
func places(in form: String) -> [String] {
  var names: [String] = []
  forEachPart(of: form) { part, isPlace in
    if isPlace { names.append(String(decoding: part, as: UTF8.self)) }
  }
  return names
}

/// Hands on a form's plain stretches and the names of its places in order.
///
/// A name is lower-case letters and `-`.
func forEachPart(of form: String, _ take: (ArraySlice<UInt8>, _ isPlace: Bool) -> Void) {
  var rest = Array(form.utf8)[...]
  while let opening = rest.firstIndex(of: UInt8(ascii: "{")) {
    let name = rest[(opening + 1)...].prefix {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
    }
    if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: "}") {
      take(rest[..<opening], false)
      take(name, true)
      rest = rest[(name.endIndex + 1)...]
    } else {
      take(rest[...opening], false)
      rest = rest[(opening + 1)...]
    }
  }
  take(rest, false)
}
