import PackhorseCore

/// Something in a cell that points at one person.
enum Identifier: String, CaseIterable {
  case healthNumber = "an NHS or CHI number"
  case birthDate = "what may be a date of birth"
  case postcode = "a postcode"
  case email = "an e-mail address"
  case phone = "a telephone number"
  /// Known by the name of the column.
  case name = "people's names"

  /// Looks through a cell; numbers are found within other text as well.
  init?(in cell: UnsafeBufferPointer<UInt8>) {
    var (digits, letters, hasAt) = (0, 0, false)
    // Without branches, which no processor could foresee.
    for byte in cell {
      digits &+= isDigit(byte) ? 1 : 0
      letters &+= isLowercase(byte | 0x20) ? 1 : 0
      hasAt = (byte == UInt8(ascii: "@")) || hasAt
    }
    // Most cells hold too little for any of them.
    guard hasAt || digits >= 8 || (digits >= 2 && letters >= 3) else { return nil }
    if digits >= 8, let number = numberInText(cell) {
      self = number
    } else if hasAt, holdsEmail(cell) {
      self = .email
    } else if digits >= 2, letters >= 3, holdsPostcode(cell) {
      self = .postcode
    } else {
      return nil
    }
  }

  init?(in text: ArraySlice<UInt8>) {
    guard let found = text.withUnsafeBufferPointer({ Identifier(in: $0) }) else { return nil }
    self = found
  }
}

/// True for ten digits whose last is the check digit of the nine before (modulus 11, as NHS and CHI numbers have it).
func isHealthNumber(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
  guard digits.count == 10, let last = digits.last else { return false }
  let sum = zip(digits, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
  return (11 - sum % 11) % 11 == Int(last - 0x30)
}

/// The first run of digits, with single spaces, hyphens or brackets among them, that is a number of a person.
private func numberInText(_ cell: UnsafeBufferPointer<UInt8>) -> Identifier? {
  var at = 0
  while at < cell.count {
    guard isDigit(cell[at]) || cell[at] == UInt8(ascii: "+") else {
      at += 1
      continue
    }
    let start = at
    var end = at
    var gap = 0
    while at < cell.count, gap < 2 {
      if isDigit(cell[at]) {
        gap = 0
        end = at + 1
      } else if " -/()+".utf8.contains(cell[at]) {
        gap += 1
      } else {
        break
      }
      at += 1
    }
    let follows = start > 0 && (isAlphanumeric(cell[start - 1]) || isDecimalPoint(start - 1, in: cell))
    let isFollowed = end < cell.count && (isAlphanumeric(cell[end]) || isDecimalPoint(end, in: cell))
    if !follows, !isFollowed, end > start, let found = number(cell[start..<end]) { return found }
  }
  return nil
}

/// True for a point between two digits.
private func isDecimalPoint(_ index: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
  cell[index] == UInt8(ascii: ".") && index > 0 && index + 1 < cell.count && isDigit(cell[index - 1])
    && isDigit(cell[index + 1])
}

private func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Identifier? {
  let digits = text.lazy.filter(isDigit)
  let count = digits.count
  if count == 10, isHealthNumber(digits) { return .healthNumber }
  let isInternational = text.first == UInt8(ascii: "+") && digits.starts(with: "44".utf8)
  if isInternational && (11...13).contains(count) { return .phone }
  if digits.first == UInt8(ascii: "0"), (10...11).contains(count) { return .phone }
  return isOldDate(text) ? .birthDate : nil
}

/// A day before 2010, as `1958-03-02`, `02/03/1958` or `19580302`: no referral is so old, but people are.
private func isOldDate(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  // Most are of these years: nothing is taken apart for them.
  guard holdsOldYear(text) else { return false }
  let parts = text.split { !isDigit($0) }
  func year(_ digits: some Sequence<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  let years: ClosedRange<Int> = 1900...2009
  let counts = parts.map { $0.count }
  if counts.count == 3, text.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) {
    if counts[0] == 4, counts[1] <= 2, counts[2] <= 2 { return years.contains(year(parts[0])) }
    if counts[2] == 4, counts[0] <= 2, counts[1] <= 2 { return years.contains(year(parts[2])) }
  }
  guard counts == [8], let day = parts.first else { return false }
  let digits = Array(day)
  return years.contains(year(digits[0..<4])) && (1...12).contains(year(digits[4..<6]))
    && (1...31).contains(year(digits[6..<8]))
}

/// True where some digits begin as a year from 1900 to 2009 does.
private func holdsOldYear(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  text.indices.contains { start in
    let isWithin = start > text.startIndex && isDigit(text[start - 1])
    return !isWithin && (text[start...].starts(with: "19".utf8) || text[start...].starts(with: "200".utf8))
  }
}

/// Something before and a dot after an @.
private func holdsEmail(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let at = cell.firstIndex(of: UInt8(ascii: "@")), at > 0, isAlphanumeric(cell[at - 1]) else {
    return false
  }
  let domain = cell[(at + 1)...].prefix {
    isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
  }
  return domain.contains(UInt8(ascii: ".")) && domain.first.map(isAlphanumeric) == true
}

/// A postcode as a word or two: `AB1 2CD`, `M11AA`, in large or small letters.
private func holdsPostcode(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
  var before = cell[..<0]
  var at = 0
  while at < cell.count {
    let word = cell[at...].prefix(while: isAlphanumeric)
    at = word.endIndex + 1
    if word.isEmpty { continue }
    if word.count == 3, isInward(word), isOutward(before) { return true }
    if (5...7).contains(word.count), isInward(word.suffix(3)), isOutward(word.dropLast(3)) { return true }
    before = word
  }
  return false
}

private func isInward(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  word.count == 3 && isDigit(word[word.startIndex]) && word.dropFirst().allSatisfy { !isDigit($0) }
}

/// One or two letters, a digit, and perhaps one sign more.
private func isOutward(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let letters = word.prefix { !isDigit($0) }.count
  return (1...2).contains(letters) && (1...2).contains(word.count - letters)
}

extension Diagnostic {
  /// The cell is named, what stands in it is not.
  static func identifier(
    _ identifier: Identifier, in column: String, row: Int, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "identifier-found", "\(quoted(column)) holds \(identifier.rawValue) in row \(row)", at: span,
      because: "Nothing that points at one person may be read here, and it was not kept.",
      suggestion: identifier == .postcode || identifier == .phone || identifier == .email
        ? "delete the column; where it belongs to a place, name it under 'places' in sources.yml"
        : "delete the column")
  }

  /// The same for the name of a column.
  static func identifier(_ identifier: Identifier, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "identifier-found", "The first row holds \(identifier.rawValue) where a column's name is due",
      at: span, because: "The first row names the columns; it is never a row of data.",
      suggestion: "put a row of names above the data, as docs/data.md shows")
  }
}
