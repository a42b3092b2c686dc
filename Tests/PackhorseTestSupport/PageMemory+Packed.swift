package import PackhorseCore

extension PageMemory {
  /// The memory as a build leaves it, in pieces: pages, then the index.
  package func packed(jobs: Int) async -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    await pack(jobs: jobs) { pieces.append($0) }
    return pieces
  }
}
