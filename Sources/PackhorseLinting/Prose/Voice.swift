/// Who speaks in a text.
enum Voice: Sendable {
  /// The site, to its reader.
  case site
  /// A person: in a story, in a turn of a conversation, between quotation marks.
  case person
  /// Words that are shown as what not to say.
  case mistake
}
