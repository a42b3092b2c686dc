import PackhorseCore
import Testing

@Suite struct StatRequestTests {
  @Test(arguments: [
    ("attended", StatRequest.Part.sentence, nil), ("attended value", .value, nil),
    ("attended sentence 2025", .sentence, "2025"), ("attended interval 2025/26", .interval, "2025/26"),
    ("attended 2025-Q3", .sentence, "2025-Q3"), ("  attended\n numerator\t2025-07 ", .numerator, "2025-07"),
  ])
  func readsMeasurePartAndPeriod(text: String, part: StatRequest.Part, period: String?) throws {
    let request = try StatRequest.read(text).get()
    #expect(request.measure == "attended" && request.part == part && request.period?.code == period)
  }

  @Test func namesThePartThatItDoesNotKnow() {
    #expect(StatRequest.read("attended valeu") == .failure(.unknownPart("valeu")))
    #expect(StatRequest.read("attended Value 2025") == .failure(.unknownPart("Value")))
  }

  @Test(arguments: [("2025-Q5", "2025-Q5"), ("soon", "soon"), ("2025 2026", "2025 2026")])
  func namesThePeriodThatItCannotRead(text: String, period: String) {
    #expect(StatRequest.read("attended value \(text)") == .failure(.unknownPeriod(period)))
  }

  @Test(arguments: ["", "   ", "\n"])
  func hasNoMeasureWhereNothingIsWritten(text: String) throws {
    #expect(try StatRequest.read(text).get().measure.isEmpty)
  }
}
