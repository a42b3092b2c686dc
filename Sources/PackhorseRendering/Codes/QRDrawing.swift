import PackhorseCore

extension ByteWriter {
  /// A code to scan with its address in letters, so that nobody needs a camera.
  ///
  /// Without an address, or with one that no code holds, words say where to look.
  mutating func write(codeTo url: String?, title: String, words: Words) {
    guard let url, let code = QRCode(url) else {
      write("<p class=\"code-look\">")
      write(words, "block.code.look", ["title": HTML(text: title)])
      return write("</p>\n")
    }
    write("<figure class=\"code-to\">\n")
    write(code, title: words("block.code.title", ["title": title]))
    write("<figcaption>")
    write(words, "block.code.caption", ["title": HTML(text: title)])
    write("<br>\n<span class=\"code-address\">")
    for (index, part) in shownURL(url).split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { write("/<wbr>") }
      write(text: String(part))
    }
    write("</span></figcaption>\n</figure>\n")
  }

  /// A symbol as a drawing with the light margin of four modules that cameras need (ISO/IEC 18004:2015, 6.3.8).
  ///
  /// `title` says where it leads. The colours stand in the drawing: a code is dark on light in every theme.
  mutating func write(_ code: QRCode, title: String) {
    let side = code.modules.side
    write("<svg class=\"code\" role=\"img\" viewBox=\"0 0 ")
    write(side + 8)
    write(" ")
    write(side + 8)
    write("\" shape-rendering=\"crispEdges\"><title>")
    write(text: title)
    write("</title><path fill=\"#fff\" d=\"M0 0h")
    write(side + 8)
    write("v")
    write(side + 8)
    write("H0z\"/><path fill=\"#000\" d=\"")
    for row in 0..<side { writeRuns(of: row, in: code.modules) }
    write("\"/></svg>\n")
  }

  /// The dark modules of a row, each run of them as one rectangle.
  private mutating func writeRuns(of row: Int, in modules: QRModules) {
    var column = 0
    while column < modules.side {
      let run = (column..<modules.side).prefix { modules[row, $0] }.count
      if run > 0 {
        write("M")
        write(column + 4)
        write(" ")
        write(row + 4)
        write("h")
        write(run)
        write("v1h-")
        write(run)
        write("z")
      }
      column += max(run, 1)
    }
  }
}

/// An address as people write it: without the scheme and without a slash at its end.
func shownURL(_ url: String) -> String {
  let bytes = Array(url.utf8)
  let scheme = ["https://", "http://"].first { url.lowercased().hasPrefix($0) } ?? ""
  let rest = bytes.dropFirst(scheme.utf8.count)
  return String(decoding: rest.last == UInt8(ascii: "/") ? rest.dropLast() : rest, as: UTF8.self)
}
