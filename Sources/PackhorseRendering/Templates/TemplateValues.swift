import Mustache
import PackhorseCore

/// A record as the template engine sees it: a tag's value is made when a template asks for it.
///
/// A class that is not generic: the engine asks each value whether it has one of half a dozen protocols, and copies
/// it about.
final class TemplateRecord: MustacheParent {
  private let value: (String) -> Any?

  init(_ value: @escaping (String) -> Any?) {
    self.value = value
  }

  func child(named name: String) -> Any? { value(name) }
}

/// A text or markup as the template engine sees it: always markup that is ready, because texts are escaped on the way in.
///
/// It has no children, so that a section on it costs no reflection.
struct TemplateMarkup: MustacheCustomRenderable, MustacheParent {
  let renderText: String

  init(_ html: HTML) {
    renderText = html.source
  }

  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
}
