import PackhorseCore
import Testing

@Suite struct AssetProblemsTests {
  static let open = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">"#

  @Test(arguments: [
    open
      + ##"<path d="M0 0" fill="url(#a)" style="fill: url('#b')"/><use href="#a" xlink:href=" #b"/></svg>"##,
    #"<?xml version="1.0" encoding="UTF-8"?><!-- <script> -->"# + open
      + "<text>a &lt; b &amp; c &#x20AC;</text></svg>",
    "\u{FEFF}" + open
      + "<style>.a{fill:#fff} @media print{.a{fill:#000}}</style><text>javascript: is a word</text></svg>",
    open
      + ##"<metadata><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></metadata></svg>"##,
    open + "<style/><style><![CDATA[.a{fill:url(#x)}]]></style><a title='&lt;b&gt;'/></svg>",
  ])
  func letsAPlainDrawingPass(_ svg: String) {
    #expect(assetProblems(path: "content/x.svg", bytes: Array(svg.utf8)) == [])
  }

  @Test(arguments: [
    open + "<script>alert(1)</script></svg>",
    open + "<SCRIPT/></svg>",
    open + "<svg:script xmlns:svg='http://www.w3.org/2000/svg'/></svg>",
    open + ##"<g onload="x()"/></svg>"##,
    open + "<g\nonclick\n=\n'x()'/></svg>",
    open + "<foreignObject/></svg>",
    open + ##"<image href="https://example.org/x.png"/></svg>"##,
    open + ##"<image xlink:href="data:image/png;base64,AAAA"/></svg>"##,
    open + ##"<a href="javascript:alert(1)"/></svg>"##,
    open + ##"<a href="&#106;avascript:alert(1)"/></svg>"##,
    open + ##"<use href="other.svg#a"/></svg>"##,
    open + ##"<set attributeName="href" to="x"/></svg>"##,
    open + ##"<set attributeName="onload" to="x"/></svg>"##,
    open + ##"<animate values="java&#10;script:alert(1)"/></svg>"##,
    open + ##"<g fill="url(https://example.org/x)"/></svg>"##,
    open + ##"<g style="background: URL( 'x.png' )"/></svg>"##,
    open + ##"<g style="background: \75rl(x)"/></svg>"##,
    open + "<style>@import 'x.css';</style></svg>",
    open + "<style>@im<!-- -->port 'x.css';</style></svg>",
    open + "<style>@im]]<g/>port 'x.css';@im<g/>port 'y'</style></svg>",
    open + "<style><![CDATA[.a{fill:url(]]><![CDATA[//example.org)}]]></style></svg>",
    open + "<style>.a{fill:&#117;rl(//example.org/x)}</style></svg>",
    open + "<style>.a{fill:image-set('x.png')}</style></svg>",
    open + "<style>.a{fill:url(x)}",
    open + "<g xml:base='https://example.org/'/></svg>",
    "<?xml-stylesheet href='x.css'?>" + open + "</svg>",
    "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + open + "&x;</svg>",
    "<?xml version='1.0' encoding='UTF-7'?>" + open + "</svg>",
    open + "<g a=b/></svg>", open + "<g", open + "<!-- ", open + #"<g a="<"/></svg>"#,
    open + "<g a='&nope;'/></svg>",
    "< svg>",
  ])
  func refusesWhatCouldRunOrReachOutside(_ svg: String) {
    let problems = assetProblems(path: "content/x.svg", bytes: Array(svg.utf8))
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.id == "unsafe-svg" && $0.severity == .error })
  }

  @Test func refusesADrawingInAnotherEncoding() {
    let utf16: [UInt8] = [0xFF, 0xFE] + Array("<script/>".utf8.map { [$0, 0] }.joined())
    #expect(assetProblems(path: "x.svg", bytes: utf16).map(\.id) == ["unsafe-svg"])
  }

  @Test func namesThePlaceOfEachProblem() {
    let svg = "<svg>\n  <script/>\n<g a='1' onload='x'/>\n</svg>"
    let spans = assetProblems(path: "x.svg", bytes: Array(svg.utf8)).compactMap(\.span?.start)
    #expect(spans == [SourcePosition(line: 2, column: 3), SourcePosition(line: 3, column: 10)])
  }

  @Test func endsAfterTwentyProblems() {
    let svg = "<svg>" + String(repeating: "<script/>", count: 10_000)
    #expect(assetProblems(path: "x.svg", bytes: Array(svg.utf8)).count == 20)
  }

  @Test(arguments: [true, false])
  func findsAPositionInAPhotograph(isLittleEndian: Bool) {
    let exif = Exif(isLittleEndian: isLittleEndian, gps: [0, 1, 2]).bytes
    for (path, bytes) in [
      ("x.jpg", jpeg(exif)), ("x.png", png(exif)), ("x.webp", webp(exif)), ("x.png", jpeg(exif)),
    ] {
      let problems = assetProblems(path: path, bytes: bytes)
      #expect(problems.map(\.id) == ["image-metadata"])
      #expect(problems.map(\.severity) == [.error])
    }
  }

  @Test(arguments: [0x013B, 0x8298, 0x9C9D])
  func findsANameInAPhotograph(tag: Int) {
    let exif = Exif(text: (tag, "Jane Doe")).bytes
    for bytes in [jpeg(exif), png(exif), webp(exif)] {
      #expect(assetProblems(path: "x.jpg", bytes: bytes).map(\.severity) == [.warning])
    }
  }

  @Test func letsAPhotographWithoutPositionOrNamePass() {
    for exif in [
      Exif(text: (0x010F, "Maker")).bytes, Exif(text: (0x013B, "     ")).bytes, Exif(gps: [0]).bytes, [],
      Array("II*\0".utf8), Array("II*\0".utf8) + [0xFF, 0xFF, 0xFF, 0x7F],
    ] {
      for bytes in [jpeg(exif), png(exif), webp(exif)] {
        #expect(assetProblems(path: "x.png", bytes: bytes) == [])
      }
    }
  }

  @Test func findsXMPAndIPTCAndTextChunks() {
    let xmp = Array("<x:xmpmeta><exif:GPSLatitude>52</exif:GPSLatitude><dc:creator/></x:xmpmeta>".utf8)
    #expect(assetProblems(path: "x.jpg", bytes: jpeg([]) + xmp).map(\.severity) == [.error, .warning])
    let iptc =
      Array("Photoshop 3.0\u{0}8BIM".utf8) + [4, 4, 0, 0, 0, 0, 0, 12, 0x1C, 2, 80, 0, 4] + Array("Jane".utf8)
    #expect(assetProblems(path: "x.jpg", bytes: jpeg([]) + iptc).map(\.severity) == [.warning])
    for (text, severities) in [
      ("Author\u{0}Jane", [Diagnostic.Severity.warning]), ("Software\u{0}Paint", []),
      ("Raw profile type exif\u{0}\u{0}x", [.error]),
      ("XML:com.adobe.xmp\u{0}\u{1}\u{0}\u{0}\u{0}x", [.error]),
      ("XML:com.adobe.xmp\u{0}\u{0}\u{0}\u{0}\u{0}dc:creator", [.warning]),
    ] {
      let bytes = pngSignature + chunk("iTXt", Array(text.utf8))
      #expect(assetProblems(path: "x.png", bytes: bytes).map(\.severity) == severities)
    }
  }

  @Test func survivesPicturesCutAnywhere() {
    let exif = Exif(gps: [0, 1, 2]).bytes
    for whole in [jpeg(exif), png(exif), webp(exif), Array((Self.open + "<g a='1'/></svg>").utf8)] {
      for length in 0..<whole.count {
        _ = assetProblems(path: "x.jpg", bytes: Array(whole.prefix(length)))
        _ = assetProblems(path: "x.svg", bytes: Array(whole.prefix(length)))
      }
    }
  }
}

