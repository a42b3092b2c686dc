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
    if target.path == PreviewFiles.state { return state(for: target) }
    let shown = preview.shown
    switch shown.content(at: target.path) {
    case .page(let status, let bytes, let address):
      let page = servedPage(bytes, state: shown.state(of: bytes, status), standsIn: status == .notFound)
      return Answer(status, body: .bytes(page, type: contentType(of: address.path)))
    case .other(let bytes):
      return Answer(.ok, body: .bytes(bytes, type: contentType(of: target.path)))
    case .copied(let source):
      return copied(source, range: request.field("if-range") == nil ? request.field("range") : nil)
    case .folder:
      return Answer(.found, fields: ["Location: /\(percentEncoded(target.path))/"])
    case .unreadable:
      return Answer(Refusal(.internalServerError))
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

  /// Waits for another build than the one that the asker knows, and gives its number.
  func build(for target: RequestTarget) async throws -> Answer {
    let known = target.query("after")
    for await revision in preview.revisions() where String(revision) != known {
      return text(String(revision))
    }
    throw CancellationError()
  }

  /// What a page is like, and what is wrong where pages of an earlier build stay on show: on a line each the page's
  /// state, the problems' id and heading, then the problems in HTML.
  private func state(for target: RequestTarget) -> Answer {
    guard let path = target.query("path"), let page = try? RequestTarget(path) else {
      return Answer(Refusal(.badRequest))
    }
    let shown = preview.shown
    // Where nothing but the problems can be shown, the page itself shows them.
    let problems = shown.showsEarlierBuild ? shown.problems : nil
    let lines = [shown.state(at: page.path), problems?.id ?? "", problems?.heading ?? ""]
    return text(lines.joined(separator: "\n") + "\n" + String(decoding: problems?.html ?? [], as: UTF8.self))
  }

  private func text(_ text: String) -> Answer {
    Answer(.ok, body: .bytes(Array(text.utf8), type: contentType(of: ".txt")))
  }
}
