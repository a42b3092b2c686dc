import PackhorseCore

extension ResolvedPathway {
  /// Where its calendar file lies; nil where readers start when they like, since nobody then knows the days.
  ///
  /// A path through a practice's own modules has the check-ins of the path that all have.
  var calendarAddress: Address? {
    guard source.starts != nil, !source.checkIns.isEmpty else { return nil }
    return Address(String(address.withoutFolder.path.dropLast("html".utf8.count)) + "ics")
  }
}

/// The check-ins of a pathway as whole days of a calendar (RFC 5545), counted from the day on which a group starts.
///
/// Each has the name that the script gives it, so that one saved there takes the place of this one.
func checkInCalendar(of pathway: ResolvedPathway, in publication: Publication) -> [UInt8] {
  guard let starts = pathway.source.starts else { return [] }
  let words = publication.words
  let site = publication.settings.name
  var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Packhorse//Packhorse//EN"]
  for week in pathway.source.checkIns {
    guard let day = starts.adding(days: 7 * week) else { continue }
    let values: KeyValuePairs = ["week": String(week), "title": publication.localText(pathway.source.title)]
    lines += [
      "BEGIN:VEVENT", "UID:" + escaped("check-in.\(week).\(pathway.address.path)@\(site)"),
      // A file of the same site has the same bytes, whenever it is built.
      "DTSTAMP:\(digits(of: starts))T000000Z", "SEQUENCE:0", "DTSTART;VALUE=DATE:\(digits(of: day))",
      "SUMMARY:" + escaped(words("script.check-in.event", values)),
      "DESCRIPTION:" + escaped(words("script.check-in.note")), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }
  return (lines + ["END:VCALENDAR"]).flatMap { folded(Array($0.utf8)) }
}

private func digits(of day: CalendarDate) -> String { day.iso.split(separator: "-").joined() }

/// Text of a property (RFC 5545, 3.3.11).
private func escaped(_ text: String) -> String {
  var escaped = ""
  for character in text {
    switch character {
    case "\\", ";", ",": escaped += "\\\(character)"
    case let other where other.isNewline: escaped += "\\n"
    default: escaped.append(character)
    }
  }
  return escaped
}

/// A line of at most 75 bytes, and the rest on lines that begin with a space; no character is cut in two (3.1).
private func folded(_ line: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var room = 75
  var start = 0
  while line.count - start > room {
    var end = start + room
    while line[end] & 0xC0 == 0x80 { end -= 1 }
    result += line[start..<end] + Array("\r\n ".utf8)
    (start, room) = (end, 74)
  }
  return result + line[start...] + Array("\r\n".utf8)
}
