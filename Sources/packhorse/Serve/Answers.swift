import PackhorseCore
import PackhorseFiles

/// What the preview answers to requests.
struct Answers: Sendable {
  let preview: Preview

  /// The answer to a request that asks for a file.
  func answer(to request: RequestHead, for target: RequestTarget) -> Answer {
    if let bytes = PreviewFiles.bytes(of: target.path) {
      return Answer(.ok, body: .bytes(bytes, type: contentType(of: target.path)))
    }
    let shown = preview.shown
    switch shown.content(at: target.path) {
    case .page(let status, let bytes, let address):
      let page = servedPage(bytes, state: shown.state(of: bytes, status))
      return Answer(status, body: .bytes(page, type: contentType(of: address.path)))
    case .other(let bytes):
      return Answer(.ok, body: .bytes(bytes, type: contentType(of: target.path)))
    case .copied(let source):
      return copied(source, range: request.field("if-range") == nil ? request.field("range") : nil)
    case .folder:
      return Answer(.found, fields: ["Location: /\(percentEncoded(target.path))/"])
    case .nothing:
      return Answer(Refusal(.notFound))
    }
  }

  private func copied(_ source: String, range: String?) -> Answer {
    // What was a file when the site was built can be gone by now, or lead where nothing may be read.
    guard let file = try? OpenFile(source, of: preview.siteFolder) else { return Answer(Refusal(.notFound)) }
    let type = contentType(of: source)
    switch ByteRange(range, size: file.size) {
    case .whole:
      return Answer(.ok, fields: ["Accept-Ranges: bytes"], body: .file(file, 0..<file.size, type: type))
    case .part(let part):
      let field = "Content-Range: bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
      return Answer(.partialContent, fields: [field], body: .file(file, part, type: type))
    case .unsatisfiable:
      return Answer(.rangeNotSatisfiable, fields: ["Content-Range: bytes */\(file.size)"])
    }
  }

  /// Waits until a page, or what is wrong with the site, is other than the asker has it, and says how it is then.
  func news(for target: RequestTarget) async throws -> Answer {
    guard let path = target.query("path"), let page = target.query("state"),
      let problems = target.query("problems")
    else { throw Refusal(.badRequest) }
    let place = try RequestTarget(path)
    for await shown in preview.builds() {
      let state = shown.state(at: place.path)
      // Where nothing but the problems can be shown, the page itself shows them.
      let news = shown.showsEarlierBuild ? shown.problems : nil
      guard state != page || (news?.id ?? "") != problems else { continue }
      let head = [state, news?.id ?? "", news?.heading ?? "", ""].joined(separator: "\n")
      return Answer(.ok, body: .bytes(Array(head.utf8) + (news?.html ?? []), type: contentType(of: ".txt")))
    }
    throw CancellationError()
  }
}
