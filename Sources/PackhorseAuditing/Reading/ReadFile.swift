import PackhorseCore

/// Reads whatever kind of file it is; pictures, fonts, styles and scripts of the theme tell nothing.
func read(_ file: BuiltFile) -> Reading {
  if file.path.hasPrefix("assets/") || file.path == "offline.js" { return Reading() }
  if FigureTable.paths.contains(file.path) { return Reading() }
  // Each of several practices has a feed in its folder.
  let isFeed = file.path.split(separator: "/").last?.hasPrefix("feed.") == true
  let isRepeated = file.path.hasPrefix("search/") || isFeed
  let kind: Reading.Text.Kind = isRepeated ? .repeated : .described
  func reading(_ texts: [String]) -> Reading {
    texts.filter(\.hasDigit).reduce(into: Reading()) { reading, text in
      if isFeed, text.contains("</") {
        let entry = PageReading.read(entry: text)
        reading.values += entry.values
        reading.texts += entry.texts
      } else {
        reading.texts.append(Reading.Text(kind: kind, text: text, offset: 0))
      }
    }
  }
  switch file.path.split(separator: ".").last {
  case "html": return PageReading.read(file)
  case "xml", "svg": return reading(xmlTexts(file.bytes))
  case "js", "json": return reading(jsonTexts(file.bytes))
  case "txt", "csv", "ics":
    return reading(String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  default: return Reading()
  }
}

/// The texts of a dataset that a page describes, and the numbers in it that are no texts.
func describedTexts(_ json: String, at offset: Int) -> [Reading.Text] {
  jsonTexts(Array(json.utf8)).filter(\.hasDigit)
    .map { Reading.Text(kind: .described, text: $0, offset: offset) }
    + jsonNumbers(json).map { Reading.Text(kind: .bare, text: $0, offset: offset) }
}

private func xmlTexts(_ bytes: [UInt8]) -> [String] {
  var markup = MarkupReader(bytes)
  var texts: [String] = []
  while let piece = markup.next() {
    switch piece {
    case .text(let text, _), .comment(let text, _): texts.append(text)
    case .opens(let tag): texts += tag.attributes.values
    case .closes: break
    }
  }
  return texts
}

/// The strings of a JSON text, or of a script that holds some, with their escapes replaced.
func jsonTexts(_ bytes: [UInt8]) -> [String] {
  var texts: [String] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "\"") else {
      index += 1
      continue
    }
    index += 1
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        if bytes[index] == UInt8(ascii: "u"), index + 4 < bytes.count {
          let code = UInt32(String(decoding: bytes[index + 1...index + 4], as: UTF8.self), radix: 16)
          text += Array(String(code.flatMap(Unicode.Scalar.init).map(Character.init) ?? " ").utf8)
          index += 5
          continue
        }
        text.append(bytes[index] == UInt8(ascii: "n") ? UInt8(ascii: " ") : bytes[index])
      } else {
        text.append(bytes[index])
      }
      index += 1
    }
    index += 1
    texts.append(String(decoding: text, as: UTF8.self))
  }
  return texts
}

/// The numbers of a JSON text that stand outside of its strings.
func jsonNumbers(_ text: String) -> [String] {
  var outside = ""
  var isText = false
  var isEscaped = false
  for character in text {
    if character == "\"", !isEscaped { isText.toggle() }
    isEscaped = isText && character == "\\" && !isEscaped
    outside.append(isText ? " " : character)
  }
  return outside.split { !$0.isASCIIDigit }.map(String.init)
}
