import PackhorseCore

/// The numbers of a page's cited works, and how often each was cited so far.
struct CitationPlaces {
  private let numbers: [String: Int]
  /// By a work's place in the reference list.
  private(set) var times: [Int]

  init(keys: [String]) {
    numbers = Dictionary(zip(keys, 1...), uniquingKeysWith: { first, _ in first })
    times = [Int](repeating: 0, count: keys.count)
  }

  func number(of key: String) -> Int? { numbers[key] }

  /// Counts one more place that cites the work of that number; returns which it is.
  mutating func cite(_ number: Int) -> Int {
    times[number - 1] += 1
    return times[number - 1]
  }
}

extension BodyWriter {
  /// Raised numbers that lead to the reference list, close behind the word before them; a key that stands for no
  /// work stays a key.
  mutating func writeCitation(_ keys: [String], at index: Int) {
    guard keys.contains(where: { citations.number(of: $0) != nil }) else {
      html.out.write("[")
      html.out.write(text: keys.joined(separator: "; "))
      html.out.write("]")
      return
    }
    html.out.dropTrailingSpace()
    html.out.write("<sup>")
    for (place, key) in keys.enumerated() {
      if place > 0 { html.out.write(",") }
      writeCitedWork(key, isLinked: index >= linkEnd)
    }
    html.out.write("</sup>")
  }

  /// A link to a work of the reference list, which will lead back here: its number, or the name it is given.
  mutating func writeCitedWork(_ key: String, as name: HTML? = nil, isLinked: Bool) {
    guard let number = citations.number(of: key) else { return html.out.write(name ?? HTML(text: key)) }
    guard isLinked else { return html.out.write(number) }
    html.out.write("<a class=\"citation\" id=\"cite-")
    html.out.write(text: key)
    html.out.write("-")
    html.out.write(citations.cite(number))
    html.out.write("\" href=\"#ref-")
    html.out.write(text: percentEncoded(key))
    html.out.write("\"")
    if name == nil {
      html.out.write(" aria-label=\"")
      html.out.write(words, "block.references.reference", ["number": HTML(text: String(number))])
      html.out.write("\"")
    }
    html.out.write(">")
    html.out.write(name ?? HTML(text: String(number)))
    html.out.write("</a>")
  }

  mutating func writeInlineDirective(_ name: String, _ text: String, at index: Int) {
    switch InlineDirectiveName(rawValue: name) {
    case .word: html.out.write(text: localWord(text, in: localWords) ?? text)
    case .term: writeTerm(text, isLinked: index >= linkEnd)
    case .stat: writeStatistic(text)
    case nil:
      html.out.write(text: ":\(name)[\(text)]")
    }
  }

  private mutating func writeTerm(_ text: String, isLinked: Bool) {
    guard isLinked, let setting, let id = setting.page.bindings.terms[text] else {
      return html.out.write(text: text)
    }
    html.out.write("<a class=\"term\" href=\"")
    html.out.write(text: setting.page.address.link(to: .glossary, fragment: id)[...])
    html.out.write("\">")
    html.out.write(text: text)
    html.out.write("</a>")
  }
}
