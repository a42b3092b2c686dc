import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

/// Reads `outcomes.csv` in the plainest way: the whole text at once, character by character, commas only.
private struct PlainReader {
  struct Cell {
    var text = ""
    var line: Int
    var column: Int
  }

  var found: Set<String> = []
  var rows: [String] = []
  private var seen: Set<String> = []

  init(_ text: String) {
    for (number, record) in records(Array(text.unicodeScalars)).enumerated() where number > 0 { take(record) }
  }

  /// Records without the blank ones; a record with a fault of form is empty.
  private mutating func records(_ text: [UnicodeScalar]) -> [[Cell]] {
    var records: [[Cell]] = []
    var cells = [Cell(line: 1, column: 1)]
    var (index, line, column) = (0, 1, 1)
    var (isBroken, isQuoted) = (false, false)
    func peek(_ ahead: Int = 0) -> UnicodeScalar? { index + ahead < text.count ? text[index + ahead] : nil }
    func advance() {
      let isEnd = text[index] == "\n" || (text[index] == "\r" && peek(1) != "\n")
      (line, column) = isEnd ? (line + 1, 1) : (line, column + 1)
      index += 1
    }
    func fault() {
      if !isBroken { found.insert("csv-bad-quote \(line):\(column)") }
      isBroken = true
    }
    func closeRecord() {
      if isBroken {
        records.append([])
      } else if cells.contains(where: { !$0.text.allSatisfy { $0 == " " } }) {
        records.append(cells)
      }
      isBroken = false
    }
    while let scalar = peek() {
      let atStart = column == cells[cells.count - 1].column && line == cells[cells.count - 1].line
      if isQuoted {
        if scalar == "\"", peek(1) == "\"" {
          advance()
        } else if scalar == "\"" {
          isQuoted = false
          advance()
          if let next = peek(), next != ",", next != "\n", next != "\r" { fault() }
          continue
        }
        cells[cells.count - 1].text.unicodeScalars.append(scalar)
        advance()
      } else if scalar == "\"", atStart {
        isQuoted = true
        advance()
      } else if scalar == "," {
        advance()
        cells.append(Cell(line: line, column: column))
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", peek(1) == "\n" { advance() }
        closeRecord()
        advance()
        cells = [Cell(line: line, column: column)]
      } else {
        if scalar == "\"" { fault() }
        cells[cells.count - 1].text.unicodeScalars.append(scalar)
        advance()
      }
    }
    if isQuoted {
      found.insert("csv-unclosed-quote \(cells[cells.count - 1].line):\(cells[cells.count - 1].column)")
    } else {
      closeRecord()
    }
    return records
  }

  private mutating func take(_ record: [Cell]) {
    guard !record.isEmpty else { return }
    let extra = record.dropFirst(5).first { !$0.text.isEmpty }
    if record.count < 5 || extra != nil {
      let cell = extra ?? record[record.count - 1]
      found.insert("csv-cell-count \(cell.line):\(cell.column)")
      return
    }
    let texts = record.map { cell in
      String(cell.text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    var isGood = true
    func check(_ index: Int, _ isRight: Bool) {
      guard !isRight else { return }
      let isMark = index > 2 && ["[c]", "[x]"].contains(texts[index])
      let id =
        isMark ? "marked-cell" : texts[index].isEmpty && index < 3 ? "csv-empty-cell" : "csv-bad-cell"
      found.insert("\(id) \(record[index].line):\(record[index].column)")
      if index < 3 { isGood = false }
    }
    check(
      0,
      (4...8).contains(texts[0].count)
        && texts[0].allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) })
    check(1, Period(texts[1]) != nil)
    check(
      2,
      !texts[2].isEmpty
        && texts[2].allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" })
    let counts = texts[3...4].map(count)
    let isMissing = texts[3] == "[x]" && texts[4] == "[x]"
    if !isMissing {
      for index in 0...1 { check(3 + index, counts[index].map { $0 <= 1_000_000_000 } == true) }
    }
    guard isGood, seen.insert("\(texts[0])|\(Period(texts[1])?.code ?? "")|\(texts[2])").inserted else {
      return
    }
    guard !isMissing, let numerator = counts[0], let denominator = counts[1],
      max(numerator, denominator) <= 1_000_000_000,
      numerator <= denominator
    else { return }
    rows.append("\(texts[0]) \(Period(texts[1])?.code ?? "") \(texts[2]) \(numerator) \(denominator)")
  }
}

/// `123` or `1,234`.
private func count(_ text: String) -> Int? {
  let groups = text.split(separator: ",", omittingEmptySubsequences: false)
  guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }) else { return nil }
  guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
    return nil
  }
  return Int(groups.joined())
}

