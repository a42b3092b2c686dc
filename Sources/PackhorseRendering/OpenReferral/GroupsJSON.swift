import PackhorseCore

/// The groups that the directory lists, as a page of services of Open Referral UK.
///
/// Only what the directory shows is in it. docs/data.md has the table of fields.
func groupsJSON(of publication: Publication) -> [UInt8] {
  let services = publication.allGroups.filter(\.isListed).map {
    ServiceRecord(group: $0, words: publication.words).json
  }
  let page: KeyValuePairs<StaticString, JSONValue?> = [
    "total_items": .number(services.count), "total_pages": .number(1), "page_number": .number(1),
    "size": .number(services.count), "first_page": .flag(true), "last_page": .flag(true),
    "empty": .flag(services.isEmpty), "contents": .list(services),
  ]
  var writer = ByteWriter(capacity: 2048 * (services.count + 1))
  writer.write(JSONValue.object(page))
  writer.write("\n")
  return writer.bytes
}

/// A group as a service with all that belongs to it.
private struct ServiceRecord {
  let group: CommunityGroup
  let words: Words
  /// The group's own id where that is a UUID, else one made of it.
  let service: String

  init(group: CommunityGroup, words: Words) {
    (self.group, self.words) = (group, words)
    service = isUUID(group.id.value) ? group.id.value : nameUUID("service \(group.id.value)")
  }

  var json: JSONValue {
    let service: KeyValuePairs<StaticString, JSONValue?> = [
      "id": .text(service), "name": .text(group.name), "description": .said(group.description),
      "url": website, "status": .text(OpenReferral.status(group.status)), "assured_date": assured,
      "organization": organization, "schedules": list(schedule), "service_at_locations": list(place),
      "cost_options": list(cost), "contacts": list(contact), "attributes": .list(attributes),
    ]
    return .object(service)
  }

  /// Nobody but the group itself is known to run it.
  private var organization: JSONValue {
    .object([
      "id": id(of: "organization"), "name": .text(group.name), "description": .said(group.description),
      "website": website,
    ])
  }

  private var website: JSONValue? { isWebURL(group.bytes(.url)) ? .text(group.url) : nil }
  private var assured: JSONValue? { group.assured.map { .text($0.iso) } }
  private var attributes: [JSONValue] { OpenReferral.Term.allCases.compactMap(attribute) }

  private var cost: JSONValue? {
    known(group.cost).map { .object(["id": id(of: "cost"), "amount_description": $0]) }
  }

  /// A list of one, where there is one.
  private func list(_ item: JSONValue?) -> JSONValue? { item.map { .list([$0]) } }

  /// Days and times as a calendar has them where reading gives back the same words; else as notes.
  private var schedule: JSONValue? {
    let notes = [days == nil ? group.day : "", hours == nil ? group.time : ""].filter { known($0) != nil }
    guard days != nil || hours != nil || !notes.isEmpty || known(group.recurrence) != nil else { return nil }
    let isWeekly = days != nil && group.recurrence == words("block.groups.weekly")
    let byDay = days.map { days in days.map { OpenReferral.weekdays[$0] }.joined(separator: ",") }
    return .object([
      "id": id(of: "schedule"), "freq": isWeekly ? .text("WEEKLY") : nil,
      "interval": isWeekly ? .number(1) : nil, "byday": byDay.map(JSONValue.text),
      "opens_at": JSONValue.said(hours?.opens ?? ""), "closes_at": JSONValue.said(hours?.closes ?? ""),
      "description": known(group.recurrence), "notes": JSONValue.said(notes.joined(separator: ", ")),
    ])
  }

  private var days: [Int]? {
    let days = Weekdays(words: words).days(in: group.day)
    return !days.isEmpty && GroupTimes(words: words).days(days) == group.day ? days : nil
  }

