import PackhorseCore

/// Blocks for a whole practice: what a meeting, cards, a planner and a charter have to hold.
extension StructureChecks {
  /// Each item of an agenda says how long it takes, and all of them fit.
  mutating func checkAgenda(_ directive: Directive, at index: Int) {
    let agenda = Agenda(document, at: index)
    if agenda.items.isEmpty { diagnostics.append(.agendaWithoutItems(at: directive.span)) }
    for item in agenda.items where item.minutes == nil {
      diagnostics.append(.agendaItemWithoutMinutes(at: firstLine(item.item)))
    }
    guard let allowed = directive["minutes"].flatMap(Int.init), agenda.minutes > allowed else { return }
    diagnostics.append(.agendaOverTime(directive, minutes: agenda.minutes, allowed: allowed))
  }

  /// Cards begin with headings, what is on one fits on it, and with those of a consultation stands a safety net.
  mutating func checkCards(_ directive: Directive, at index: Int) {
    let cards = Cards(document, at: index).cards
    if cards.isEmpty { diagnostics.append(.cardsWithoutHeading(at: directive.span)) }
    let kind = CardKind(of: directive)
    if kind == .prompt, directive["criteria"] == nil {
      diagnostics.append(.missing("criteria", of: .cards, at: directive.span))
    }
    for card in cards {
      let length = document.plainText(in: card.heading..<card.content.upperBound).count
      if length > kind.room {
        diagnostics.append(.cardTooLong(length, kind, at: firstLine(card.heading)))
      }
    }
  }

  /// A planner has a table with something left to fill in.
  mutating func checkPlanner(_ directive: Directive, at index: Int) {
    var isBody = false
    var hasField = false
    for cell in index..<document.nodes[index].end {
      switch document.nodes[cell].kind {
      case .tableRow(let isHeader): isBody = !isHeader
      case .tableCell: hasField = hasField || isBody && document.nodes[cell].end == cell + 1
      default: break
      }
    }
    if !hasField { diagnostics.append(.plannerWithoutField(at: directive.span)) }
  }

  /// A charter lists what is promised.
  mutating func checkCharter(_ directive: Directive, at index: Int) {
    guard !document.children(of: index).contains(where: isList) else { return }
    diagnostics.append(.charterWithoutPromises(at: directive.span))
  }
}

extension Diagnostic {
  fileprivate static func agendaWithoutItems(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "agenda-without-items", "Agenda without anything on it", at: span,
      suggestion: "list what the meeting is about with '1.', '2.' and so on")
  }

  fileprivate static func agendaItemWithoutMinutes(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "agenda-item-without-minutes", "Item of an agenda that does not say how long it takes",
      at: span,
      because: "The minutes are added up and held to those of the meeting.",
      suggestion: "end its first paragraph with '(5 minutes)'")
  }

  fileprivate static func agendaOverTime(_ agenda: Directive, minutes: Int, allowed: Int) -> Diagnostic {
    Diagnostic(
      .error, "agenda-over-time", "Items take \(minutes) minutes; the meeting has \(allowed)",
      at: agenda.arguments["minutes"]?.span ?? agenda.span,
      suggestion: "leave an item out, or give the meeting the minutes that it takes")
  }

  fileprivate static func cardsWithoutHeading(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "cards-without-heading", "Cards do not begin with a heading", at: span,
      because: "Each heading begins a card.", suggestion: "begin each card with '## ' and its title")
  }

  fileprivate static func cardTooLong(_ length: Int, _ kind: CardKind, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "card-too-long",
      "Card of \(length) characters; a '\(kind.rawValue)' has room for \(kind.room)",
      at: span, because: "On paper the rest would not be on the card.",
      suggestion: "say less, or make two cards of it")
  }

  fileprivate static func plannerWithoutField(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "planner-without-field", "Planner in which nothing can be filled in", at: span,
      because: "The empty cells of its table are what a reader fills in.",
      suggestion: "write a table, and leave cells empty: '| Room | |'")
  }

  fileprivate static func charterWithoutPromises(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "charter-without-promises", "Charter that promises nothing", at: span,
      suggestion: "list what the practice will do, each with '-'")
  }
}
