extension Proof {
  /// How numbers, dates and times are written.
  mutating func checkFigures(of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    for (index, word) in scan.words.enumerated() {
      if word.isNumber {
        checkNumber(index, of: passage, scan)
      } else if text[word.start].isDigit {
        checkOrdinal(index, of: passage, scan)
      } else if word.letters == 1, text.byte(word.end) == UInt8(ascii: "."), isTime(word, in: text) {
        reportTime(word, of: passage, scan)
      } else if Calendar.months.contains(word.hash), word.capitals > 0 {
        checkMonth(index, of: passage, scan)
      } else if Calendar.percents.contains(word.hash) {
        checkPercent(index, of: passage, scan)
      }
    }
  }

  private mutating func checkNumber(_ index: Int, of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    let word = scan.words[index]
    if let end = dateEnd(index, scan.words, in: text) {
      return report(.numericDate, word.start..<end, of: passage, scan)
    }
    if text.byte(word.end) == .space, text.byte(word.end + 1) == UInt8(ascii: "%") {
      report(
        .percentSpace, word.start..<word.end + 2, of: passage, scan, text[word.range] + [UInt8(ascii: "%")])
    }
    checkRange(index, of: passage, scan)
    let isAlone =
      !isJoint(text.byte(word.start - 1)) && !isJoint(text.byte(word.end), text.byte(word.end + 1))
    if isAlone, (5...6).contains(word.range.count), text[word.start] != UInt8(ascii: "0") {
      report(.thousands, word.range, of: passage, scan)
    }
    if word.range.count == 4, index + 1 < scan.words.count, scan.words[index + 1].followsOn,
      Calendar.hours.contains(scan.words[index + 1].hash), value(of: word, in: text) < 2400
    {
      report(.timeOfDay, word.start..<scan.words[index + 1].end, of: passage, scan)
    }
  }

  /// Where `06/08/2018` or `2018-08-06` ends.
  private func dateEnd(_ index: Int, _ words: [Word], in text: [UInt8]) -> Int? {
    guard index + 2 < words.count else { return nil }
    let parts = words[index...index + 2]
    guard parts.allSatisfy(\.isNumber), !isJoint(text.byte(words[index].start - 1)) else { return nil }
    let joint = text.byte(words[index].end)
    guard words[index + 1].start == words[index].end + 1, words[index + 2].start == words[index + 1].end + 1,
      joint == text.byte(words[index + 1].end)
    else { return nil }
    let lengths = parts.map(\.range.count)
    let isBritish =
      (joint == UInt8(ascii: "/") || joint == UInt8(ascii: ".")) && lengths[0] <= 2 && lengths[1] <= 2
      && (lengths[2] == 4 || (joint == UInt8(ascii: "/") && lengths[2] == 2))
    let isISO = joint == .hyphen && lengths == [4, 2, 2]
    return isBritish || isISO ? words[index + 2].end : nil
  }

  private mutating func checkRange(_ index: Int, of passage: Passage, _ scan: WordScan) {
    let (text, words) = (passage.text, scan.words)
    guard index + 1 < words.count, words[index + 1].isNumber else { return }
    let (from, to) = (words[index], words[index + 1])
    let joint = text[from.end..<to.start]
    guard joint.elementsEqual([.hyphen]) || joint.elementsEqual("–".utf8), from.range.count <= 4,
      to.range.count <= 4, value(of: from, in: text) < value(of: to, in: text),
      !isJoint(text.byte(from.start - 1)), !isJoint(text.byte(to.end), text.byte(to.end + 1)),
      text.byte(to.end) != 0xE2, index == 0 || !words[index - 1].isNumber || !from.followsOn
    else { return }
    let isBetween = index > 0 && from.followsOn && words[index - 1].hash == Calendar.between
    report(
      .numberRange, from.start..<to.end, of: passage, scan,
      isBetween ? nil : text[from.range] + Array(" to ".utf8) + text[to.range])
  }

