import PackhorseCore

extension StructureChecks {
  /// A `two-futures` holds two futures, each with a name and a text.
  mutating func checkFutures(_ directive: Directive, at index: Int) {
    let children = document.children(of: index)
    let starts = children.indices.filter { document.boldLabel(of: children[$0]) != nil }
    let isWhole = zip(starts, starts.dropFirst() + [children.count]).allSatisfy { start, end in
      end > start + 1 || document.boldLabel(of: children[start])?.text.isEmpty == false
    }
    guard starts.count != 2 || !isWhole else { return }
    diagnostics.append(.twoFuturesNeedTwo(at: directive.span))
  }
}

extension Diagnostic {
  fileprivate static func twoFuturesNeedTwo(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "two-futures-needs-two", "'two-futures' does not hold two futures with a text each", at: span,
      because: "The two stand side by side, so that a reader can compare them.",
      suggestion: "begin one paragraph with '**If nothing changes:**' and one with '**If we try this:**'")
  }
}
