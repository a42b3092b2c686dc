import PackhorseCore

/// The days of the week as the catalogue names them (`block.groups.weekdays`), to find them in what people write.
struct Weekdays {
  private let names: [String]
  /// As the catalogue writes them.
  let titles: [String]
  /// Each name is a word that begins no other.
  private let isPlain: Bool

  init(words: Words) {
    titles = words.list("block.groups.weekdays")
    let names = titles.map { $0.lowercased() }
    self.names = names
    isPlain = names.allSatisfy { name in
      name.allSatisfy(\.isLetter) && names.count { $0.hasPrefix(name) } == 1
    }
  }

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

extension Weekdays {
  /// The places of active and temporarily closed groups in the order of the week, each with its day; those without a weekday come last.
  func order(of groups: [CommunityGroup]) -> [(day: Int?, place: Int)] {
    var listed: [(day: Int?, time: Int, name: String, place: Int)] = []
    for (place, group) in groups.enumerated() where group.isListed {
      let time = startMinutes(of: group.bytes(.time)) ?? .max
      listed.append((days(in: group.day).first, time, group.name.lowercased(), place))
    }
    listed.sort { one, other in
      if one.day != other.day { return one.day ?? .max < other.day ?? .max }
      if one.time != other.time { return one.time < other.time }
      if one.name != other.name { return one.name < other.name }
      return groups[one.place].id.value < groups[other.place].id.value
    }
    return listed.map { ($0.day, $0.place) }
  }
}

/// Minutes after midnight of the time that a text begins with ("14:00", "9.30am to 11", "2 pm"), or nil.
func startMinutes(of text: ArraySlice<UInt8>) -> Int? {
  var rest = text.drop { $0 == UInt8(ascii: " ") }
  guard let written = leadingNumber(of: &rest), written.digits <= 2, written.number < 24 else { return nil }
  var (hour, minute) = (written.number, 0)
  if rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: ".") {
    var behind = rest.dropFirst()
    if let written = leadingNumber(of: &behind) {
      guard written.number < 60 else { return nil }
      (minute, rest) = (written.number, behind)
    }
  }
  let half = rest.drop { $0 == UInt8(ascii: " ") }.prefix(2).map { $0 | 0x20 }
  if half.elementsEqual("pm".utf8), hour < 12 { hour += 12 }
  if half.elementsEqual("am".utf8), hour == 12 { hour = 0 }
  return hour * 60 + minute
}

/// Takes the digits that a text begins with; nil where there are none.
///
/// A number of more than a million is given as another such.
private func leadingNumber(of text: inout ArraySlice<UInt8>) -> (number: Int, digits: Int)? {
  let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  text = text[digits.endIndex...]
  let number = digits.reduce(0) { min(1_000_000, $0) * 10 + Int($1 - UInt8(ascii: "0")) }
  return digits.isEmpty ? nil : (number, digits.count)
}
