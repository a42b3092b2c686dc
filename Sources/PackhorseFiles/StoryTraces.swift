import PackhorseCore

/// What gives a story away in other files: its address, and sentences of its own.
struct StoryTraces {
  let id: String
  private var names: [[UInt8]] = []
  private var sentences = SentenceSet()

  /// A run of plain words this long is taken to be nobody else's.
  private static let shortestSentence = 32
  /// Titles and summaries stand on cards and in listings.
  private static let shortestTitle = 12
  /// More are not needed to tell a page that repeats a story.
  private static let mostSentences = 1000

  /// `source` is the story's Markdown, where there still is any.
  init(id: String, source: [UInt8]) {
    self.id = id
    names = Array(Set(["\(id).html", percentEncoded(id) + ".html"])).sorted().map { Array($0.utf8) }
    for line in source.split(separator: UInt8(ascii: "\n")) where sentences.count < StoryTraces.mostSentences
    {
      if line.starts(with: "title:".utf8) || line.starts(with: "summary:".utf8) {
        collect(line.drop { $0 != UInt8(ascii: ":") }, atLeast: StoryTraces.shortestTitle)
      } else {
        collect(line, atLeast: StoryTraces.shortestSentence)
      }
    }
  }

  /// Keeps the runs of a line that no Markdown, escape or typography changes on the way to a page.
  private mutating func collect(_ line: ArraySlice<UInt8>, atLeast length: Int) {
    let runs = line.split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: ","), 0x80...:
        false
      default: true
      }
    }
    for run in runs where run.count >= length {
      sentences.insert(Array(run.drop { $0 == UInt8(ascii: " ") }))
    }
  }

  /// True where a file of the output, at its address, links to the story or repeats it.
  func occur(in bytes: [UInt8], at address: String) -> Bool {
    names.contains { isLinked($0, in: bytes, at: address) }
      || sentences.occur(in: bytes)
  }

  /// A link names `stories/garden.html`, from within that folder `garden.html`; `my-garden.html` is another page.
  private func isLinked(_ name: [UInt8], in bytes: [UInt8], at address: String) -> Bool {
    bytes.offsets(of: name, limit: .max).contains { start in
      let before = bytes[..<start]
      if before.ends(with: "stories/") || before.ends(with: "stories\\/") { return true }
      guard address.hasPrefix("stories/") else { return false }
      guard let last = before.last else { return true }
      return before.ends(with: "./") || !isPartOfName(last)
    }
  }

  private func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "/"), 0x80...:
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
