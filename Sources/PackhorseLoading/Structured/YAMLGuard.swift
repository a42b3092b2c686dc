import PackhorseCore

/// What a YAML file may not hold because reading it would cost too much, found on its bytes before Yams sees them.
///
/// Yams walks every alias of a node when it compares a mapping's keys, so that a few lines take for ever; it hashes a
/// key that is a list once for each level around it; and it copies a `%TAG` prefix for each tag. No such file gets
/// past these rules, and next to nothing that people write is caught.
struct YAMLGuard {
  /// The longest YAML text that is read, in bytes.
  static let longestText = 1024 * 1024
  /// The bytes that may be hashed for keys that are lists: at most the file once for each such key.
  private static let keyBudget = 32 * 1024 * 1024

  private let places: MarkPlaces
  private let bytes: ArraySlice<UInt8>
  private var anchors: Set<ArraySlice<UInt8>> = []
  /// Places where a key that is a list may begin or end.
  private var oddKeys = 0

  /// Why a text may not be read; nil where it may.
  static func fault(in places: MarkPlaces) -> Diagnostic? {
    guard places.bytes.count <= longestText else {
      return .yamlTooLong(places.span(at: places.bytes.startIndex))
    }
    var yamlGuard = YAMLGuard(places)
    for index in places.bytes.indices {
      if let fault = yamlGuard.fault(at: index) { return fault }
    }
    return nil
  }

  private init(_ places: MarkPlaces) {
    self.places = places
    bytes = places.bytes
  }

  private mutating func fault(at index: Int) -> Diagnostic? {
    switch bytes[index] {
    case UInt8(ascii: "&") where beginsToken(index) && !name(after: index).isEmpty:
      anchors.insert(name(after: index))
    case UInt8(ascii: "*") where beginsToken(index) && anchors.contains(name(after: index)):
      return .alias(places.span(at: index, length: name(after: index).count + 1))
    case UInt8(ascii: "%") where beginsToken(index) && bytes[(index + 1)...].starts(with: "TAG".utf8):
      return .tagDirective(places.span(at: index, length: 4))
    case UInt8(ascii: "?") where beginsToken(index):
      oddKeys += 1
    case UInt8(ascii: "{"), UInt8(ascii: ","):
      if let next = byte(after: index), "[{#!&?".utf8.contains(next) { oddKeys += 1 }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if byte(after: index) == UInt8(ascii: ":") { oddKeys += 1 }
    default: return nil
    }
    return oddKeys * bytes.count > YAMLGuard.keyBudget ? .yamlTooDeep(places.span(at: index, length: 1)) : nil
  }

  /// False after a letter or digit: no token of YAML begins there.
  private func beginsToken(_ index: Int) -> Bool {
    index == bytes.startIndex || !isAlphanumeric(bytes[index - 1])
  }

  /// The name of an anchor or alias.
  private func name(after index: Int) -> ArraySlice<UInt8> {
    bytes[(index + 1)...].prefix { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  /// The next byte that is no white space.
  private func byte(after index: Int) -> UInt8? {
    bytes[(index + 1)...].first { $0 != UInt8(ascii: " ") && !(0x09...0x0D).contains($0) }
  }
}

extension Diagnostic {
  fileprivate static func yamlTooLong(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "yaml-too-long", "YAML of more than 1 MiB", at: span,
      because: "Settings are short; data belong in a CSV file and text in Markdown.")
  }

  /// An anchor or alias of YAML.
  static func alias(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "yaml-alias", "Anchors and aliases of YAML are not read", at: span,
      because: "A few lines of them can stand for billions of values.",
      suggestion: "repeat the value; put text that begins with '&' or '*' in quotes")
  }

  fileprivate static func tagDirective(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-yaml", "%TAG directives of YAML are not read", at: span,
      because: "The format has no use for tags.")
  }

  /// Nesting past `deepestNesting`, or keys so odd that reading them would cost as much.
  static func yamlTooDeep(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "yaml-too-deep", "Nesting of more than \(deepestNesting) levels", at: span,
      because: "No file of the format nests more than five deep.")
  }
}
