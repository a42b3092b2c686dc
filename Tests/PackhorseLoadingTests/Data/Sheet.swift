import PackhorseCore
import PackhorseTestSupport

@testable import PackhorseLoading

/// A table in which a fault can be planted, with the settings that it is read with.
struct Sheet {
  var path: String
  var header: [String]
  var rows: [[String]]
  var sources = ""
  var measures = DataSample.measures
  var separator = ","
  var lineEnd = "\n"

  /// The bytes of the file; where each row's cells begin and end, the header first.
  func written() -> (bytes: [UInt8], spans: [[Range<Int>]]) {
    var bytes: [UInt8] = []
    var spans: [[Range<Int>]] = []
    for row in [header] + rows {
      let start = bytes.count
      var cells: [Range<Int>] = []
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes += Array(separator.utf8) }
        let first = bytes.count - start + 1
        bytes += Sheet.bytes(of: cell)
        cells.append(first..<(bytes.count - start + 1))
      }
      spans.append(cells)
      bytes += Array(lineEnd.utf8)
    }
    return (bytes, spans)
  }

  /// `\u{E000}` stands for a byte of another encoding.
  private static func bytes(of cell: String) -> [UInt8] {
    cell.unicodeScalars.flatMap { $0 == "\u{E000}" ? [0xE9] : Array(String($0).utf8) }
  }

  static func records(_ random: inout Seeded) -> Sheet {
    let rows = (1...20).map { number -> [String] in
      let before = "\(random.below(11))"
      return [
        "R\(number + 100)", "DEMO01",
        "2025-\(padded(1 + random.below(12), 2))-\(padded(1 + random.below(28), 2))",
        random.pick(["debt", "low mood", "30-44"]), random.pick(["completed", "active", "left early"]),
        before,
        random.once(in: 4) ? "" : "\(random.below(11))",
      ]
    }
    return Sheet(
      path: DataSample.records,
      header: ["referral_id", "practice", "referral_date", "reason", "status", "before", "after"], rows: rows,
      sources: DataSample.source)
  }

  static func outcomes(_ random: inout Seeded) -> Sheet {
    let rows = (0..<12).map { index -> [String] in
      let whole = 20 + random.below(200)
      return [
        "DEMO01", "\(2023 + index / 4)-Q\(index % 4 + 1)", "attended", "\(random.below(whole))", "\(whole)",
      ]
    }
    return Sheet(
      path: "content/data/outcomes.csv",
      header: ["practice_code", "period", "measure", "numerator", "denominator"],
      rows: rows)
  }

  static func counts(_ random: inout Seeded) -> Sheet {
    let rows = (1...12).map { month -> [String] in
      let whole = 20 + random.below(200)
      return ["DEMO01", "2025-\(padded(month, 2))", "\(random.below(whole))", "\(whole)", "seen"]
    }
    return Sheet(
      path: "content/data/seen.csv", header: ["gp", "month", "part", "whole", "remark"], rows: rows,
      sources: """
        seen:
          files: [content/data/seen.csv]
          measures: [attended]
          columns: {practice: gp, period: month, numerator: part, denominator: whole}
        """)
  }

  static func lists(_ random: inout Seeded) -> Sheet {
    let months = ["JAN", "APR", "JUL", "OCT"]
    let rows = (0..<8).map { index in
      [
        "GP_PRAC_PAT_LIST", "01\(months[index % 4])\(2024 + index / 4)", "GP", "C01", "E01", "DEMO01",
        "ZZ99 3VZ", "ALL",
        "ALL", "\(1_000 + random.below(9_000))",
      ]
    }
    return Sheet(
      path: "content/data/lists.csv", header: TableShape.registeredPatientsByRegion.header, rows: rows)
  }

  static func network(_ random: inout Seeded) -> Sheet {
    var count = random.below(20)
    let rows = ["30/04/2025", "31/05/2025", "30/06/2025", "31/07/2025", "31/08/2025"].map { day -> [String] in
      count += 10 + random.below(9)
      return ["DEMO01", "Invented surgery", "NCDES", day, "DEMO-01", "Count", "\(count)"]
    }
    return Sheet(
      path: "content/data/network.csv", header: TableShape.networkContract.header, rows: rows,
      sources: "network:\n  files: [content/data/network.csv]\n  measures: [referrals]\n")
  }
}
