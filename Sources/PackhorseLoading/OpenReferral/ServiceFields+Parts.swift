import PackhorseCore

/// The attributes of a service: those of our own taxonomy, and the first name of any other.
struct ServiceAttributes {
  var ours: [OpenReferral.Term: String] = [:]
  var activity: String?
}

extension Fields {
  /// Days of all schedules, the times of the first, and how often in the words of each.
  ///
  /// What a schedule cannot say stands in our own attributes, and for others as notes.
  mutating func readSchedules(
    into group: inout CommunityGroup, _ times: GroupTimes, ours: [OpenReferral.Term: String]
  ) {
    let hasNotes = ours[.day] == nil && ours[.time] == nil
    let schedules = parts("schedules") { fields in fields.schedule(times, hasNotes: hasNotes) }
    group.day = ours[.day] ?? times.days(schedules.flatMap(\.days))
    group.time = ours[.time] ?? schedules.map(\.time).first { !$0.isEmpty } ?? ""
    var seen: Set<String> = []
    group.recurrence = schedules.map(\.recurrence).filter { !$0.isEmpty && seen.insert($0).inserted }
      .joined(separator: "; ")
  }

  private mutating func schedule(
    _ times: GroupTimes, hasNotes: Bool
  ) -> (days: [Int], time: String, recurrence: String) {
    let days = (text("byday")?.value ?? "").split(separator: ",").compactMap { part in
      OpenReferral.weekdays.firstIndex { part.hasSuffix($0) }
    }
    let time = times.time(from: clock("opens_at"), to: clock("closes_at"))
    let written = [shownText("description"), hasNotes ? shownText("notes") : ""].filter { !$0.isEmpty }
    let frequency = text("freq")?.value ?? ""
    let interval = number("interval", in: 1...100)?.value ?? 1
    let recurrence =
      written.isEmpty
      ? times.recurrence(frequency: frequency, interval: interval) : written.joined(separator: ", ")
    return (days, time, recurrence)
  }

  /// `10:00` of `10:00:00Z`.
  private mutating func clock(_ key: String) -> String {
    guard let text = text(key) else { return "" }
    let parts = text.value.utf8.prefix { isDigit($0) || $0 == UInt8(ascii: ":") }.split(
      separator: UInt8(ascii: ":"))
    guard parts.count >= 2, parts.prefix(2).allSatisfy({ $0.count == 2 }),
      let hour = Int(Substring(parts[0])), let minute = Int(Substring(parts[1])), hour < 24, minute < 60
    else {
      report(.badTime(key, at: text.span))
      return ""
    }
    return "\(Substring(parts[0])):\(Substring(parts[1]))"
  }

  /// The first place where the service is to be had.
  mutating func readLocation(into group: inout CommunityGroup) {
    let locations = parts("service_at_locations") { fields in
      fields.nested("location", ignoringOthers: true) { $0.location() }
    }
    guard let location = locations.lazy.compactMap(\.self).first else { return }
    group.place = location.place
    group.postcode = location.postcode
    group.transport = location.transport
    if !location.access.isEmpty {
      group.transport = [group.transport, location.access].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private mutating func location() -> (place: String, postcode: String, transport: String, access: String) {
    let name = shownText("name")
    let addresses = parts("addresses") { fields in
      (
        lines: ["address_1", "address_2", "city"].map { fields.shownText($0) },
        postcode: fields.shownText("postal_code")
      )
    }
    var seen: Set<String> = [""]
    let lines = [name] + (addresses.first?.lines ?? [])
    let access = parts("accessibility") { $0.shownText("description") }.filter { !$0.isEmpty }
    return (
      lines.filter { seen.insert($0).inserted }.joined(separator: ", "), addresses.first?.postcode ?? "",
      shownText("transportation"), access.joined(separator: " ")
    )
  }

  /// What the attributes of a service say.
  mutating func attributes() -> ServiceAttributes {
    var attributes = ServiceAttributes()
    let all = parts("attributes") { fields in
      let value = fields.shownText("value")
      let term = fields.nested("taxonomy_term", ignoringOthers: true) { fields in
        (
          taxonomy: fields.text("taxonomy")?.value, code: fields.text("code")?.value,
          name: [fields.shownText("name"), fields.shownText("term")].first { !$0.isEmpty }
        )
      }
      return (value: value, term: term)
    }
    for (value, term) in all {
      guard let term else { continue }
      if term.taxonomy != OpenReferral.taxonomy {
        attributes.activity = attributes.activity ?? term.name
      } else if let ours = term.code.flatMap(OpenReferral.Term.init), !value.isEmpty {
        attributes.ours[ours] = value
      }
    }
    return attributes
  }
}

extension CommunityGroup {
  /// Takes what attributes say; what nobody answered is not known, and the directory says so.
  mutating func take(_ attributes: ServiceAttributes) {
    let ours = attributes.ours
    activity = ours[.activity] ?? attributes.activity ?? CommunityGroup.unknown
    firstVisit = ours[.firstVisit] ?? CommunityGroup.unknown
    safety = ours[.safety] ?? CommunityGroup.unknown
    if transport.isEmpty { transport = CommunityGroup.unknown }
    buddy = ours[.buddy] ?? ""
    stepFree = ours[.stepFree].map { $0 == "yes" }
    sessions = ours[.sessions].flatMap { Int($0) }
    fundingEnd = ours[.fundingEnd].flatMap { CalendarDate(iso: $0) }
  }
}

extension Diagnostic {
  fileprivate static func badTime(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "'\(key)' is no time of a day", at: span, suggestion: "write a time as 09:30")
  }
}
