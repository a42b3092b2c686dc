import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// Codes to scan, read back by a reader of its own; Tests/Browser has another program's decoder read them.
struct QRCodeTests {
  /// Data and correction codewords of each block, for levels M and Q (ISO/IEC 18004:2015, table 9).
  private static let blocks: [QRCode.Level: [[(data: Int, corrections: Int)]]] = [
    .medium: [
      row(1, 16, 10), row(1, 28, 16), row(1, 44, 26), row(2, 32, 18), row(2, 43, 24), row(4, 27, 16),
      row(4, 31, 18), row(2, 38, 22) + row(2, 39, 22), row(3, 36, 22) + row(2, 37, 22),
      row(4, 43, 26) + row(1, 44, 26),
    ],
    .quartile: [
      row(1, 13, 13), row(1, 22, 22), row(2, 17, 18), row(2, 24, 26), row(2, 15, 18) + row(2, 16, 18),
      row(4, 19, 24), row(2, 14, 18) + row(4, 15, 18), row(4, 18, 22) + row(2, 19, 22),
      row(4, 16, 20) + row(4, 17, 20), row(6, 19, 24) + row(2, 20, 24),
    ],
  ]

  private static func row(_ count: Int, _ data: Int, _ corrections: Int) -> [(data: Int, corrections: Int)] {
    Array(repeating: (data, corrections), count: count)
  }

  @Test func everyVersionLevelAndMaskReadsBack() throws {
    for version in QRVersion.all {
      for level in QRCode.Level.allCases {
        let blocks = try #require(Self.blocks[level]?[version.number - 1])
        #expect(blocks.reduce(0) { $0 + $1.data + $1.corrections } == version.codewords)
        for (mask, length) in zip(
          0..<8,
          [0, 1, 2, 5, 9, 13].map { min($0, version.room(at: level)) } + [
            version.room(at: level) - 1, version.room(at: level),
          ])
        {
          let text = String(decoding: (0..<length).map { UInt8(33 + ($0 * 7 + mask) % 94) }, as: UTF8.self)
          let code = QRCode(Array(text.utf8), version: version, level: level, mask: mask)
          let reader = QRReader(code.modules)
          #expect(reader.text(blocks: blocks) == text, "version \(version.number), \(level), mask \(mask)")
          #expect(reader.format == reader.secondFormat)
          #expect(reader.format >> 13 == (level == .medium ? 0b00 : 0b11))
          #expect(reader.format >> 10 & 7 == mask)
        }
      }
    }
  }

  @Test func theSmallestSymbolAndTheHigherLevelThatItAllows() throws {
    func made(_ length: Int) -> QRCode? { QRCode(String(repeating: "a", count: length)) }
    for (length, version, level) in [
      (11, 1, QRCode.Level.quartile), (12, 1, .medium), (14, 1, .medium), (15, 2, .quartile),
      (213, 10, .medium),
    ] {
      let code = try #require(made(length))
      #expect(code.version.number == version && code.level == level, "\(length)")
    }
    #expect(made(longestCode + 1) == nil)
    #expect(QRVersion.all.last?.room(at: .medium) == longestCode)
    #expect(QRCode("https://example.org/café") == nil)
    #expect(!fitsCode("é") && fitsCode(String(repeating: "a", count: longestCode)))
  }

  @Test func theMaskHasTheLeastPenalty() throws {
    let text = "https://packhorse.example/thornbeck/link-worker.html"
    let code = try #require(QRCode(text))
    let penalties = (0..<8).map {
      QRCode(Array(text.utf8), version: code.version, level: code.level, mask: $0).modules.penalty
    }
    #expect(penalties[code.mask] == penalties.min())
    #expect(Set(penalties).count > 1)
  }

  @Test func theDrawingHasAQuietZoneATitleAndEveryDarkModule() throws {
    let code = try #require(QRCode("https://a.example/"))
    var out = ByteWriter()
    out.write(code, title: "A & <b>")
    let svg = String(decoding: out.bytes, as: UTF8.self)
    let side = code.modules.side
    #expect(
      svg.contains(
        "viewBox=\"0 0 \(side + 8) \(side + 8)\" shape-rendering=\"crispEdges\"><title>A &amp; &lt;b&gt;</title>"
      ))
    #expect(svg.contains("role=\"img\""))
    var drawn: Set<[Int]> = []
    for run in svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
      let (column, row, length) = (Int(run.1) ?? -9, Int(run.2) ?? -9, Int(run.3) ?? -9)
      #expect(run.3 == run.4)
      for offset in 0..<length { drawn.insert([row - 4, column - 4 + offset]) }
    }
    let dark = (0..<side * side).filter { code.modules[$0 / side, $0 % side] }.map { [$0 / side, $0 % side] }
    #expect(drawn == Set(dark))
  }

  @Test func addressesAreShownAsPeopleWriteThem() {
    #expect(shownURL("https://a.example/b/") == "a.example/b")
    #expect(shownURL("HTTP://a.example/b.html") == "a.example/b.html")
    #expect(shownURL("a.example") == "a.example")
  }
}
