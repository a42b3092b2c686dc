import Foundation
import PackhorseCore
import Testing

@testable import PackhorseLoading

/// Files as they are published: real samples, and invented ones with the columns that are known.
@Suite struct ShapeTests {
  /// A sample of Tests/Fixtures/data, whose README says where each is from.
  static func fixture(_ name: String) throws -> String {
    let root = String(#filePath.dropLast("PackhorseLoadingTests/Data/ShapeTests.swift".count))
    return String(
      decoding: try Data(contentsOf: URL(filePath: root + "Fixtures/data/" + name)), as: UTF8.self)
  }

  private func load(
    _ name: String, practice: String, sources: String, measures: String = DataSample.measures
  ) async throws -> Outcome<LoadedSample> {
    let path = "content/data/\(name)"
    let site = SiteSample.texts["content/site.yml"]?.replacing("DEMO01", with: practice)
    return await SiteSample.load([
      "content/site.yml": site, "content/data/measures.yml": measures, path: try ShapeTests.fixture(name),
      "content/data/sources.yml": sources,
    ])
  }

  @Test(arguments: [
    ("gp-reg-pat-prac-quin-age-2017-09.csv", "B85010", 2017 * 12 + 8, 6939),
    ("gp-reg-pat-prac-quin-age-dashes.csv", "N84014", 2017 * 12 + 3, 40),
    ("gp-reg-pat-prac-all-ccg.csv", "DEMO01", 2021 * 12, 8120),
    ("gp-reg-pat-prac-all-icb.csv", "DEMO01", 2026 * 12 + 3, 8204),
  ])
  func readsListSizesUnedited(name: String, practice: String, month: Int, patients: Int) async throws {
    let outcome = try await load(name, practice: practice, sources: "")
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.listSizes == [ListSize(practice: practice, month: month, patients: patients)])
    #expect(outcome.value.tables.first?.isRecognised == true)
    #expect((outcome.value.tables.first?.otherRows ?? 0) > 0)
  }

  @Test func readsAKnownFileInPrivateToo() async throws {
    let sizes = try ShapeTests.fixture("gp-reg-pat-prac-all-icb.csv")
    let outcome = await SiteSample.load(["private/sizes.csv": sizes])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.listSizes.map(\.patients) == [8204])
  }

  @Test func readsTheNationalListOfPractices() async throws {
    let outcome = try await load("epraccur.csv", practice: "L84073", sources: "")
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.practiceNames["L84073"] == "ACORN PRACTICE")
    #expect(outcome.value.practiceNames.count == 4)
  }

  @Test func readsTheInventedListOfPractices() async throws {
    let outcome = try await load("epraccur-synthetic.csv", practice: "A00001", sources: "")
    #expect(outcome.diagnostics == [])
    // Those that are no practices, or closed, are passed over.
    #expect(outcome.value.tables.first?.otherRows == 45 - outcome.value.practiceNames.count)
    #expect(!outcome.value.practiceNames.isEmpty)
  }

  @Test func countsItemsOfAChapterInPrescribingData() async throws {
    let outcome = try await load(
      "epd-2016-01.csv", practice: "P92042",
      sources: """
        items:
          files: [content/data/epd-2016-01.csv]
          measures: [referrals]
          where: {BNF_CODE: ["0202*"]}
        """)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.observations.map(\.value) == [.count(69)])
    #expect(outcome.value.observations.first?.period.code == "2016-01")
  }

  @Test func readsARegisterWithTheYearThatTheFileDoesNotSay() async throws {
    let outcome = try await load(
      "qof-prevalence.csv", practice: "A81001",
      sources: """
        thyroid:
          files: [content/data/qof-prevalence.csv]
          measures: [attended]
          period: 2013/14
          where: {indicator_group: THY}
        """)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.observations.map(\.value) == [.proportion(numerator: 170, denominator: 4178)])
    #expect(outcome.value.observations.first?.period.code == "2013/14")
  }

  @Test func readsAnUploadToFingertips() async throws {
    let outcome = try await load(
      "fingertips-upload.csv", practice: "U25656",
      sources: """
        up:
          files: [content/data/fingertips-upload.csv]
          measures: [referrals]
          where: {sex: male, age_from_years_inclusive: "5"}
        """)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.observations.map(\.value) == [.count(3456)])
    #expect(outcome.value.observations.first?.period.code == "2024")
  }

  @Test func takesDifferencesOfCountsSinceApril() async throws {
    let outcome = try await load(
      "network-contract.csv", practice: "DEMO01",
      sources: """
        network:
          files: [content/data/network-contract.csv]
          measures: [referrals]
          where: {IND_CODE: DEMO-01}
        """)
    #expect(outcome.diagnostics == [])
    #expect(
      outcome.value.observations.map { "\($0.period.code) \($0.value)" } == [
        "2025-04 count(12)", "2025-05 count(9)", "2025-08 count(11)", "2026-04 count(4)",
      ])
    #expect(outcome.value.tables.first?.hiddenCells == 1)
  }

  @Test func addsUpAppointmentsOfACategory() async throws {
    let outcome = try await load(
      "appointments.csv", practice: "DEMO01",
      sources: """
        appointments:
          files: [content/data/appointments.csv]
          measures: [referrals]
          where: {NATIONAL_CATEGORY: Social Prescribing Service, APPT_STATUS: [Attended, Unknown]}
        """)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.observations.map(\.value) == [.count(17), .count(6)])
  }

  @Test func readsAMeasureOfOpenPrescribing() async throws {
    let outcome = try await load(
      "openprescribing.csv", practice: "DEMO01",
      sources: """
        antidepressants:
          files: [content/data/openprescribing.csv]
          measures: [referral-rate]
        """)
    #expect(outcome.diagnostics == [])
    #expect(
      outcome.value.observations.map(\.value) == [
        .rate(numerator: 410, listSize: 8120), .rate(numerator: 395, listSize: 8131),
      ])
  }

  @Test func readsAnythingThatASourceDescribes() async throws {
    let outcome = try await load(
      "trafford-registrations.csv", practice: "P91003",
      sources: """
        lists:
          files: [content/data/trafford-registrations.csv]
          columns: {practice: practice_code, list-size: registered_patients}
          period: 2026-01
          places: [practice_postcode]
          ignored: [practice_name]
        """)
    #expect(outcome.diagnostics.map(\.id) == [])
    #expect(outcome.value.listSizes.count == 26)
    #expect(outcome.value.listSizes.first { $0.practice == "P91003" }?.patients == 7855)
  }
}