/// An Exif block: a main directory with a text or a pointer to a GPS directory.
private struct Exif {
  var isLittleEndian = true
  var gps: [Int] = []
  var text: (tag: Int, value: String)?

  var bytes: [UInt8] {
    var result: [UInt8] = isLittleEndian ? [0x49, 0x49, 42, 0] : [0x4D, 0x4D, 0, 42]
    result += number(8, 4) + number(1, 2)
    if let text {
      result += number(text.tag, 2) + number(2, 2) + number(text.value.utf8.count + 1, 4) + number(26, 4)
      result += number(0, 4) + Array(text.value.utf8) + [0]
    } else {
      result += number(0x8825, 2) + number(4, 2) + number(1, 4) + number(26, 4) + number(0, 4)
      result += number(gps.count, 2)
      for tag in gps { result += number(tag, 2) + number(1, 2) + number(4, 4) + number(2, 4) }
    }
    return result
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return isLittleEndian ? bytes : bytes.reversed()
  }
}

private let pngSignature: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]

private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
  let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: data.count >> $0) }
  return length + Array(name.utf8) + data + [0, 0, 0, 0]
}

private func png(_ exif: [UInt8]) -> [UInt8] { pngSignature + chunk("IDAT", [1, 2]) + chunk("eXIf", exif) }

private func jpeg(_ exif: [UInt8]) -> [UInt8] {
  let block = Array("Exif\0\0".utf8) + exif
  let length = block.count + 2
  return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + block + [0xFF, 0xD9]
}

private func webp(_ exif: [UInt8]) -> [UInt8] {
  let length = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: exif.count >> $0) }
  return Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [1, 0, 0, 0, 9, 0] + Array("EXIF".utf8)
    + length
    + exif
}
