/// A rule that is kept or not by the words that stand in a sentence.
struct PhraseRule: Sendable {
  let rule: StyleRule
  let phrases: [Phrase]
  /// Words that make the sentence one to which the rule does not apply: "not", "prescriber".
  let unless: Set<UInt64>
  /// Words of which the sentence must have one.
  let needs: Set<UInt64>
  /// True where a citation in the paragraph answers it.
  let isAnsweredByCitation: Bool
  /// True where a capital within a sentence shows a name, to which it does not apply.
  let sparesNames: Bool

  init(
    _ rule: StyleRule, _ phrases: [String], unless: String = "", needs: String = "",
    isAnsweredByCitation: Bool = false, sparesNames: Bool = false
  ) {
    self.rule = rule
    self.phrases = phrases.map(Phrase.init)
    self.unless = Set(unless.split(separator: " ").map { WordHash(of: $0.utf8).value })
    self.needs = Set(needs.split(separator: " ").map { WordHash(of: $0.utf8).value })
    self.isAnsweredByCitation = isAnsweredByCitation
    self.sparesNames = sparesNames
  }
}
