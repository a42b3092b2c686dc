package import PackhorseCore

/// The words of figures: forms of the catalogue with their places filled, and numbers as people read them.
///
/// A class, because all the figures of a page hold it.
package final class EvidenceText: Sendable {
  let words: Words
  /// Those under `evidence.`.
  private let own: Words
  /// The periods that a page names again and again; so few are looked through sooner than looked up.
  private let periods: [Period]
  /// What each of them is called.
  private let names: [PeriodNames]
  /// The forms of which every row of a table has several.
  let interval, summedCount: Form
  private let percentForm: Form

  /// The periods of `series` are named once, for all that is said of them.
  package init(_ words: Words, naming series: [PublishedSeries] = []) {
    self.words = words
    let own = words.section("evidence")
    self.own = own
    periods = Set(series.flatMap(\.namedPeriods)).sorted()
    names = periods.map { PeriodNames(of: $0, words, evidence: own) }
    interval = own.form("interval")
    summedCount = own.form("summed.count")
    percentForm = own.form("percent.form")
  }

  /// A period as a sentence names it: "July 2025", "July to September 2025", "2025", "2025/26".
  func period(_ period: Period) -> String { names(of: period).full }

  /// What stands below a chart's axis.
  func mark(_ period: Period) -> PeriodMark { names(of: period).mark }

  /// The form of a period that data files use.
  func code(_ period: Period) -> String { named(period)?.code ?? period.code }

  private func names(of period: Period) -> PeriodNames {
    named(period) ?? PeriodNames(of: period, words, evidence: own)
  }

  private func named(_ period: Period) -> PeriodNames? { periods.firstIndex(of: period).map { names[$0] } }

  /// The words of a key under `evidence.`.
  func string(_ key: String) -> String { own(key) }

  /// A form under `evidence.` as markup.
  func form(_ key: String, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
    HTML { $0.write(own, key, values) }
  }

  /// A form under `evidence.` as markup, what stands in a place written when it is reached; false leaves it as written.
  func form(_ key: String, _ write: (_ place: String, inout ByteWriter) -> Bool) -> HTML {
    HTML { own.write(key, to: &$0, write) }
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

  /// Writes a whole number with its thousands set apart.
  func write(_ number: Int, to writer: inout ByteWriter) {
    if number.magnitude < 1000 { writer.write(number) } else { writer.write(text: self.number(number)) }
  }

  /// A share in percent: whole, below 1 and above 99 with one decimal, 0 and 100 only where they are exact.
  func percent(_ share: Double) -> String {
    if let whole = wholePercent(share) { return percent(digits: String(whole)) }
    let tenths = rounded(share, to: 1000)
    switch tenths {
    case ...0: return filled("percent.under", ["value": percent(tenths: 1)])
    case 1000...: return filled("percent.over", ["value": percent(tenths: 999)])
    default: return percent(tenths: tenths)
    }
  }

  /// Writes a share in percent.
  func write(percent share: Double, to writer: inout ByteWriter) {
    guard let whole = wholePercent(share) else { return writer.write(text: percent(share)) }
    percentForm.write(to: &writer) { place, writer in
      guard place == "number" else { return false }
      writer.write(whole)
      return true
    }
  }

  /// A share that is printed without a decimal, in percent.
  private func wholePercent(_ share: Double) -> Int? {
    if share == 0 || share == 1 { return Int(share * 100) }
    return (10...990).contains(rounded(share, to: 1000)) ? rounded(share, to: 100) : nil
  }

  /// A share in whole parts of one, halves upwards: 0.285 is 28.5 hundredths although no Double is exactly that.
  private func rounded(_ share: Double, to parts: Double) -> Int {
    Int(((share * parts * 1e7).rounded() / 1e7).rounded())
  }

  private func percent(tenths: Int) -> String {
    percent(digits: "\(tenths / 10)\(string("number.point"))\(tenths % 10)")
  }

  private func percent(digits: String) -> String { percentForm.filled { $0 == "number" ? digits : nil } }
}
