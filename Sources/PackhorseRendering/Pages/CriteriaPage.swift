import PackhorseCore

/// `criteria/<name>.html`: question by question, with the safety net before and after.
struct CriteriaPage: ReviewedPage {
  let frame: Frame
  let criteria: ResolvedCriteria
  let review: Review

  init(frame: Frame, criteria: ResolvedCriteria) {
    self.frame = frame
    self.criteria = criteria
    review = frame.review(of: criteria.source)
  }

  static let template = "pages/criteria"
  static let tags = TagTable<CriteriaPage>(
    [
      .text("title") { $0.frame.text($0.criteria.source.title) },
      .text("summary") { $0.frame.text($0.criteria.source.summary) },
      .html("criteria") { renderCriteria($0.criteria, at: $0.criteria.address, in: $0.frame.publication) },
      .html("flow") { renderFlow($0.criteria.source, in: $0.frame.publication) },
      .html("references") { renderReferences(keys: $0.criteria.citations, in: $0.frame.publication) },
    ], reviewTags, required: ["criteria", "overdue", "clinical-review"])
}
