/// `[ ] ` or `[x] ` at the beginning of a list item.
struct TaskMark {
  let isDone: Bool
  /// The mark with the blanks behind it.
  let length: Int

  init?(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let mark = text.prefix(3)
    let blanks = text.dropFirst(3).prefix(while: \.isBlank).count
    guard blanks > 0 else { return nil }
    if mark.elementsEqual("[ ]".utf8) {
      isDone = false
    } else if mark.elementsEqual("[x]".utf8) || mark.elementsEqual("[X]".utf8) {
      isDone = true
    } else {
      return nil
    }
    length = 3 + blanks
  }
}
