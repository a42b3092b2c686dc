import PackhorseCore
import Testing

@testable import PackhorseStarter

@Suite struct SampleDataTests {
  private func files(_ practices: Int, _ quarters: Int, seed: UInt64) -> [String: String] {
    let files = sampleData(practices: practices, quarters: quarters, seed: seed)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func cells(_ files: [String: String], _ path: String) -> [[Substring]] {
    (files[path] ?? "").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func theSameSeedMakesTheSameFiles() {
    #expect(files(3, 4, seed: 5) == files(3, 4, seed: 5))
    #expect(files(3, 4, seed: 5) != files(3, 4, seed: 6))
  }

  @Test func everyFileSaysThatItIsInvented() {
    for (path, text) in files(2, 2, seed: 1) {
      #expect((path + text).lowercased().contains("invented"))
    }
  }

  @Test func dataLookLikeThoseOfAService() {
    let made = files(20, 8, seed: 1)
    let rows = cells(made, "private/invented-referrals.csv")
    let lists = cells(made, "content/data/invented-registered-patients.csv").compactMap { Int($0[9]) }
    #expect(lists.count == 160 && (lists.max() ?? 0) > 3 * (lists.min() ?? 0))
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    func count(_ months: Set<Substring>) -> Int {
      rows.count { months.contains($0[2].dropFirst(5).prefix(2)) }
    }
    #expect(count(["01", "02", "03"]) * 10 > count(["07", "08", "09"]) * 13)
    let pairs = rows.filter { !$0[4].isEmpty && !$0[5].isEmpty }
    let before = rows.filter { !$0[4].isEmpty }
    #expect(pairs.count * 10 < before.count * 7 && pairs.count * 10 > before.count * 3)
    // Most of the change is that they came when they were at their worst.
    let change = pairs.reduce(0.0) { $0 + (Double($1[5]) ?? 0) - (Double($1[4]) ?? 0) } / Double(pairs.count)
    #expect(change > 1 && change < 3)
    #expect(rows.allSatisfy { row in row[5].isEmpty || !row[4].isEmpty })
  }
}
