import PackhorseCore

extension TableRow<PublishedColumn> {
  /// What the note says, in the words of the catalogue; reports one that says anything else.
  mutating func note(of period: Period, _ words: Words) -> PublishedNote {
    var note = PublishedNote()
    let text = text(.note)
    guard !text.isEmpty else { return note }
    for part in text.split(separator: "; ", omittingEmptySubsequences: false) {
      guard note.take(String(part), of: period, words) else {
        fail(.note, found: "another text", due: "a note in the words of this site")
        return note
      }
    }
    return note
  }
}

extension PublishedNote {
  /// False for a text that is none of the four forms.
  fileprivate mutating func take(_ text: String, of period: Period, _ words: Words) -> Bool {
    func numbers(_ form: String, _ places: String...) -> [Int]? {
      guard let read = words.read(text, as: "evidence.\(form)") else { return nil }
      let numbers = places.compactMap { read[$0].flatMap { Int($0) } }
      return numbers.count == places.count ? numbers : nil
    }
    if let months = numbers("period.covered", "covered", "months"), months[1] == period.months,
      (1..<months[1]).contains(months[0])
    {
      monthsCovered = months[0]
    } else if let read = numbers("practices.counted", "counted", "all"), 0 <= read[0], read[0] < read[1] {
      practices = PracticesCounted(counted: read[0], all: read[1])
    } else if numbers("practices.told", "least") != nil {
      isOfPractices = true
    } else if let range = numbers("summed.file", "fewest", "most"), 0 <= range[0], range[0] <= range[1],
      let column = words.read(text, as: "evidence.summed.file")?["column"].flatMap(PublishedColumn.init)
    {
      possible[column] = range[0]...range[1]
    } else {
      return false
    }
    return true
  }
}
