import PackhorseCore

extension DataDescription {
  /// The figures as a Dataset of schema.org, for programs that look for data: a block that no browser runs.
  var datasetMarkup: HTML {
    let download: KeyValuePairs<StaticString, JSONValue?> = [
      "@type": .text("DataDownload"), "encodingFormat": .text("text/csv"),
      "contentUrl": .text((url ?? "") + Address.outcomesData.path),
    ]
    let dataset: KeyValuePairs<StaticString, JSONValue?> = [
      "@context": .text("https://schema.org"), "@type": .text("Dataset"), "name": .text(title),
      "description": .text([description, sampleNotice].compactMap(\.self).joined(separator: " ")),
      "url": url.map { .text($0 + Address.outcomes.path) }, "license": .said(licence),
      "creator": publisher.map { .object(["@type": .text("Organization"), "name": .text($0)]) },
      "inLanguage": .text(language), "isAccessibleForFree": .flag(true),
      "temporalCoverage": months.map { .text($0.first + "/" + $0.last) },
      "variableMeasured": .list(measures.map { .text($0.title) }),
      "distribution": .list([.object(download)]),
    ]
    var json = ByteWriter(capacity: 2_048)
    json.write(.object(dataset))
    var writer = ByteWriter(capacity: json.bytes.count + 64)
    writer.write("<script type=\"application/ld+json\">")
    // `<` is escaped in every JSON of ours; `&` begins an entity where a page is read as XML.
    for part in json.bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated()
    {
      if part.offset > 0 { writer.write("\\u0026") }
      writer.writeReady(part.element)
    }
    writer.write("</script>\n")
    return writer.html
  }
}
