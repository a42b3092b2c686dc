extension StyleRule {
  static let contraction = StyleRule(
    "style-contraction", "Short form of 'not'",
    because: "Some readers, and many who read in a second language, miss the 'not' in it.",
    write: "write 'not' as a word of its own: 'do not', 'cannot'", from: .serviceManual)
  static let latin = StyleRule(
    "style-latin", "Latin abbreviation", because: "Screen readers misread it and not everybody knows it.",
    write: "write 'for example', 'that is' or 'and so on'", from: .serviceManual)
  static let medication = StyleRule(
    "style-medication", "'Medicine' in a longer word",
    because: "The service manual says 'medicine', and one word for one thing is easier to follow.",
    write: "write 'medicine'", from: .serviceManual)
  static let plainWord = StyleRule(
    "style-plain-word", "Word that has a plainer one",
    because: "Plain words are read faster, by professionals too.", write: "write it in everyday words")
  static let wordyPhrase = StyleRule(
    "style-wordy-phrase", "Several words where one or two do",
    because: "What can be left out slows the reader down.",
    write: "say it in fewer words")
  static let jargon = StyleRule(
    "style-jargon", "Management jargon", because: "It says little to those who do not use it.",
    write: "say what is done, and who does it")
  static let serviceUser = StyleRule(
    "style-service-user", "Person named after a service", because: "People are more than what they use.",
    write: "write 'people', 'patients' or what they do")
  static let genderedWord = StyleRule(
    "style-gendered-word", "Word for one gender, or for two alone",
    because: "The person may be of any gender.",
    write: "write 'they', or a word such as 'chair'")
  static let compoundSpelling = StyleRule(
    "style-compound-spelling", "Word with a hyphen or blank that it has lost",
    because: "One spelling throughout is easier to read and to search for.", write: "write it as one word")
  static let americanSpelling = StyleRule(
    "style-american-spelling", "American spelling", because: "The site is written in British English.",
    write: "use the British spelling")
  static let measureName = StyleRule(
    "style-measure-name", "Name of a measure in another spelling",
    because: "A reader who looks the measure up has to find it.",
    write: "write the name as its authors do", reach: .everything)

  static let forms: [StyleRule] = [
    contraction, latin, medication, plainWord, wordyPhrase, jargon, serviceUser, genderedWord,
    compoundSpelling, americanSpelling, measureName,
  ]
}

extension PhraseRule {
  static let forms: [PhraseRule] = [
    PhraseRule(.contraction, contractions),
    PhraseRule(.medication, ["medication|medications=medicine|medicines", "!medication review|reviews"]),
    PhraseRule(.plainWord, plainWords),
    PhraseRule(.wordyPhrase, wordyPhrases),
    PhraseRule(
      .jargon,
      [
        "stakeholder|stakeholders", "going|moving forward $", "leverage|leverages|leveraging|leveraged",
        "empower|empowers|empowered|empowering|empowerment", "deep dive|dives", "deliverable|deliverables",
        "low hanging fruit", "touch base", "synergy|synergies", "cutting edge",
        "upskill|upskilled|upskilling", "blue sky thinking", "one stop shop", "learnings", "wraparound",
        "wrap around care|support", "hit the ground running", "joined up working",
      ]),
    PhraseRule(.click, ["click|clicking ?on the|a|any|here|button|link|this|it|below|next"]),
    PhraseRule(
      .serviceUser, ["service user|users", "end user|users", "client|clients", "customer|customers"]),
    PhraseRule(
      .genderedWord,
      [
        "chairman|chairmen|chairwoman|chairwomen", "manpower", "mankind", "man-made", "housewife|housewives",
        "spokesman|spokesmen", "he or she", "she or he", "his or her|hers", "her or his", "him or her",
      ]),
    PhraseRule(
      .compoundSpelling,
      [
        "e-mail=email", "e-mails=emails", "e-mailed=emailed", "on-line=online", "off-line=offline",
        "web site|sites=website", "well-being=wellbeing", "voice-mail=voicemail", "log-in=login",
      ]),
    PhraseRule(.americanSpelling, americanSpellings, sparesNames: true),
    PhraseRule(
      .measureName,
      [
        "phq9=PHQ-9", "phq2=PHQ-2", "gad7=GAD-7", "gad2=GAD-2", "who5=WHO-5", "ons 4=ONS4", "eq5d=EQ-5D",
        "swemwebs=SWEMWBS", "sewmwbs=SWEMWBS", "swemwsb=SWEMWBS", "wemwebs=WEMWBS", "mycaws=MYCaW",
      ]),
  ]

