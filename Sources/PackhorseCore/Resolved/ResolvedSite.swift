/// The publication with the exact counts still beside it, for the compute stage alone.
package struct ResolvedSite: Sendable {
  package var publication: Publication
  package var measures: [Measure]
  package var observations: [Observation]
  /// The practices whose figures are published, with the areas that they belong to.
  package var practices: [ListedPractice]
  /// Figures that another build published, to be shown as they are; then there are no observations.
  package var published: [PublishedRow]
  /// What was published before, beside which everything has to be safe.
  package var released: [ReleasedFigure]

  package init(
    publication: Publication, measures: [Measure], observations: [Observation],
    practices: [ListedPractice] = [], released: [ReleasedFigure] = [], published: [PublishedRow] = []
  ) {
    self.published = published
    self.released = released
    self.publication = publication
    self.measures = measures
    self.observations = observations
    self.practices = practices
  }
}
