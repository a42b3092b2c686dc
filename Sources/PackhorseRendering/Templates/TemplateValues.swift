import PackhorseCore

/// What a tag stands for on one page.
enum TagValue {
  case absent
  case markup(HTML)
  case flag(Bool)
  case records([TemplateRecord])

  /// Whether a section of that name is shown.
  var isThere: Bool {
    switch self {
    case .absent: false
    case .markup: true
    case .flag(let isSet): isSet
    case .records(let records): !records.isEmpty
    }
  }
}

/// A page, or a record on it, as a template sees it: each value is made when it is first asked for, and once.
final class TemplateRecord {
  private let make: (Int) -> TagValue
  private var made: [TagValue?]

  init(count: Int, _ make: @escaping (Int) -> TagValue) {
    self.make = make
    made = [TagValue?](repeating: nil, count: count)
  }

  subscript(place: Int) -> TagValue {
    if let value = made[place] { return value }
    let value = make(place)
    made[place] = value
    return value
  }
}
