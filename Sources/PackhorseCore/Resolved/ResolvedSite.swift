/// The publication with the exact counts still beside it, for the compute stage alone.
package struct ResolvedSite: Sendable {
  package var publication: Publication
  package var measures: [Measure]
  package var observations: [Observation]

  package init(publication: Publication, measures: [Measure], observations: [Observation]) {
    self.publication = publication
    self.measures = measures
    self.observations = observations
  }
}
