import Mustache

/// A record as the template engine sees it: a tag's value is made when a template asks for it.
struct BoundRecord<Record: Sendable>: MustacheParent {
  let record: Record
  let tags: TagTable<Record>

  func child(named name: String) -> Any? { tags[name]?.value(record) }
}

/// A text as the template engine sees it.
///
/// It has no children, so that a section on it costs no reflection.
struct TemplateText: MustacheCustomRenderable, MustacheParent {
  let renderText: String

  init(_ text: String) {
    renderText = text
  }

  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
}
