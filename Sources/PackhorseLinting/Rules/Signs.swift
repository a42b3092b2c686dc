extension StyleRule {
  static let andOr = StyleRule(
    "style-and-or", "'And/or'", because: "A slash has to be worked out.",
    write: "write 'a or b, or both'")
  static let bracketedPlural = StyleRule(
    "style-bracketed-plural", "Plural in brackets", because: "It cannot be read aloud.",
    write: "write the plural")
  static let repeatedWord = StyleRule(
    "style-repeated-word", "Word that stands twice", because: "It is most likely a slip.",
    write: "delete one of the two")
  static let ampersand = StyleRule(
    "style-ampersand", "'&' for 'and'", because: "It is harder to read than the word.",
    write: "write 'and', unless it is part of a name")
  static let exclamation = StyleRule(
    "style-exclamation", "Exclamation mark", because: "A clinical page does not shout.",
    write: "write a full stop")
  static let capitals = StyleRule(
    "style-capitals", "Word in capitals for weight",
    because: "Capitals are hard to read, and screen readers may spell them out.",
    write: "write small letters, and make it bold if it has to stand out")
  static let dash = StyleRule(
    "style-dash", "Dash that carries a thought", because: "Two sentences are easier to follow.",
    write: "use a comma, or begin a new sentence")
  static let abbreviationStops = StyleRule(
    "style-abbreviation-stops", "Full stop in an abbreviation",
    because: "It looks like the end of a sentence, and is read out as one.", write: "leave it out")
  static let undefinedAbbreviation = StyleRule(
    "style-undefined-abbreviation", "Abbreviation that nobody explains",
    because: "The next locum may not know it.",
    write: "write it out at first with the abbreviation in brackets, or add it to the glossary",
    from: .serviceManual)
  static let jobTitleCase = StyleRule(
    "style-job-title-case", "Capitals in a job or a service",
    because: "Capitals are for names; a role is written small.",
    write: "write small letters: 'link worker'")

  static let signs: [StyleRule] = [
    andOr, bracketedPlural, repeatedWord, ampersand, exclamation, capitals, dash, abbreviationStops,
    undefinedAbbreviation, jobTitleCase,
  ]
}
