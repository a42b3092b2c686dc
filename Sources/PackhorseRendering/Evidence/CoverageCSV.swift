import PackhorseCore

/// `data/coverage.csv`: what the site, each pathway and each page take up of the study, as docs/coverage.md describes.
///
/// Every cell is an id, a path or a number, so that none needs a quote.
func coverageCSV(of publication: Publication) -> [UInt8] {
  var writer = ByteWriter(capacity: 128 * (publication.allPages.count + 64))
  writer.write("scope,scope_id,dimension,id,pages\n")
  let roles = publication.settings.roles.map(\.id)
  writer.write(Coverage(of: publication), scope: "site", id: "", roles: roles, withZeros: true)
  for pathway in publication.pathways {
    writer.write(
      Coverage(of: pathway, in: publication), scope: "pathway", id: pathway.address.path, roles: roles,
      withZeros: true)
  }
  for page in publication.allPages where page.isClaiming {
    writer.write(Coverage(of: [page]), scope: "page", id: page.address.path, roles: roles, withZeros: false)
  }
  return writer.bytes
}

extension ByteWriter {
  fileprivate mutating func write(
    _ coverage: Coverage, scope: StaticString, id: String, roles: [String], withZeros: Bool
  ) {
    var rows: [(dimension: StaticString, id: String, pages: Int)] = []
    rows += StudyMap.interventions.map { ("intervention", String($0), coverage.interventions[$0] ?? 0) }
    rows += StudyMap.themes.map { ("theme", $0.id, coverage.themes[$0.id] ?? 0) }
    rows += StudyMap.techniques.map { ("technique", $0.id, coverage.techniques[$0.id] ?? 0) }
    rows += StudyMap.Domain.allCases.map { ("com-b", $0.rawValue, coverage.domains[$0] ?? 0) }
    rows += roles.map { ("role", $0, coverage.roles[$0] ?? 0) }
    for row in rows where withZeros || row.pages > 0 {
      write(scope)
      write(",\(id),".utf8)
      write(row.dimension)
      write(",\(row.id),\(row.pages)\n".utf8)
    }
  }

  fileprivate mutating func write(_ text: String.UTF8View) { writeReady(Array(text)[...]) }
}
