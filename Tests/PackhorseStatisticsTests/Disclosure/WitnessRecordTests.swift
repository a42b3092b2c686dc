import Foundation
import PackhorseCore
import Testing

@testable import PackhorseStatistics

/// Witnesses of invented networks, written down for an independent program to check: `Tests/Disclosure/test_witnesses.py`.
@Suite struct WitnessRecordTests {
  private struct Table: Encodable {
    var lowest: Int
    var protection: String
    var atoms: [Int]
    var cells: [Cell]
    /// Pairs of sums that are the same people.
    var ties: [[[Int]]]
    var proofs: [Proof]
  }

  private struct Cell: Encodable {
    var atoms: [Int]
    var told: String
  }

  /// The counts that atoms would have, by their index; the others are as they are.
  private struct Proof: Encodable {
    var cell: Int
    var fewest: [String: Int]
    var most: [String: Int]
  }

  @Test func writesWitnessesDown() throws {
    var tables: [Table] = []
    for seed in 0..<30 {
      for length in [Period.Length.year, .quarter] {
        let areas = InventedNetwork(seed: UInt64(seed), practicesBy: length).areas
        for protection in [Protection.class, .four] {
          let control = publicControl(showsZero: seed % 3 > 0, protection: protection)
          let measures = seed % 2 == 0 ? [areas] : linkedMeasures(areas, seed: UInt64(seed))
          let alone = control.areaTables(
            measures, measures.map(control.toldAlone), sharedPeople(measures))
          tables += alone.map { table in
            record(ProtectedTable(table.counts, control.protected, protection), control, protection)
          }
        }
      }
    }
    #expect(tables.contains { !$0.proofs.isEmpty })
    try JSONEncoder().encode(tables).write(to: file)
  }

  private func record(
    _ table: ProtectedTable, _ control: DisclosureControl, _ protection: Protection
  ) -> Table {
    func counts(_ witness: Witness) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: witness.map { (String($0), $1) })
    }
    return Table(
      lowest: control.protected.lowerBound, protection: protection.rawValue, atoms: table.table.atoms,
      cells: table.table.cells.map { Cell(atoms: $0.atoms, told: word($0.told)) },
      ties: table.table.ties.map { [$0.one, $0.other] },
      proofs: table.proofs.sorted { $0.key < $1.key }.map {
        Proof(cell: $0, fewest: counts($1.fewest), most: counts($1.most))
      })
  }

  private func word(_ told: PublishedCount) -> String {
    switch told {
    case .exact(let count), .rounded(let count), .summed(let count, _): String(count)
    case .withheld: "[c]"
    case .notAvailable: "[x]"
    }
  }

  /// Beside the other things that a build leaves.
  private var file: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/witnesses.json")
  }
}
