import PackhorseCore

extension DataDescription {
  /// `data/datapackage.json`: a tabular data package (Frictionless Data, version 1).
  var dataPackage: [UInt8] {
    let outcomes = resource(
      "outcomes", title,
      [
        "fields": .list(PublishedColumn.allCases.map { field($0.rawValue, $0.kind, meaning(of: $0)) }),
        "missingValues": .list(Self.missing.map(JSONValue.text)),
        "foreignKeys": .list([
          .object([
            "fields": .text("area_code"),
            "reference": .object(["resource": .text("areas"), "fields": .text("area_code")]),
          ])
        ]),
      ])
    let area = PublishedColumn.ofAreas.map { field($0.rawValue, $0.kind, meaning(of: $0)) }
    let areas = resource(
      "areas", words("data.areas"),
      [
        "fields": .list(area + [field("part_of", .text, words("data.column.part-of"))]),
        "primaryKey": .text("area_code"),
      ])
    let package: KeyValuePairs<StaticString, JSONValue?> = [
      "profile": .text("tabular-data-package"), "name": .text("outcomes"), "title": .text(title),
      "description": .text([description, sampleNotice].compactMap(\.self).joined(separator: " ")),
      "homepage": url.map(JSONValue.text), "licence": .said(licence),
      "contributors": publisher.map { .list([.object(["title": .text($0), "role": .text("publisher")])]) },
      "keywords": .list(measures.map { .text($0.title) }),
      "resources": .list([outcomes, areas] + (hasMoves ? [moves] : [])),
    ]
    return written(.object(package))
  }

  /// Practices that moved, each row about two areas.
  private var moves: JSONValue {
    let meanings: [(MoveColumn, String)] = [
      (.areaCode, meaning(of: .areaCode)), (.month, words("data.column.moved")),
      (.from, words("data.column.part-of-before")), (.to, words("data.column.part-of")),
    ]
    func reference(_ column: MoveColumn) -> JSONValue {
      .object([
        "fields": .text(column.rawValue),
        "reference": .object(["resource": .text("areas"), "fields": .text("area_code")]),
      ])
    }
    return resource(
      "moves", words("data.moves"),
      [
        "fields": .list(meanings.map { field($0.rawValue, .text, $1) }),
        "foreignKeys": .list([MoveColumn.areaCode, .from, .to].map(reference)),
      ])
  }

  private func resource(
    _ name: String, _ title: String, _ schema: KeyValuePairs<StaticString, JSONValue?>
  ) -> JSONValue {
    .object([
      "name": .text(name), "path": .text(name + ".csv"), "title": .text(title),
      "profile": .text("tabular-data-resource"), "format": .text("csv"), "mediatype": .text("text/csv"),
      "encoding": .text("utf-8"), "schema": .object(schema),
    ])
  }

  private func field(_ name: String, _ kind: PublishedColumn.Kind, _ meaning: String) -> JSONValue {
    .object(["name": .text(name), "type": .text(kind.rawValue), "description": .text(meaning)])
  }

  /// `data/outcomes.csv-metadata.json`: the same for CSV on the Web (W3C, 2015).
  var tableMetadata: [UInt8] {
    let table: KeyValuePairs<StaticString, JSONValue?> = [
      "@context": .list([.text("http://www.w3.org/ns/csvw"), .object(["@language": .text(language)])]),
      "url": .text("outcomes.csv"), "dc:title": .text(title),
      "dc:description": .text([description, sampleNotice].compactMap(\.self).joined(separator: " ")),
      "dc:publisher": publisher.map(JSONValue.text), "dc:rights": .said(licence),
      "tableSchema": .object(["columns": .list(PublishedColumn.allCases.map(column))]),
    ]
    return written(.object(table))
  }

  private func column(_ column: PublishedColumn) -> JSONValue {
    .object([
      "name": .text(column.rawValue), "titles": .text(column.rawValue),
      "dc:description": .text(meaning(of: column)), "datatype": .text(column.kind.rawValue),
      "null": column.kind == .text ? nil : .list(Self.missing.map(JSONValue.text)),
    ])
  }

  private func written(_ value: JSONValue) -> [UInt8] {
    var writer = ByteWriter(capacity: 8_192)
    writer.write(value)
    writer.write("\n")
    return writer.bytes
  }
}
