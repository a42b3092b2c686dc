/// A value in words, with all that is in it, and sets and dictionaries in the order of their words: the same for equal
/// values in every process.
func described(_ value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  let parts = mirror.children.map { child in (child.label.map { "\($0): " } ?? "") + described(child.value) }
  switch mirror.displayStyle {
  case .set, .dictionary: return "{\(parts.sorted().joined(separator: ", "))}"
  case .enum where parts.isEmpty, nil: return "\(value)"
  default: return "(\(parts.joined(separator: ", ")))"
  }
}
