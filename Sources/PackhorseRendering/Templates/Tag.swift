import PackhorseCore

/// What may be done with a tag's value in a template.
indirect enum TagType: Sendable {
  /// Text, escaped where it is put: `{{title}}`.
  case text
  /// An address that leads somewhere in this site or was checked before: `href="{{home}}"`.
  case url
  /// Markup that is ready: `{{{body}}}`.
  case html
  /// Yes or no: `{{#overdue}}…{{/overdue}}`.
  case flag
  /// Records, each with tags of its own: `{{#objectives}}…{{/objectives}}`.
  case list(TemplateSchema)
}

/// The tags that a template may use, each at its place in the records that it is filled with.
struct TemplateSchema: Sendable {
  let tags: [String: TagType]
  let places: [String: Int]
  /// What no template of the page may leave out.
  let required: Set<String>

  init(_ tags: [(name: String, type: TagType)], required: Set<String> = []) {
    self.required = required
    self.tags = Dictionary(tags.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      tags.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A tag of one kind of record with the way to its value; so a schema and its values cannot come apart.
struct Tag<Record: Sendable>: Sendable {
  let name: String
  let type: TagType
  let value: @Sendable (Record) -> TagValue

  /// Absent where the closure gives nil; a section of the same name is then left out.
  static func text(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Self {
    Self(name: name, type: .text) { value($0).map { .markup(HTML(text: $0)) } ?? .absent }
  }

  static func url(_ name: String, _ value: @escaping @Sendable (Record) -> SafeURL?) -> Self {
    Self(name: name, type: .url) { record in
      guard let url = value(record) else { return .absent }
      var writer = ByteWriter(capacity: url.bytes.count)
      writer.write(url)
      return .markup(writer.html)
    }
  }

  /// Absent where there is no markup.
  static func html(_ name: String, _ value: @escaping @Sendable (Record) -> HTML) -> Self {
    Self(name: name, type: .html) { record in
      let html = value(record)
      return html.isEmpty ? .absent : .markup(html)
    }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Record) -> Bool) -> Self {
    Self(name: name, type: .flag) { .flag(value($0)) }
  }

  static func list<Item>(
    _ name: String, of tags: TagTable<Item>, _ value: @escaping @Sendable (Record) -> [Item]
  ) -> Self {
    Self(name: name, type: .list(tags.schema)) { record in .records(value(record).map(tags.bound)) }
  }
}

/// The tags of one kind of record, by name.
struct TagTable<Record: Sendable>: Sendable {
  private let tags: [Tag<Record>]
  private let required: Set<String>

  /// `shared` are tags that several kinds of record have; those that are required tell readers what they must know.
  init(_ tags: [Tag<Record>], _ shared: [Tag<Record>] = [], required: Set<String> = []) {
    self.tags = tags + shared
    self.required = required
  }

  var schema: TemplateSchema { TemplateSchema(tags.map { ($0.name, $0.type) }, required: required) }

  subscript(name: String) -> Tag<Record>? { tags.first { $0.name == name } }

  /// The record to fill a template with.
  func bound(to record: Record) -> TemplateRecord {
    // Read in place: a copy of a tag would count a reference to each of its parts, which all threads share.
    TemplateRecord(count: tags.count) { [tags] place in tags.span[place].value(record) }
  }
}