  private mutating func checkOrdinal(_ index: Int, of passage: Passage, _ scan: WordScan) {
    let (text, words) = (passage.text, scan.words)
    let word = words[index]
    let digits = text[word.range].prefix(while: \.isDigit)
    guard digits.count <= 2, word.range.count == digits.count + 2,
      Calendar.isOrdinal(text[word.range].suffix(2)),
      index + 1 < words.count, words[index + 1].followsOn
    else { return }
    if Calendar.months.contains(words[index + 1].hash) {
      report(.ordinalDate, word.range, of: passage, scan, Array(digits))
    } else if words[index + 1].hash == Calendar.of, index + 2 < words.count, words[index + 2].followsOn,
      Calendar.months.contains(words[index + 2].hash)
    {
      report(.ordinalDate, word.start..<words[index + 1].end, of: passage, scan, Array(digits))
    }
  }

  /// `August 6, 2018` or `August 6th`.
  private mutating func checkMonth(_ index: Int, of passage: Passage, _ scan: WordScan) {
    let (text, words) = (passage.text, scan.words)
    guard index + 1 < words.count, words[index + 1].followsOn, !words[index + 1].isHyphenated else { return }
    let day = words[index + 1]
    let digits = text[day.range].prefix(while: \.isDigit)
    guard (1...2).contains(digits.count), index == 0 || !words[index - 1].isNumber || !words[index].followsOn
    else { return }
    let dayAndMonth = Array(digits) + [UInt8.space] + Array(text[words[index].range])
    if index + 2 < words.count, day.isNumber, words[index + 2].isNumber, words[index + 2].range.count == 4,
      text[day.end..<words[index + 2].start].elementsEqual(", ".utf8) || words[index + 2].followsOn
    {
      let year = words[index + 2]
      let turned = dayAndMonth + [UInt8.space] + Array(text[year.range])
      report(.monthFirst, words[index].start..<year.end, of: passage, scan, turned)
    } else if day.range.count == digits.count + 2, Calendar.isOrdinal(text[day.range].suffix(2)) {
      report(.monthFirst, words[index].start..<day.end, of: passage, scan, dayAndMonth)
    }
  }

  /// `40 per cent`, `40 percent`.
  private mutating func checkPercent(_ index: Int, of passage: Passage, _ scan: WordScan) {
    let words = scan.words
    var (first, last) = (index, index)
    if words[index].hash == Calendar.per {
      guard index + 1 < words.count, words[index + 1].followsOn, words[index + 1].hash == Calendar.cent else {
        return
      }
      last = index + 1
    }
    guard index > 0, words[index - 1].isNumber, words[index].followsOn else {
      // A form may name the unit of an axis or a column.
      if passage.kind == .form, passage.text.byte(words[first].start - 2) != Passage.placeholder { return }
      return report(.percentWord, words[first].start..<words[last].end, of: passage, scan)
    }
    first = index - 1
    report(
      .percentWord, words[first].start..<words[last].end, of: passage, scan,
      passage.text[words[first].range] + [UInt8(ascii: "%")])
  }

  /// Whether `a` or `p` begins `a.m.` or `p.m.`.
  private func isTime(_ word: Word, in text: [UInt8]) -> Bool {
    text.has("a.m.", at: word.start) || text.has("p.m.", at: word.start)
  }

  private mutating func reportTime(_ word: Word, of passage: Passage, _ scan: WordScan) {
    let text = passage.text
    let end = word.start + 4
    // Behind the last stop a sentence may end, which would lose it.
    let goesOn = text.byte(end) == .space && !text.byte(end + 1).isCapital && end + 1 < text.count
    report(
      .timeOfDay, word.start..<end, of: passage, scan, goesOn ? [text[word.start], UInt8(ascii: "m")] : nil)
  }

  private mutating func report(
    _ rule: StyleRule, _ range: Range<Int>, of passage: Passage, _ scan: WordScan,
    _ replacement: [UInt8]? = nil
  ) {
    guard rule.reach.covers(voice(of: range, in: passage, scan)) else { return }
    let written = replacement.map { "write '\(String(decoding: $0, as: UTF8.self))'" }
    report(rule, range, of: passage, write: passage.voice == .site ? written : nil, replacement: replacement)
  }

  private func value(of word: Word, in text: [UInt8]) -> Int {
    text[word.range].prefix(9).reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// Signs that make a number a part of something else: a code, a decimal, an amount.
  private func isJoint(_ byte: UInt8, _ next: UInt8 = UInt8(ascii: "0")) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"): next.isDigit
    case .hyphen, UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "#"): true
    default: byte.isLetter || byte.isDigit
    }
  }
}
