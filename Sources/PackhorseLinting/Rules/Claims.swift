extension StyleRule {
  static let stopMedicine = StyleRule(
    "style-stop-medicine", "Medicine stopped or reduced, with no word of the prescriber",
    because: "Stopping some medicines at once is dangerous; nobody does so without the prescriber.",
    write: "say in the same sentence that the prescriber decides it with the person", reach: .speech)
  static let insteadOfCare = StyleRule(
    "style-instead-of-care", "Activity in the place of treatment",
    because: "Social prescribing stands beside treatment and replaces none of it.",
    write: "write 'beside' or 'as well as', and that treatment goes on", reach: .speech)
  static let promise = StyleRule(
    "style-promise", "Promise that it will work", because: "Nobody knows that of one person.",
    write: "say what may happen, and that it may not")
  static let proof = StyleRule(
    "style-proof", "Claim of proof",
    because: "Studies make something more or less likely; evidence here is mixed.",
    write: "say what was found, where, and how sure that is")
  static let cause = StyleRule(
    "style-cause", "Cause told from a difference",
    because:
      "A before-and-after difference has other reasons too, such as people coming when at their worst.",
    write: "say what was seen, and that the reason is not known; or cite the trial that shows it")
  static let uncitedResearch = StyleRule(
    "style-uncited-research", "Research without a citation",
    because: "A reader cannot look up which studies, and how good they are.",
    write: "cite the work: [@key]")
  static let generalisation = StyleRule(
    "style-generalisation", "What a whole group says or thinks, without a source",
    because: "A study asked some people in one place.",
    write: "say who was asked, and cite it: 'in a study of 17 GPs'")

  static let claims: [StyleRule] = [
    stopMedicine, insteadOfCare, promise, proof, cause, uncitedResearch, generalisation,
  ]
}

extension PhraseRule {
  private static let medicines =
    "antidepressant|antidepressants|tablet|tablets|medicine|medicines|medication|pills|sertraline|citalopram|fluoxetine"
  private static let whose = "?your|the|his|her|their|all|any|a|an|my"
  private static let treatments =
    "antidepressant|antidepressants|medicine|medicines|medication|treatment|therapy|therapies|counselling|tablets"

  static let claims: [PhraseRule] = [
    PhraseRule(
      .stopMedicine,
      [
        "stop|stops|stopped|stopping ?taking \(whose) \(medicines)",
        "come|comes|came|coming off \(whose) \(medicines)",
        "reduce|reduces|reducing|cut|cutting|lower|lowering|halve|halving ?down \(whose) \(medicines)|dose|doses",
        "no longer need|needs|needed \(whose) \(medicines)",
        "wean|weaned|weaning … off \(whose) \(medicines)",
        "skip|skipping|miss \(whose) \(medicines)|dose|doses",
      ],
      unless: """
        not never nobody no-one don't cannot prescriber prescribers prescribed doctor doctors pharmacist clinician \
        clinicians without whether asks asked no says said tells told wants
        """),
    PhraseRule(
      .insteadOfCare,
      [
        "alternative|alternatives|substitute to|for ?taking \(whose) ?talking|psychological|medical \(treatments)",
        "instead of|taking ?of ?taking \(whose) ?talking|psychological|medical \(treatments)",
        "rather than ?taking \(whose) ?talking|psychological|medical \(treatments)",
        "in place of \(whose) ?talking|psychological|medical \(treatments)",
        "replace|replaces|replaced|replacing \(whose) ?talking|psychological|medical \(treatments)",
      ], unless: "not never nobody neither cannot no nothing don't"),
    PhraseRule(
      .promise,
      [
        "will help|make|leave … feel|recover|sleep ?much better|happier|healthier|less|well",
        "will make you|them|people|patients|him|her happier|healthier|better|well",
        "will improve|boost|lift|raise ?your|their|his|her|people's mood|wellbeing|health|sleep|life|lives|mental",
        "will cure|heal", "will change ?your|their|his|her life|lives", "guarantee|guarantees|guaranteed to",
        "is|are certain|sure to help|work|improve", "always|never works|work|helps|help|fails|fail",
        "will work for everyone|everybody|you|all", "will|would feel better|happier|healthier",
        "miracle|miracles|miraculous",
      ], unless: "may might not nobody nothing cannot whether if promise no"),
    PhraseRule(
      .proof,
      [
        "proves|proved that", "proven", "proof that|of it|social|this|referrals",
        "prove|proves|proved it|they|social works|work|effective",
        "clinically|scientifically proved|proven",
      ], unless: "not no nothing nobody cannot neither never without yet claim claims premature"),
    PhraseRule(
      .cause,
      [
        "because of|our ?the|a|our|this social|referral|referrals|group|groups|service|programme|project|scheme",
        "thanks to ?the|a|our|this social|referral|referrals|group|groups|service|programme|project|scheme|link",
        "due to ?the|a|our|this social|referral|referrals|group|groups|service|programme|project|scheme",
        "as a result of ?the|a|our|this social|referral|referrals|group|groups|service|programme|project|scheme",
      ],
      unless: "not may might trial whether if claim unknown no cannot nothing",
      needs: """
        score scores higher lower fewer less improved fell rose dropped appointments wellbeing better reduced \
        increased changed change
        """, isAnsweredByCitation: true),
    PhraseRule(
      .cause,
      [
        "reduces|reduced|cut|cuts|lowered|raised|improved|increased … by ?about|nearly|over|almost #",
        "led|leads to ?a|an fewer|lower|higher|better|reduction|improvement|increase|fall|drop|large|big",
        "resulted|results in ?a|an fewer|lower|higher|better|reduction|improvement|increase|fall|drop|large|big",
        "saved|saves the nhs|practice|taxpayer|system",
      ], unless: "not may might trial whether if claim claims unknown no would could cannot nothing",
      isAnsweredByCitation: true),
    PhraseRule(
      .uncitedResearch,
      [
        """
        studies|research|evidence|trials|surveys|reviews ?has|have|clearly|often|also \
        show|shows|shown|suggest|suggests|prove|proves|find|finds|found|tells|confirm|confirms ?that|us
        """,
        "it is well|widely known|established|accepted|recognised", "experts agree|say|think|believe",
        "it has been shown|proven|proved",
      ], unless: "no nothing not whether if what how which", isAnsweredByCitation: true),
    PhraseRule(
      .generalisation,
      [
        """
        gps|doctors|patients|clinicians|nurses|receptionists|practitioners ?often|usually|all|always|generally \
        say|think|feel|believe|want|like|dislike|fear|worry|prefer|hate|love
        """
      ], unless: "some many may might if what whether how when where few who which should your our",
      isAnsweredByCitation: true),
  ]
}
