extension StyleRule {
  /// Every rule, as docs/style.md lists them.
  package static let all = forms + figures + signs + structure + people + claims

  static let phraseTable = PhraseTable(PhraseRule.forms + PhraseRule.people + PhraseRule.claims)
}
