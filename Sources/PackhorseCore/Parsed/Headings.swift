/// A page's headings in their order.
///
/// They are kept packed: a large site has some hundred thousand of them, and each is asked for once or twice.
package struct Headings: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
  private var packed = PackedWriter()
  package private(set) var count = 0

  package init() {}

  package init(arrayLiteral headings: Outline.Heading...) {
    self.init()
    for heading in headings { append(heading) }
  }

  package var isEmpty: Bool { count == 0 }

  package mutating func append(_ heading: Outline.Heading) {
    packed.write(heading.level)
    packed.write(heading.anchor)
    packed.write(heading.text)
    count += 1
  }

  package func makeIterator() -> Iterator { Iterator(rest: PackedReader(packed.bytes[...])) }

  package struct Iterator: IteratorProtocol {
    fileprivate var rest: PackedReader

    package mutating func next() -> Outline.Heading? {
      try? Outline.Heading(level: rest.number(), anchor: rest.text(), text: rest.text())
    }
  }
}
