import PackhorseCore

extension Frame {
  /// `data/notes.txt`: what somebody has to know who has the file of figures and nothing else.
  func dataNotes(_ about: DataDescription) -> [UInt8] {
    var lines = [about.title, "", about.description]
    lines += [about.sampleNotice, about.licence.isEmpty ? nil : about.licence].compactMap(\.self)
    lines += ["", words("data.notes.signs"), countingText, "", words("data.notes.columns")]
    lines += PublishedColumn.allCases.map { "- \($0.rawValue): \(about.meaning(of: $0))" }
    lines += ["", words("data.notes.areas")]
    if about.hasMoves { lines.append(words("data.notes.moves")) }
    for measure in about.measures {
      lines += ["", "\(measure.id): \(text(measure.title))"]
      lines += ([measure.why, measure.source] + measure.caveats + [measure.licence])
        .filter { !$0.isEmpty }.map { "- " + text($0) }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
