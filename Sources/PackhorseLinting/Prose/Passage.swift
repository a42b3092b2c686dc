/// A paragraph, a heading, a cell or another text that is read in one go, without its markup.
struct Passage {
  enum Kind: Equatable {
    case title, siteTitle
    case heading(level: Int)
    /// The title of a block.
    case blockTitle
    case paragraph, cell, alternative
    /// A text of settings.
    case setting
    /// A form of the catalogue: how long it gets depends on what fills it.
    case form
  }

  /// A stretch of the text that lies in the file as it is: where it begins in the text and in the file.
  struct Piece {
    var start: Int
    /// -1 for what stands for nothing in the file.
    var source: Int
    /// False for the words of a term, by which the glossary is searched.
    var isMendable = true
  }

  /// Stands for code and for what a build fills in; no text holds it.
  static let placeholder: UInt8 = 1

  var kind: Kind
  var voice: Voice
  private(set) var text: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// True where it cites a work.
  var isCited = false
  /// How many bytes a label in bold fills at its beginning, which is no sentence: `**The risk.**`.
  var labelLength = 0
  /// Where it begins in the file.
  var origin = 0

  var isHeading: Bool { if case .heading = kind { true } else { false } }

  init(_ kind: Kind, voice: Voice, origin: Int) {
    (self.kind, self.voice, self.origin) = (kind, voice, origin)
  }

  /// Adds bytes that stand for nothing in the file.
  mutating func append(_ byte: UInt8) {
    pieces.append(Piece(start: text.count, source: -1))
    text.append(byte)
  }

  /// Adds a text that begins near an offset of the file.
  ///
  /// Escapes and folded lines make it differ from what was written; it is then looked for word by word.
  mutating func append(
    _ literal: ArraySlice<UInt8>, near offset: Int, in source: SourceText, isMendable: Bool = true
  ) {
    let end = offset + literal.count
    if end <= source.bytes.count, source.bytes[offset..<end].elementsEqual(literal) {
      pieces.append(Piece(start: text.count, source: offset, isMendable: isMendable))
      text += literal
      return
    }
    var cursor = offset
    for word in literal.split(separator: .space, omittingEmptySubsequences: false) {
      if word.startIndex > literal.startIndex { append(.space) }
      guard !word.isEmpty else { continue }
      let found = source.bytes.firstIndex(of: word, from: cursor, within: 200)
      pieces.append(Piece(start: text.count, source: found ?? -1))
      text += word
      cursor = found.map { $0 + word.count } ?? cursor
    }
  }

  /// Adds a text whose places in braces a build fills in.
  mutating func append(form text: [UInt8], near offset: Int, in source: SourceText) {
    var start = 0
    while start < text.count {
      let words = text[start...].prefix { $0 != UInt8(ascii: "{") }
      append(words, near: offset + start, in: source)
      guard words.endIndex < text.count else { return }
      append(Passage.placeholder)
      let name = text[words.endIndex...].prefix { $0 != UInt8(ascii: "}") }
      start = name.endIndex + 1
    }
  }

  /// Where a range of the text lies in the file, and whether it is written there byte for byte and may be changed.
  func place(of range: Range<Int>, in source: SourceText) -> (range: Range<Int>, isMendable: Bool) {
    guard let first = place(of: range.lowerBound) else { return (origin..<origin, false) }
    guard let last = place(of: max(range.lowerBound, range.upperBound - 1)), last.offset >= first.offset
    else {
      return (first.offset..<first.offset, false)
    }
    let found = first.offset..<min(last.offset + 1, source.bytes.count)
    let isWritten = !range.isEmpty && source.bytes[found].elementsEqual(text[range])
    return (found, isWritten && first.isMendable && last.isMendable)
  }

  private func place(of index: Int) -> (offset: Int, isMendable: Bool)? {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= index { low = middle } else { high = middle }
    }
    guard low < pieces.count, pieces[low].source >= 0 else { return nil }
    return (pieces[low].source + index - pieces[low].start, pieces[low].isMendable)
  }
}
