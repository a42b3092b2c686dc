import PackhorseCore

/// The days of the week as the catalogue names them (`block.groups.weekdays`), to find them in what people write.
struct Weekdays {
  private let names: [String]
  /// As the catalogue writes them.
  private let titles: [String]
  /// Each name is a word that begins no other.
  private let isPlain: Bool

  init(words: Words) {
    titles = words.list("block.groups.weekdays")
    let names = words("block.groups.weekdays").lowercased().split(separator: ",").map(String.init)
    self.names = names
    isPlain = names.allSatisfy { name in
      name.allSatisfy(\.isLetter) && names.count { $0.hasPrefix(name) } == 1
    }
  }

  /// The days that a text names, as the catalogue writes them.
  func names(in text: String) -> [String] { days(in: text).map { titles[$0] } }

  /// The places in the week (0 for the first) of the days that a text names: "Tuesdays and Thu" gives 1 and 3.
  func days(in text: String) -> [Int] {
    // Most say no more than a day's name.
    if isPlain, let day = titles.firstIndex(of: text) { return [day] }
    let written = text.lowercased().split { !$0.isLetter }
    return names.indices.filter { day in
      written.contains { $0.hasPrefix(names[day]) || ($0.utf8.count >= 3 && names[day].hasPrefix($0)) }
    }
  }
}

/// Minutes after midnight of the time that a text begins with ("14:00", "9.30am to 11", "2 pm"), or nil.
func startMinutes(of text: String) -> Int? {
  var rest = text.lowercased()[...].drop { $0 == " " }
  let hourDigits = rest.prefix { $0.isASCIIDigit }
  guard hourDigits.utf8.count <= 2, var hour = Int(hourDigits), hour < 24 else { return nil }
  rest = rest.dropFirst(hourDigits.count)
  var minute = 0
  if rest.first == ":" || rest.first == ".", let written = Int(rest.dropFirst().prefix { $0.isASCIIDigit }) {
    guard written < 60 else { return nil }
    minute = written
    rest = rest.dropFirst().drop { $0.isASCIIDigit }
  }
  rest = rest.drop { $0 == " " }
  if rest.hasPrefix("pm"), hour < 12 { hour += 12 }
  if rest.hasPrefix("am"), hour == 12 { hour = 0 }
  return hour * 60 + minute
}
