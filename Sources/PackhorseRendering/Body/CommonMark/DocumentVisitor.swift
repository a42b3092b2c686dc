package import PackhorseCore

/// What a walk over a document calls at each node.
package protocol DocumentVisitor: ~Copyable {
  /// Called before a node's children. False passes over them, and `leave` is not called for the node.
  mutating func enter(_ index: Int, of document: Document) -> Bool
  /// Called after a node's children, of which there may be none.
  mutating func leave(_ index: Int, of document: Document)
}

extension Document {
  /// Visits a range of siblings and all that is in them, in reading order, whatever the depth.
  package func walk(_ range: Range<Int>, with visitor: inout some DocumentVisitor & ~Copyable) {
    var open: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if visitor.enter(index, of: self) {
        open.append(index)
        index += 1
      } else {
        index = nodes[index].end
      }
      while let last = open.last, nodes[last].end == index {
        visitor.leave(last, of: self)
        open.removeLast()
      }
    }
  }
}
