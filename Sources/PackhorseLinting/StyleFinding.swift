package import PackhorseCore

/// A place where a rule is not kept, with what mends it where that is safe.
package struct StyleFinding: Sendable {
  /// Other bytes for a range of the file.
  package struct Fix: Sendable, Hashable {
    package var range: Range<Int>
    package var replacement: [UInt8]
  }

  package var diagnostic: Diagnostic
  package var fix: Fix?

  package init(_ diagnostic: Diagnostic, fix: Fix? = nil) {
    self.diagnostic = diagnostic
    self.fix = fix
  }
}

/// The bytes of a file with what is safe to mend mended; of two fixes that touch, the first is made.
package func mended(_ bytes: [UInt8], by findings: [StyleFinding]) -> [UInt8] {
  let fixes = findings.compactMap(\.fix).sorted {
    ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
  }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var done = 0
  for fix in fixes where fix.range.lowerBound >= done && fix.range.upperBound <= bytes.count {
    result += bytes[done..<fix.range.lowerBound]
    result += fix.replacement
    done = fix.range.upperBound
  }
  return result + bytes[done...]
}
