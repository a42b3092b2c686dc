package import PackhorseCore

extension FileParts {
  /// A file in memory, of pieces one after another.
  package init(_ pieces: [[UInt8]]) {
    let bytes = Array(pieces.joined())
    self.init(size: bytes.count) { Array(bytes[$0]) }
  }
}
