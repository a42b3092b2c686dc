import ArgumentParser
import Glibc
import PackhorseCore

/// How a site is built and how its problems are shown.
struct BuildOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day that reviews and consents are held against. (default: SOURCE_DATE_EPOCH, or today in UTC)",
      valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: ArgumentHelp("The most tasks at a time. (default: one for each core)", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Warnings count as errors; problems of age alone stay warnings.")
  var strict = false

  @Option(help: "How problems are shown.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  var taskCount: Int { jobs ?? Self.cores }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256.") }
    _ = try day()
  }

  /// The day of the build: as told, as reproducible builds tell it, or today.
  func day() throws -> CalendarDate {
    if let date {
      guard let day = CalendarDate(iso: date) else {
        throw ValidationError("--date is a day as YYYY-MM-DD, such as 2026-10-31.")
      }
      return day
    }
    var seconds = time(nil)
    if let told = getenv("SOURCE_DATE_EPOCH") {
      guard let number = time_t(String(cString: told)) else {
        throw ValidationError("SOURCE_DATE_EPOCH is a number of seconds since 1970.")
      }
      seconds = number
    }
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil,
      let day = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw ValidationError("SOURCE_DATE_EPOCH lies outside the years 1 to 9999.") }
    return day
  }
}
