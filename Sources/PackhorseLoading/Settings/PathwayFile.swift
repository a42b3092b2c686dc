import PackhorseCore

/// Reads a file of `content/pathways/`; nil without a role or a budget of minutes.
func readPathway(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Pathway?> {
  let outcome = readSettings(text, path: path) { fields -> Pathway? in
    let role = fields.text("role", isRequired: true)
    let minutes = fields.number("minutes", in: 1...100_000, isRequired: true)
    let title = fields.requiredText("title")
    let summary = fields.requiredText("summary")
    let modules = fields.texts("modules", isRequired: true)
    let checkIns = fields.checkIns()
    let starts = fields.date("starts")
    if let starts, checkIns.isEmpty { fields.report(.startWithoutCheckIns(at: starts.span)) }
    guard let role, let minutes else { return nil }
    var pathway = Pathway(path: path, role: role, minutes: minutes)
    (pathway.title, pathway.summary, pathway.modules, pathway.checkIns) = (title, summary, modules, checkIns)
    pathway.starts = starts?.value
    return pathway
  }
  return Outcome(outcome.value ?? nil, outcome.diagnostics + checkFileName(path))
}

extension Fields {
  /// Weeks after the start, in order.
  fileprivate mutating func checkIns() -> [Int] {
    var weeks: Set<Int> = []
    for week in numbers("check-ins", in: -520...520) {
      if week.value < 1 {
        report(.checkInBeforeStart(at: week.span))
      } else if !weeks.insert(week.value).inserted {
        report(.checkInTwice(week))
      }
    }
    return weeks.sorted()
  }
}

extension Diagnostic {
  fileprivate static func startWithoutCheckIns(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "start-without-check-ins", "Start of a pathway that has no check-ins", at: span,
      because: "The calendar file that is made of it would be empty.",
      suggestion: "list the weeks under 'check-ins', or leave 'starts' out")
  }

  fileprivate static func checkInBeforeStart(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "check-in-before-start", "Check-in before anything was begun", at: span,
      because: "Weeks are counted from the day on which a reader starts.",
      suggestion: "write 1 for a week after the start, or more")
  }

  fileprivate static func checkInTwice(_ week: Located<Int>) -> Diagnostic {
    Diagnostic(
      .error, "check-in-twice", "Week \(week.value) stands twice among the check-ins", at: week.span,
      because: "A reader's calendar would show two entries for one.", suggestion: "write it once")
  }
}

/// A file that becomes a page is named as an id.
func checkFileName(_ path: String) -> [Diagnostic] {
  let name = path.split(separator: "/").last?.dropLast(".yml".utf8.count) ?? ""
  return isSlug(name) ? [] : [.badFileName(path, name: String(name))]
}
