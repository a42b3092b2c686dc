import PackhorseCore

/// A page as the preview shows it: as it is built, and with a script that loads it anew when it changes.
///
/// Only what is served carries the script and a policy that lets it run; a built file never does.
func servedPage(_ page: [UInt8], state: String) -> [UInt8] {
  let page = withPreviewPolicy(page)
  let end = page.offsets(of: Array("</head>".utf8), limit: 1).first ?? page.count
  return page[..<end] + Array(previewScript(state: state).utf8) + page[end...]
}

/// The element that loads the script; `state` is what the page is like now.
func previewScript(state: String) -> String {
  "<script src=\"/\(PreviewFiles.script)\" data-state=\"\(state)\" defer></script>\n"
}

/// Widens each policy that the page carries in a `meta` element.
private func withPreviewPolicy(_ page: [UInt8]) -> [UInt8] {
  var result = page
  for start in page.offsets(of: Array("<meta ".utf8), limit: .max).reversed() {
    guard let length = page[start...].firstIndex(of: UInt8(ascii: ">")) else { continue }
    let tag = page[start..<length]
    guard String(decoding: tag, as: UTF8.self).lowercased().contains("\"content-security-policy\""),
      let value = tag.offsets(of: Array(" content=\"".utf8), limit: 1).first.map({ $0 + 10 }),
      let end = tag[value...].firstIndex(of: UInt8(ascii: "\""))
    else { continue }
    let policy = ContentPolicy(String(decoding: tag[value..<end], as: UTF8.self)).forPreview
    result.replaceSubrange(value..<end, with: policy.text.utf8)
  }
  return result
}
