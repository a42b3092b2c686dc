import PackhorseCore

/// A problem with where a tag stands, whatever it stands for.
func unsafePlace(of tag: TemplateTag) -> Diagnostic? {
  switch tag.place {
  case .content, .plainText: nil
  case .rawText(let element): .unsafePlace(tag, "What is put into '\(element)' is not read as text.")
  case .comment: .unsafePlace(tag, "A comment is no place for a page's values.")
  case .markup: .unsafePlace(tag, "It could add an attribute.")
  case .value(_, isQuoted: false, _):
    .unsafePlace(tag, "Only a value in double quotes holds whatever text is put in.")
  case .value(let attribute, isQuoted: true, _):
    holdsCode(attribute: attribute) ? .unsafePlace(tag, "'\(attribute)' is read as code") : nil
  }
}

/// A problem with how a value is escaped for the place at which it stands.
func wrongEscape(of tag: TemplateTag, _ type: TagType) -> Diagnostic? {
  switch (type, tag.kind, tag.place) {
  case (.flag, _, _), (.list, _, _): .noValue(tag)
  case (.html, .escaped, .content): .escaped(tag, "It is markup that is ready.", write: "{{{\(tag.name)}}}")
  case (.html, _, .content): nil
  case (.html, _, _): .escaped(tag, "Markup cannot stand in an attribute or a title.", write: nil)
  case (_, .raw, _): .escaped(tag, "It is text that somebody wrote, not markup.", write: "{{\(tag.name)}}")
  case (.url, _, .value(let attribute, _, let isAtStart)):
    urlAttributes.contains(attribute) && isAtStart ? nil : .misplacedURL(tag)
  case (.url, _, _): .misplacedURL(tag)
  case (.text, _, .value(let attribute, _, _)):
    urlAttributes.contains(attribute) ? .textAsURL(tag, attribute) : nil
  case (.text, _, _): nil
  }
}

extension Diagnostic {
  static func unsafePlace(_ tag: TemplateTag, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-tag-place", "'\(tag.name)' stands where a value could do harm", at: tag.span,
      because: reason,
      suggestion: "put it between elements or in an attribute with double quotes")
  }

  fileprivate static func escaped(_ tag: TemplateTag, _ reason: String, write form: String?) -> Diagnostic {
    Diagnostic(
      .error, "wrongly-escaped-tag", "'\(tag.name)' is put in the wrong way", at: tag.span, because: reason,
      suggestion: form.map { "write '\($0)'" })
  }

  fileprivate static func misplacedURL(_ tag: TemplateTag) -> Diagnostic {
    escaped(tag, "An address stands alone in an 'href' or 'src'.", write: nil)
  }

  fileprivate static func textAsURL(_ tag: TemplateTag, _ attribute: String) -> Diagnostic {
    escaped(tag, "A text in '\(attribute)' could be a script; only addresses may stand there.", write: nil)
  }

  fileprivate static func noValue(_ tag: TemplateTag) -> Diagnostic {
    escaped(tag, "It has no text of its own.", write: "{{#\(tag.name)}}…{{/\(tag.name)}}")
  }
}
