import PackhorseCore

extension StyleRule {
  static let headingQuestion = StyleRule(
    "style-heading-question", "Heading that asks", because: "Who scans a page looks for answers.",
    write: "say what stands below it", from: .serviceManual, reach: .everything)
  static let headingCase = StyleRule(
    "style-heading-case", "Heading with capitals on most words",
    because: "Sentence case is faster to read, and shows what is a name.",
    write: "write one capital at the beginning, and those of names", from: .serviceManual, reach: .everything)
  static let titleLength = StyleRule(
    "style-title-length", "Title of more than 65 characters",
    because: "Tabs, menus and search results cut it off.",
    write: "make it shorter", from: .serviceManual, reach: .everything)
  static let headingStop = StyleRule(
    "style-heading-stop", "Stop or colon behind a heading", because: "A heading is no sentence.",
    write: "leave it out",
    reach: .everything)
  static let headingDepth = StyleRule(
    "style-heading-depth", "Heading of level 5 or 6", because: "Nobody keeps track of so many levels.",
    write: "use levels 2 to 4", from: .serviceManual, reach: .everything)
  static let linkWords = StyleRule(
    "style-link-words", "Link that does not say where it leads",
    because: "Screen readers list links without what stands about them.",
    write: "name what the reader will find", from: .serviceManual, reach: .everything)
  static let bareAddress = StyleRule(
    "style-bare-address", "Web address as text", because: "It is read out sign by sign.",
    write: "make a link whose words say where it leads", from: .serviceManual, reach: .everything)
  static let linkStop = StyleRule(
    "style-link-stop", "Full stop inside a link", because: "The stop belongs to the sentence.",
    write: "put it behind the link", from: .serviceManual, reach: .everything)
  static let linkTwice = StyleRule(
    "style-link-twice", "Same words that lead to two places", because: "In a list of links they look alike.",
    write: "say what is different", reach: .everything)
  static let documentLink = StyleRule(
    "style-document-link", "Link to a document that does not say its kind",
    because: "It opens another program and may be large.",
    write: "end its words as in '(PDF, 545KB)', and have the same as a page", from: .serviceManual,
    reach: .everything)
  static let click = StyleRule(
    "style-click", "'Click'", because: "Not everybody has a mouse.", write: "write 'choose' or 'go to'")
  static let listLength = StyleRule(
    "style-list-length", "Bulleted list of more than six items", because: "A long list is skimmed.",
    write: "group the items, or leave some out", from: .serviceManual, reach: .everything)
  static let singleItem = StyleRule(
    "style-single-item", "List of one item", because: "One item is a sentence.", write: "write it as text",
    reach: .everything)
  static let doDontItems = StyleRule(
    "style-do-dont-items", "Fewer than two items on a side of dos and don'ts",
    because: "The service manual uses the block for two or more.", write: "write it as text, or add one",
    from: .serviceManual, reach: .everything)
  static let dontWording = StyleRule(
    "style-dont-wording", "Item below 'Don't' that does not say so itself",
    because: "Read on its own it sounds like advice.", write: "begin it with 'Do not'", from: .serviceManual,
    reach: .everything)
  static let tableHeader = StyleRule(
    "style-table-header", "Table without column headings",
    because: "A screen reader reads the heading with each cell.", write: "fill in the first row",
    reach: .everything)
  static let altPrefix = StyleRule(
    "style-alt-prefix", "Description that begins with 'Image of'",
    because: "A screen reader says that it is an image.", write: "begin with what it shows",
    reach: .everything)
  static let italics = StyleRule(
    "style-italics", "Italics", because: "They are hard to read on a screen and for dyslexic readers.",
    write: "leave them out, or use bold sparingly", from: .serviceManual)
  static let bold = StyleRule(
    "style-bold", "Much bold in one paragraph", because: "Where all stands out, nothing does.",
    write: "keep bold for one or two words", from: .serviceManual)
  static let sentenceLength = StyleRule(
    "style-sentence-length", "Sentence of more than 20 words",
    because: "Readers lose the beginning before they reach the end.",
    write: "make two sentences of it", from: .serviceManual)
  static let paragraphLength = StyleRule(
    "style-paragraph-length", "Paragraph of more than three sentences",
    because: "Short paragraphs are easier to come back to.", write: "begin a new one", from: .serviceManual)
  static let readingAge = StyleRule(
    "style-reading-age", "Page that may be hard to read",
    because:
      "The service manual uses such scores to decide what to look at first, and for nothing else.",
    write: "read it aloud; shorter words and sentences help", from: .serviceManual, level: .note)
  static let siteTitle = StyleRule(
    "style-nhs-title", "'NHS' in the site's title",
    because: "The letters are a trade mark, and a reader would take the site for an official one.",
    write: "leave it out unless you may use the identity", from: .identity, reach: .everything)

  static let structure: [StyleRule] = [
    headingQuestion, headingCase, titleLength, headingStop, headingDepth, linkWords, bareAddress, linkStop,
    linkTwice, documentLink, click, listLength, singleItem, doDontItems, dontWording, tableHeader, altPrefix,
    italics, bold, sentenceLength, paragraphLength, readingAge, siteTitle,
  ]
}
