import PackhorseCore

/// A page as the preview shows it: as it is built, and with a script that loads it anew when it changes.
///
/// Only what is served carries the script and a policy that lets it run; a built file never does. A page of the root
/// that `standsIn` for another address has its links lead where they lead from the root.
func servedPage(_ page: [UInt8], state: String, standsIn: Bool = false) -> [UInt8] {
  let page = withPreviewPolicy(standsIn ? withBase(page) : page)
  let end = page.offsets(of: Array("</head>".utf8), limit: 1).first ?? page.count
  return page[..<end] + Array(previewScript(state: state).utf8) + page[end...]
}

/// The base stands first: it is for the links below, and before the policy that allows none.
private func withBase(_ page: [UInt8]) -> [UInt8] {
  let head = Array("<head>".utf8)
  guard let start = page.offsets(of: head, limit: 1).first.map({ $0 + head.count }) else { return page }
  return page[..<start] + Array("\n<base href=\"/\">".utf8) + page[start...]
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
