import Testing

@testable import PackhorseStatistics

@Suite struct NormalShareTests {
  @Test(arguments: referenceRows("normal_quantile.csv"))
  func isTheInverseOfTheQuantile(row: ReferenceRow) throws {
    let p = try row.number("p")
    let z = try row.number("z")
    // A share near 0 moves by z² times the rounding of z.
    #expect(agree(normalShare(below: z), p, to: 2e-15 * max(10, z * z)))
  }

  @Test func endsAtNoneAndAll() {
    #expect(normalShare(below: -.infinity) == 0 && normalShare(below: .infinity) == 1)
    #expect(normalShare(below: 0) == 0.5 && normalShare(below: -0.0) == 0.5)
    #expect(normalShare(below: -1e200) == 0 && normalShare(below: 1e200) == 1)
    #expect(normalShare(below: -38) > 0 && normalShare(below: -39.9).isFinite)
    #expect(normalShare(below: .nan).isNaN)
  }
}
