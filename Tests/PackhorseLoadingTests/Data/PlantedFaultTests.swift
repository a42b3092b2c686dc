import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

/// Files without a fault, then each with one: it is found in its file, row and column, and is not told.
@Suite struct PlantedFaultTests {
  private func load(_ sheet: Sheet, _ bytes: [UInt8]) async -> [Diagnostic] {
    await SiteSample.load(bytes: [
      sheet.path: bytes, "content/data/measures.yml": Array(sheet.measures.utf8),
      "content/data/sources.yml": Array(sheet.sources.utf8),
    ]).diagnostics
  }

  @Test func thereAreEnoughKindsToFillTwoHundredFiles() {
    #expect(PlantedFault.all.count >= 40)
    #expect(Set(PlantedFault.all.map(\.name)).count == PlantedFault.all.count)
  }

  @Test func sheetsWithoutAFaultAreRead() async {
    for seed in 0..<20 {
      var random = Seeded(seed: UInt64(seed))
      for make in [Sheet.records, Sheet.outcomes, Sheet.counts, Sheet.lists, Sheet.network] {
        let sheet = make(&random)
        #expect(await load(sheet, sheet.written().bytes) == [], "\(sheet.path)")
      }
    }
  }

  @Test(arguments: PlantedFault.all)
  func eachFaultIsLocatedAndNotTold(_ fault: PlantedFault) async throws {
    for seed in 0..<5 {
      var random = Seeded(seed: UInt64(1_000 + seed))
      var sheet = fault.sheet(&random)
      sheet.lineEnd = random.pick(["\n", "\r\n"])
      sheet.separator = random.pick([",", ";", "\t"])
      let row = random.below(sheet.rows.count - 1)
      var place = (row: row, column: 0)
      var secret = ""
      if let cell = fault.cell {
        secret = random.pick(cell.texts)
        sheet.rows[row][cell.column] = secret
        if secret.contains(sheet.separator) { sheet.rows[row][cell.column] = "\"\(secret)\"" }
        place.column = cell.column
      } else if let change = fault.change {
        place = change(&sheet, row)
      }
      let (bytes, spans) = sheet.written()
      let found = await load(sheet, bytes)
      let diagnostic = try #require(found.first, "nothing is said of \(fault.name), seed \(seed)")
      let cell = spans[place.row + 1][place.column]
      #expect(diagnostic.id == fault.id && diagnostic.severity == .error)
      #expect(diagnostic.span?.path == sheet.path)
      #expect(diagnostic.span?.start.line == place.row + 2)
      #expect((cell.lowerBound...cell.upperBound).contains(diagnostic.span?.start.column ?? 0))
      // A mark says the same in every table: it is no secret.
      let isMark = FigureMark(Array(secret.utf8)[...]) != nil
      if secret.count > 2, !isMark { #expect(found.allSatisfy { quotesNothing($0, of: [secret]) }) }
    }
  }
}
