/// A line of a list of texts that a template arranges: `{{#objectives}}<li>{{line}}</li>{{/objectives}}`.
struct TextLine: Sendable {
  let text: String

  static let tags = TagTable<TextLine>([.text("line") { $0.text }])
}
