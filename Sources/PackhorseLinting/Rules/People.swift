extension StyleRule {
  static let ethnicity = StyleRule(
    "style-ethnicity", "Abbreviation for people of many groups",
    because: "It lumps people together, and many of them do not use it.",
    write: "write 'people from ethnic minorities', or name the group", from: .serviceManual)
  static let homeless = StyleRule(
    "style-homeless", "Homelessness as what people are",
    because: "It is something that people go through, not who they are.",
    write: "write 'people who are homeless'", from: .serviceManual)
  static let personFirst = StyleRule(
    "style-person-first", "Person named after a condition",
    because: "A label takes the place of the person, and patients read what is written about them.",
    write: "put the person first: 'people with diabetes', 'disabled people'")
  static let age = StyleRule(
    "style-age", "Label for older people", because: "It makes one group of very different people.",
    write: "write 'older people', or the age that you mean")
  static let suffering = StyleRule(
    "style-suffering", "Suffering that is taken for granted",
    because: "Only the person knows whether they suffer.", write: "write 'have' or 'with'")
  static let suicide = StyleRule(
    "style-suicide", "Suicide as a crime or a success",
    because: "Such words blame, and can hurt those who are at risk or bereaved.",
    write: "write 'died by suicide', 'attempted suicide' or 'took their own life'", reach: .speech)
  static let blame = StyleRule(
    "style-blame", "Words that blame a person",
    because: "Patients read their records, and blame closes the door that a referral wants to open.",
    write: "say what happened: 'said no', 'did not come', 'stopped taking it'")
  static let stigma = StyleRule(
    "style-stigma", "Words that shame people who are ill",
    because: "Shame keeps people from asking for help.", write: "say what the person has or does")
  static let lonelinessLabel = StyleRule(
    "style-loneliness-label", "Loneliness as a label for people",
    because: "In the study, groups described as being for lonely people put patients off.",
    write: "write 'people who are lonely', or better what they said", from: .sourceStudy)
  static let groupLabel = StyleRule(
    "style-group-label", "Group named after what is wrong with people",
    because: "In the study, such labels kept patients away.", write: "say what people do there",
    from: .sourceStudy)

  static let people: [StyleRule] = [
    ethnicity, homeless, personFirst, age, suffering, suicide, blame, stigma, lonelinessLabel, groupLabel,
  ]
}

extension PhraseRule {
  static let people: [PhraseRule] = [
    PhraseRule(.ethnicity, ["bame|bme"]),
    PhraseRule(
      .homeless,
      ["homeless people|persons=people who are homeless", "the homeless $", "rough sleeper|sleepers"]),
    PhraseRule(
      .personFirst,
      [
        "the disabled|blind|deaf|handicapped|vulnerable|depressed|bereaved|poor $",
        "the mentally ill|unwell $", "mentally ill people|patients|person",
        "diabetics|epileptics|asthmatics|schizophrenics|alcoholics|addicts|depressives|paraplegics|anorexics",
        "schizophrenic|alcoholic|addict|epileptic|autistic $", "wheelchair-bound", "wheelchair bound",
        "confined to a|his|her|their wheelchair", "drug abuser|abusers|addict|addicts",
        "substance abuser|abusers", "handicapped", "afflicted|stricken with|by",
        "victim|victims of ?a depression|stroke|dementia|cancer|anxiety", "bed-blocker", "bed-blockers",
      ]),
    PhraseRule(
      .age,
      [
        "elderly", "pensioner|pensioners", "oap|oaps", "geriatric|geriatrics", "senior citizen|citizens",
        "old folk|folks|people", "the old|aged $",
      ]),
    PhraseRule(
      .suffering,
      [
        "suffers from|with=has", "suffer from|with=have", "suffered from|with=had",
        "suffering from|with=with", "sufferer|sufferers",
      ]),
    PhraseRule(
      .suicide,
      [
        "commit|commits|committed|committing suicide", "failed|successful|unsuccessful|completed suicide",
        "suicide bid|bids", "suicide attempt|attempts failed",
      ]),
    PhraseRule(.blame, blames),
    PhraseRule(
      .stigma,
      [
        "mental patient|patients", "the mad|insane|crazy $", "lunatic|lunatics", "psycho|psychos",
        "nutter|nutters", "loony|loonies", "crazy|mad people|person|patient|patients", "junkie|junkies",
        "mental case|cases", "basket case|cases",
      ]),
    PhraseRule(
      .lonelinessLabel,
      [
        "lonely|isolated|friendless ?and|or ?older|elderly|isolated|vulnerable people|patients|patient|person|adults|men|women|residents|individuals",
        "the lonely|isolated|friendless $", "the socially isolated $", "loner|loners",
      ]),
    PhraseRule(
      .groupLabel,
      [
        "mental-health ?gardening|walking|art|craft|singing|cooking|sports|football group|groups|club|choir|walk|walks|allotment|class|café",
        "depression|anxiety|loneliness ?gardening|walking|art|craft|singing|cooking group|groups|club|choir|walk|walks|allotment|class",
        "mental health ?gardening|walking|art|craft|singing|cooking|sports|football group|groups|club|choir|walk|walks|allotment|class",
        "group|club|class|choir|walk|lunch|session|course ?is|are for|at people|men|women|those|patients with depression|anxiety|loneliness|stress|schizophrenia",
        "group|club|class|choir|walk|lunch|session|course ?is|are for people|men|women|those|patients with low|poor|mental mood|health",
      ]),
  ]

  private static let blames = [
    "non compliant|compliance|adherent|adherence|concordant|attender|attenders|attendance|engaging",
    "noncompliant|noncompliance", "failed|fails|fail to attend|engage|comply|respond|come|follow",
    "frequent|heavy attender|attenders|flyer|flyers",
    "patient|patients|he|she|they|person|who|woman|man refused|refuses|refuse",
    "refused|refuses|refusing ?a|the|any|all|further|our|their|his|her help|treatment|referral|referrals|support|medicine|care",
    "poor|bad|unreliable historian", "heartsink|heartsinks",
    "hard|difficult to reach group|groups|people|patients",
    "hard-to-reach", "difficult patient|patients", "time waster|wasters", "attention seeking|seeker",
    "manipulative", "dna'd|dnaed", "revolving-door", "drug seeking|seeker|seekers",
    "patient|he|she denies|denied", "denies|denied drinking|suicidal|alcohol|drug|drugs",
    "aggressive|challenging patient|patients", "unmotivated", "worried well $", "lacks|lacking insight",
    "did not bother to", "bed blocker|blockers",
  ]
}