  private var hours: (opens: String, closes: String)? {
    let opens = String(group.time.prefix(5))
    let closes = group.time == opens ? "" : String(group.time.suffix(5))
    let isRead = isClock(opens) && (closes.isEmpty || isClock(closes))
    return isRead && GroupTimes(words: words).time(from: opens, to: closes) == group.time
      ? (opens, closes) : nil
  }

  private var place: JSONValue {
    let address = JSONValue.object([
      "id": id(of: "address"), "address_1": known(group.place), "postal_code": known(group.postcode),
      "country": .text("GB"), "address_type": .text("physical"),
    ])
    let location = JSONValue.object([
      "id": id(of: "location"), "location_type": .text("physical"), "name": known(group.place),
      "transportation": known(group.transport),
      "addresses": known(group.postcode) == nil ? nil : .list([address]),
    ])
    return .object(["id": id(of: "service_at_location"), "location": location])
  }

  private var contact: JSONValue? {
    guard let contact = known(group.contact) else { return nil }
    let url = String(decoding: contactURL(group.bytes(.contact)) ?? [], as: UTF8.self)
    let phone = JSONValue.object(["id": id(of: "phone"), "number": contact])
    let isPhone = url.hasPrefix("tel:")
    let isMail = url.hasPrefix("mailto:")
    return .object([
      "id": id(of: "contact"), "name": isPhone || isMail ? nil : contact, "email": isMail ? contact : nil,
      "phones": isPhone ? .list([phone]) : nil,
    ])
  }

  /// What the standard has no field for.
  private func attribute(_ term: OpenReferral.Term) -> JSONValue? {
    guard let value = value(of: term) else { return nil }
    let name = JSONValue.object([
      "id": termIDs[term].map(JSONValue.text), "code": .text(term.rawValue),
      "term": .text(term.rawValue), "taxonomy": .text(OpenReferral.taxonomy),
    ])
    return .object([
      "id": id(of: "attribute-" + term.rawValue), "link_id": .text(service), "value": value,
      "taxonomy_term": name,
    ])
  }

  private func value(of term: OpenReferral.Term) -> JSONValue? {
    switch term {
    case .activity: known(group.activity)
    case .day: days == nil ? known(group.day) : nil
    case .time: hours == nil ? known(group.time) : nil
    case .stepFree: group.stepFree.map { .text($0 ? "yes" : "no") }
    case .firstVisit: known(group.firstVisit)
    case .buddy: known(group.buddy)
    case .safety: known(group.safety)
    case .sessions: group.sessions.map { .text(String($0)) }
    case .fundingEnd: group.fundingEnd.map { .text($0.iso) }
    }
  }

  /// A detail that somebody knows.
  private func known(_ detail: String) -> JSONValue? {
    detail.isEmpty || CommunityGroup.isUnknown(Array(detail.utf8)[...]) ? nil : .text(detail)
  }

  /// The UUID of a part of the group.
  private func id(of part: String) -> JSONValue { .text(nameUUID("\(part) \(service)")) }
}

private let termIDs = Dictionary(
  uniqueKeysWithValues: OpenReferral.Term.allCases.map { ($0, nameUUID("term " + $0.rawValue)) })

/// A UUID that is made of a name, so that every build gives the same: version 8 (RFC 9562, 5.8), from a digest.
private func nameUUID(_ name: String) -> String {
  var bytes = Array(sha256(Array("packhorse \(name)".utf8)[...]).prefix(16))
  bytes[6] = bytes[6] & 0x0F | 0x80
  bytes[8] = bytes[8] & 0x3F | 0x80
  let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
  return parts.map { hexadecimal(Array(bytes[$0])) }.joined(separator: "-")
}

private func isUUID(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  return parts.map(\.count) == [8, 4, 4, 4, 12]
    && parts.joined().allSatisfy { "0123456789abcdef".utf8.contains($0) }
}

/// `09:30`.
private func isClock(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  return parts.map(\.count) == [2, 2] && parts.joined().allSatisfy { "0123456789".utf8.contains($0) }
}