  /// What stands before a person is left for the author to turn round: "do not you" is no English.
  private static let contractions: [String] =
    [
      "don't=do not", "doesn't=does not", "didn't=did not", "can't=cannot", "couldn't=could not",
      "won't=will not", "wouldn't=would not", "shouldn't=should not", "isn't=is not", "aren't=are not",
      "wasn't=was not", "weren't=were not", "hasn't=has not", "haven't=have not", "hadn't=had not",
      "mustn't=must not", "needn't=need not", "shan't=shall not",
    ] + [
      """
      don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|\
      mustn't|needn't|ain't you|i|he|she|it|we|they|there|that|this
      """
    ]

  private static let plainWords = [
    "utilise|utilises|utilised|utilising=use|uses|used|using", "utilisation",
    "commence|commences|commenced|commencing=start|starts|started|starting",
    "endeavour|endeavours=try|tries", "endeavoured|endeavouring=tried|trying",
    "terminate|terminates|terminated=end|ends|ended", "facilitate|facilitates|facilitated|facilitating",
    "numerous=many", "approximately=about", "sufficient=enough", "ascertain|ascertains=find out|finds out",
    "purchase|purchases|purchased=buy|buys|bought", "assist|assists|assisted=help|helps|helped",
    "assistance=help", "obtain|obtains|obtained=get|gets|got", "regarding=about", "individuals=people",
    "persons=people", "subsequently=later", "whilst=while", "amongst=among", "expedite|expedites|expedited",
    "disseminate|disseminates|disseminated|disseminating", "necessitate|necessitates|necessitated",
    "aforementioned", "initiate|initiates|initiated=start|starts|started", "ameliorate|ameliorates",
    "cognisant", "pertaining", "per annum=a year", "methodology|methodologies", "thereafter", "herewith",
    "in lieu of=instead of", "liaise|liaises|liaised|liaising", "strategise", "operationalise",
  ]

  private static let wordyPhrases = [
    "in order to=to", "prior to=before", "in the event that=if", "in the event of",
    "due to the fact that=because", "in spite of the fact that=although", "at this point in time=now",
    "at the present time=now", "a large|great number of=many", "a small number of=a few",
    "a large|great|small number of the|these|those|our|them|us", "the majority of=most",
    "the majority of the|these|those|our|them|us", "with regard|regards|respect|reference to=about",
    "in relation to=about", "for the purpose|purposes of=for", "in the absence of=without",
    "on a regular basis=regularly", "on a daily|weekly|monthly basis", "until such time as=until",
    "has|have the ability to=can", "in close proximity to=near", "in the near future=soon",
    "take|takes into consideration=consider|considers", "in conjunction with=with", "subsequent to=after",
    "by means of=by", "in excess of=more than", "as a means of|to", "it is important to note that",
    "it should be noted that",
  ]

  private static let americanSpellings = [
    "behavior|behaviors|behavioral=behaviour|behaviours|behavioural",
    "organization|organizations=organisation|organisations",
    "organize|organizes|organized|organizing=organise|organises|organised|organising",
    "color|colors=colour|colours", "center|centers|centered=centre|centres|centred",
    "counseling=counselling", "counselor|counselors=counsellor|counsellors",
    "pediatric|pediatrics=paediatric|paediatrics",
    "recognize|recognizes|recognized=recognise|recognises|recognised",
    "realize|realizes|realized=realise|realises|realised", "prioritize|prioritized=prioritise|prioritised",
    "fulfill=fulfil", "labor=labour", "favorite|favorites=favourite|favourites",
    "neighbor|neighbors|neighborhood|neighborhoods=neighbour|neighbours|neighbourhood|neighbourhoods",
    "gray=grey", "traveling|traveled=travelling|travelled", "mom|moms=mum|mums",
    "analyze|analyzed=analyse|analysed", "hospitalized=hospitalised",
    "apologize|apologized=apologise|apologised",
    "personalized=personalised", "randomized=randomised", "summarize|summarized=summarise|summarised",
    "diarrhea=diarrhoea", "anemia=anaemia",
  ]
}
