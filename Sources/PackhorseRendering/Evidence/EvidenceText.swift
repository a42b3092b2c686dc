package import PackhorseCore

/// The words of figures: forms of the catalogue with their places filled, and numbers as people read them.
///
/// A class, because all the figures of a page hold it.
package final class EvidenceText: Sendable {
  let words: Words
  /// Those under `evidence.`.
  private let own: Words
  /// Of the periods that a page names again and again.
  private let names: [Period: PeriodNames]

  /// The periods of `series` are named once, for all that is said of them.
  package init(_ words: Words, naming series: [PublishedSeries] = []) {
    self.words = words
    let own = words.section("evidence")
    self.own = own
    var names: [Period: PeriodNames] = [:]
    for period in series.flatMap(\.namedPeriods) where names[period] == nil {
      names[period] = PeriodNames(of: period, words, evidence: own)
    }
    self.names = names
  }

  /// A period as a sentence names it: "July 2025", "July to September 2025", "2025", "2025/26".
  func period(_ period: Period) -> String { names(of: period).full }

  /// What stands below a chart's axis.
  func mark(_ period: Period) -> PeriodMark { names(of: period).mark }

  /// The form of a period that data files use.
  func code(_ period: Period) -> String { names[period]?.code ?? period.code }

  private func names(of period: Period) -> PeriodNames {
    names[period] ?? PeriodNames(of: period, words, evidence: own)
  }

  /// The words of a key under `evidence.`.
  func string(_ key: String) -> String { own(key) }

  /// A form under `evidence.` as markup.
  func form(_ key: String, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
    HTML { $0.write(own, key, values) }
  }

  /// A form under `evidence.` as markup, what stands in a place made when it is reached.
  func form(_ key: String, _ value: (_ place: String) -> HTML?) -> HTML {
    HTML { writer in
      write(key, to: &writer) { place, writer in
        guard let value = value(place) else { return false }
        writer.write(value)
        return true
      }
    }
  }

  /// Writes a form under `evidence.`, what stands in a place when it is reached; false leaves the place as written.
  func write(
    _ key: String, to writer: inout ByteWriter, _ write: (_ place: String, inout ByteWriter) -> Bool
  ) {
    own.write(key, to: &writer, write)
  }

  /// A form whose places take plain text.
  func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String { own(key, values) }

  /// A form whose places take plain text, each made when it is reached.
  func filled(_ key: String, _ value: (_ place: String) -> String?) -> String { own.filled(key, value) }

  /// A phrase with its first letter as a capital, to stand at the beginning.
  func capitalised(_ phrase: String) -> String { phrase.prefix(1).uppercased() + phrase.dropFirst() }

  /// A whole number with its thousands set apart: `1,245`.
  func number(_ number: Int) -> String {
    if number.magnitude < 1000 { return String(number) }
    return self.number(number / 1000) + string("number.thousands") + padded(abs(number % 1000), 3)
  }

  /// A share in percent: whole, below 1 and above 99 with one decimal, 0 and 100 only where they are exact.
  func percent(_ share: Double) -> String {
    if share == 0 || share == 1 { return percent(digits: number(Int(share * 100))) }
    let tenths = rounded(share, to: 1000)
    switch tenths {
    case ...0: return filled("percent.under", ["value": percent(tenths: 1)])
    case 1...9, 991...999: return percent(tenths: tenths)
    case 1000...: return filled("percent.over", ["value": percent(tenths: 999)])
    default: return percent(digits: number(rounded(share, to: 100)))
    }
  }

  /// A share in whole parts of one, halves upwards: 0.285 is 28.5 hundredths although no Double is exactly that.
  private func rounded(_ share: Double, to parts: Double) -> Int {
    Int(((share * parts * 1e7).rounded() / 1e7).rounded())
  }

  private func percent(tenths: Int) -> String {
    percent(digits: "\(tenths / 10)\(string("number.point"))\(tenths % 10)")
  }

  private func percent(digits: String) -> String { filled("percent.form") { $0 == "number" ? digits : nil } }
}
