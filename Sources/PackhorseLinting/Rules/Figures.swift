extension StyleRule {
  static let numericDate = StyleRule(
    "style-date-numeric", "Date in figures alone", because: "06/08 is June to some and August to others.",
    write: "write '6 August 2018'", from: .serviceManual, reach: .everything)
  static let ordinalDate = StyleRule(
    "style-date-ordinal", "Date with letters behind the day",
    because: "The service manual writes '6 August 2018'.",
    write: "leave out 'st', 'nd', 'rd' or 'th'", from: .serviceManual, reach: .everything)
  static let monthFirst = StyleRule(
    "style-date-month-first", "Date with the month first", because: "The day comes first in Britain.",
    write: "write '6 August 2018'", from: .serviceManual, reach: .everything)
  static let numberRange = StyleRule(
    "style-number-range", "Range with a dash", because: "A screen reader may say 'minus', or nothing.",
    write: "write 'to': '10 to 12'", from: .serviceManual, reach: .everything)
  static let percentWord = StyleRule(
    "style-percent-word", "'Per cent' as a word", because: "Figures are found faster with their sign.",
    write: "write '%' right behind the number")
  static let percentSpace = StyleRule(
    "style-percent-space", "Blank before '%'", because: "The sign can end up on the next line alone.",
    write: "write '%' right behind the number", reach: .everything)
  static let timeOfDay = StyleRule(
    "style-time-of-day", "Time of day that is hard to read",
    because: "One form throughout can be compared at a glance.",
    write: "write '9:30am' or '2pm'", reach: .everything)
  static let thousands = StyleRule(
    "style-thousands", "Large number without a comma", because: "Its digits have to be counted.",
    write: "put a comma before each three digits: '12,000'", reach: .everything)
  static let symbol = StyleRule(
    "style-symbol", "Sign in the place of a word", because: "Screen readers pass over it or misname it.",
    write: "write 'about', 'at least', 'more than' or 'plus or minus'")

  static let figures: [StyleRule] = [
    numericDate, ordinalDate, monthFirst, numberRange, percentWord, percentSpace, timeOfDay, thousands,
    symbol,
  ]
}
