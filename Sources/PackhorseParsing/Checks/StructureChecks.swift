import PackhorseCore

/// Holds a body to what its blocks need, each check in a file of its own.
struct StructureChecks {
  let body: Body
  var diagnostics: [Diagnostic] = []
  /// The level of the last heading; the page's title is the first.
  var headingLevel = 1

  /// Where a reader's confidence is asked for: by name, and then whether before or after.
  var confidences: [String: [String: SourceSpan]] = [:]

  /// A poster stood before.
  var hasPoster = false

  /// How many choices of scenarios may still be followed.
  var scenarioBudget = ScenarioStates.budget

  var document: Document { body.document }

  static func problems(in body: Body) -> [Diagnostic] {
    var checks = StructureChecks(body: body)
    for index in body.document.nodes.indices { checks.check(index) }
    checks.checkConfidencePairs()
    return checks.diagnostics
  }

  private mutating func check(_ index: Int) {
    switch document.nodes[index].kind {
    case .heading(let level, _): checkHeading(index, level: level)
    case .image: checkImage(index)
    case .link: checkLink(index)
    case .directive(let directive): check(directive, at: index)
    default: break
    }
  }

  private mutating func check(_ directive: Directive, at index: Int) {
    switch directive.name {
    case .doDont, .prosCons: checkTwoLists(directive, at: index)
    case .quiz: checkQuiz(directive, at: index)
    case .checklist: checkChecklist(directive, at: index)
    case .dialogue: checkDialogue(directive, at: index)
    case .video: checkVideo(directive, at: index)
    case .scenario: checkScenario(directive, at: index)
    case .confidence: checkConfidence(directive, at: index)
    case .twoFutures: checkFutures(directive, at: index)
    case .agenda: checkAgenda(directive, at: index)
    case .cards: checkCards(directive, at: index)
    case .poster: checkPoster(directive, at: index)
    case .planner: checkPlanner(directive, at: index)
    case .charter: checkCharter(directive, at: index)
    case .copyText: checkCopyText(directive, at: index)
    case .callout, .discuss, .evidenceCard, .chart, .table, .criteria, .groups, .story, .goal, .actionPlan,
      .reflect, .form, .codes, .fragileGroups, .prescribingBesideReferral:
      break
    }
  }

  /// The first byte of a node, or some bytes from there.
  func span(_ index: Int, length: Int = 0) -> SourceSpan {
    body.text.span(document.nodes[index].position, length: length)
  }

  /// From a node's beginning to the end of its line.
  func firstLine(_ index: Int) -> SourceSpan {
    span(index, length: body.text.rest(from: document.nodes[index].position).count)
  }

  func isList(_ index: Int) -> Bool { document.isList(index) }

  /// A list in which at least one item has a task's mark.
  func isTaskList(_ index: Int) -> Bool {
    isList(index) && document.children(of: index).contains { task($0) != nil }
  }

  /// A list item's mark; nil without one.
  func task(_ index: Int) -> Bool? {
    if case .item(let task) = document.nodes[index].kind { task } else { nil }
  }
}
