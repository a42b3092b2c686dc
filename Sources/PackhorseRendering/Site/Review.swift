import PackhorseCore

/// When a page was last checked, by whom, and when it is due again.
struct Review: Sendable {
  var reviewed: String?
  var due: String?
  /// Who answers for the clinical content; words for "nobody yet" where that has to be said.
  var clinical: String?
  var isOverdue = false
  var isDueSoon = false
  var author: String?
}

extension Frame {
  func review(of page: ResolvedPage) -> Review {
    let matter = page.source.frontMatter
    let mustSay = page.kind == .module || page.kind == .evidence
    var review = review(
      reviewed: matter.reviewed, due: matter.reviewDue?.value, clinical: matter.clinicalReview,
      mustSay: mustSay)
    review.author = matter.author
    return review
  }

  func review(of criteria: Criteria) -> Review {
    review(
      reviewed: criteria.reviewed, due: criteria.reviewDue?.value, clinical: criteria.clinicalReview,
      mustSay: true)
  }

  private func review(
    reviewed: CalendarDate?, due: CalendarDate?, clinical: String?, mustSay: Bool
  ) -> Review {
    var review = Review()
    review.reviewed = reviewed.map { writtenDate($0, words: words) }
    review.due = due.map { writtenDate($0, words: words) }
    if let clinical, clinical != FrontMatter.noReviewerYet {
      review.clinical = words("page.review.clinical-by", ["name": clinical])
    } else if mustSay || clinical != nil {
      review.clinical = words("page.review.clinical-none")
    }
    if let due {
      review.isOverdue = due < date
      review.isDueSoon =
        !review.isOverdue && due.dayNumber - date.dayNumber <= publication.settings.review.warnDays
    }
    return review
  }
}

/// A page that says when it was checked; `partials/review` and `partials/age` arrange these tags.
protocol ReviewedPage: PageTemplate {
  var review: Review { get }
}

extension ReviewedPage {
  static var reviewTags: [Tag<Self>] {
    [
      .text("reviewed") { $0.review.reviewed },
      .text("review-due") { $0.review.due },
      .text("clinical-review") { $0.review.clinical },
      .flag("overdue") { $0.review.isOverdue },
      .flag("due-soon") { $0.review.isDueSoon },
      .text("author") { $0.review.author },
    ]
  }
}
