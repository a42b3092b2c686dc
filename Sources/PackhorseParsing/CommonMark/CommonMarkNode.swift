import CCommonMark

/// A node of libcmark's tree, valid only inside the closure that `withCommonMark` calls.
struct CommonMarkNode: Hashable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: CommonMarkNode? { CommonMarkNode(cmark_node_parent(pointer)) }
  var next: CommonMarkNode? { CommonMarkNode(cmark_node_next(pointer)) }
  var firstChild: CommonMarkNode? { CommonMarkNode(cmark_node_first_child(pointer)) }
  /// Of a block, the line on which it begins; libcmark counts lines inside a block too few.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// The column of the last byte.
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }
  var literal: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// Of a list, whether its paragraphs are written without `<p>`.
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var fenceInfo: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_fence_info(pointer)) }
  var destination: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_url(pointer)) }

  /// The number of the first item; nil for a bullet list.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  /// The title of a link or image; nil where none is written, which is not the same as an empty one (`""`).
  var title: UnsafeBufferPointer<UInt8>? {
    guard let title = cmark_node_get_title(pointer), Int(bitPattern: title) != Self.absentTitle else {
      return nil
    }
    return bytes(title)
  }

  /// Whether the literal begins with a byte: that is seen without finding out where it ends.
  func begins(with byte: UInt8) -> Bool {
    cmark_node_get_literal(pointer).map { UInt8(bitPattern: $0.pointee) == byte } ?? false
  }

  /// Where libcmark keeps the constant that it returns for a missing title; a written title never lies there.
  private static let absentTitle: Int = {
    let link = cmark_node_new(CMARK_NODE_LINK)
    defer { cmark_node_free(link) }
    return Int(bitPattern: cmark_node_get_title(link))
  }()

  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    var end = string
    while end.pointee != 0 { end += 1 }
    return UnsafeRawBufferPointer(start: string, count: end - string).assumingMemoryBound(to: UInt8.self)
  }
}
