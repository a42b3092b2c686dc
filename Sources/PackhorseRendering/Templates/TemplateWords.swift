import PackhorseCore

/// The template's text for the engine: each `{{words.…}}` replaced by its words once and for all, and every other value
/// put in as it is, because it comes escaped.
///
/// A place in braces inside the words becomes the tag of that name: with "{minutes} minutes" in the catalogue,
/// `{{words.page.minutes}}` puts the page's minutes in.
func prepared(_ template: ScannedTemplate, _ words: Words) -> String {
  var writer = ByteWriter(capacity: template.bytes.count)
  var position = 0
  for tag in template.tags where tag.kind == .escaped {
    writer.writeRaw(template.bytes[position..<tag.range.lowerBound])
    if let key = tag.wordKey {
      writer.write(words: words(key))
    } else {
      writer.write(tag: tag.name.utf8)
    }
    position = tag.range.upperBound
  }
  writer.writeRaw(template.bytes[position...])
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// The names of the places in a form: `["minutes"]` for "{minutes} minutes".
func places(in form: String) -> [String] {
  var names: [String] = []
  forEachPart(of: form) { part, isPlace in
    if isPlace { names.append(String(decoding: part, as: UTF8.self)) }
  }
  return names
}

extension ByteWriter {
  fileprivate mutating func write(tag name: some Sequence<UInt8>) {
    write("{{&")
    writeRaw(name)
    write("}}")
  }

  fileprivate mutating func write(words form: String) {
    forEachPart(of: form) { part, isPlace in
      if isPlace {
        write(tag: part)
      } else {
        for byte in part {
          if byte == UInt8(ascii: "{") { write("&#123;") } else { write(text: CollectionOfOne(byte)) }
        }
      }
    }
  }
}

/// Hands on a form's plain stretches and the names of its places in order.
///
/// A name is lower-case letters and `-`.
private func forEachPart(of form: String, _ take: (ArraySlice<UInt8>, _ isPlace: Bool) -> Void) {
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
