/// What an entry of `references.json` says of itself in `custom.memory_fields`: fields that nobody has checked.
///
/// The names are words of people ("author list", "end of title"), so that each word is looked at.
struct UnsureFields {
  enum Field: Hashable {
    case authors, title, container, publisher, year, volume, issue, page, doi, url
  }

  private(set) var fields: Set<Field> = []
  /// True where the whole entry is unsure, or a name is not understood.
  private(set) var coversAll = false
  /// True where anything is unsure, loaded or not.
  var isAny: Bool { coversAll || !names.isEmpty }

  private let names: [String]

  init(_ names: [String]) {
    self.names = names
    for name in names { take(name) }
  }

  private mutating func take(_ name: String) {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains("all") || words.contains("everything") { coversAll = true }
    let known = words.filter { UnsureFields.fields[$0] != nil || UnsureFields.neverLoaded.contains($0) }
    if known.isEmpty { coversAll = true }
    for word in known {
      if let field = UnsureFields.fields[word] { fields.insert(field) }
    }
  }

  private static let fields: [String: Field] = [
    "author": .authors, "authors": .authors, "name": .authors, "names": .authors, "initials": .authors,
    "title": .title, "subtitle": .title, "journal": .container, "container": .container,
    "publisher": .publisher,
    "place": .publisher, "institution": .publisher, "year": .year, "date": .year, "issued": .year,
    "volume": .volume,
    "issue": .issue, "page": .page, "pages": .page, "doi": .doi, "url": .url, "link": .url, "address": .url,
  ]
  private static let neverLoaded: Set<String> = [
    "pmid", "pmcid", "isbn", "issn", "number", "note", "notes", "month", "day", "edition", "editor",
    "editors",
    "abstract", "keyword", "keywords", "language",
  ]
}
