import PackhorseCore

extension StructureChecks {
  /// A checklist has something to tick.
  mutating func checkChecklist(_ directive: Directive, at index: Int) {
    guard !document.children(of: index).contains(where: isTaskList) else { return }
    diagnostics.append(.checklistWithoutTasks(at: directive.span))
  }
}

extension Diagnostic {
  fileprivate static func checklistWithoutTasks(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "checklist-without-tasks", "Checklist without anything to tick", at: span,
      suggestion: "begin each line with '- [ ]'")
  }
}