@Suite struct CSVMutationTests {
  private let head = "practice_code,period,measure,numerator,denominator\n"
  private let body = """
    DEMO01,2025-Q1,attended,45,110
    DEMO01,2025-Q2,attended,"1,045","1,110"
    DEMO01,2025-Q3,attended,[x],[x]\r
    "DEMO02",2025-Q1,attended,0,7

    DEMO02,2025-Q2,seen,3,3

    """

  private func read(_ bytes: [UInt8], chunk: Int) -> (found: Set<String>, rows: [String], count: Int) {
    let outcome = readOutcomes(
      DataFile(path: "content/data/outcomes.csv") { take in
        for start in stride(from: 0, to: bytes.count, by: chunk) {
          try take(bytes[start..<min(start + chunk, bytes.count)])
        }
      }, measures: [:])
    let rows = outcome.value.compactMap { row -> String? in
      guard case .proportion(let numerator, let denominator) = row.value else { return nil }
      return "\(row.practice.value) \(row.period.code) \(row.measure) \(numerator) \(denominator)"
    }
    let found = outcome.diagnostics.map {
      "\($0.id) \($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0)"
    }
    return (Set(found), rows, outcome.diagnostics.count)
  }

  private func mutated(_ text: String, _ random: inout Seeded) -> [UInt8] {
    var bytes = Array(text.utf8)
    let signs = Array(",,\"\"\n\r a1-[x]A9/Q;.".utf8)
    for _ in 0...random.below(4) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(random.pick(signs), at: place)
      case 2: bytes[place] = random.pick(signs)
      default: bytes.replaceSubrange(place..<min(bytes.count, place + random.below(9)), with: [])
      }
    }
    return bytes
  }

  /// Each bad cell is found at its place, and what is good is read, as the plain reader does it.
  @Test func readsTenThousandMutatedFilesAsAPlainReaderDoes() {
    var random = Seeded(seed: 4_180)
    let others = ["duplicate-outcome", "mixed-period-lengths", "numerator-exceeds-denominator"]
    for _ in 0..<10_000 {
      let bytes = Array(head.utf8) + mutated(body, &random)
      let read = read(bytes, chunk: 1 + random.below(200))
      let plain = PlainReader(String(decoding: bytes, as: UTF8.self))
      let cells = read.found.filter { fault in !others.contains { fault.hasPrefix($0) } }
      guard cells == plain.found, read.rows == plain.rows else {
        let text = String(decoding: bytes, as: UTF8.self)
        Issue.record(
          "\(text.debugDescription)\n read \(cells.sorted()) \(read.rows)\nplain \(plain.found.sorted()) \(plain.rows)"
        )
        return
      }
    }
  }

  /// Any bytes, header and all, however cut: the same result, and never a crash.
  @Test func readsAnyBytesAlikeHoweverTheyAreCut() {
    var random = Seeded(seed: 11)
    for _ in 0..<3_000 {
      var bytes = mutated(head + body, &random)
      if random.below(3) == 0 {
        bytes.insert(UInt8.random(in: 0...255, using: &random), at: random.below(bytes.count + 1))
      }
      let whole = read(bytes, chunk: 1_000_000)
      let cut = read(bytes, chunk: 1 + random.below(7))
      #expect(whole.found == cut.found)
      #expect(whole.rows == cut.rows)
      #expect(whole.count == cut.count)
    }
  }
}
