/// A place where bytes wait from one stage to a later one.
package struct Shelf: Sendable {
  /// The way back to bytes that were put down; throws what the disk throws.
  package typealias Fetch = @Sendable () throws -> [UInt8]

  /// Takes bytes.
  package let put: @Sendable ([UInt8]) -> Fetch

  package init(put: @escaping @Sendable ([UInt8]) -> Fetch) {
    self.put = put
  }

  /// Holds everything in memory.
  package static let memory = Shelf { bytes in { bytes } }
}
