import PackhorseCore

/// Looks into the pictures that are going to be copied; what is only kept in the site folder is nobody's business.
func lookInto(_ copies: [CopiedFile], of assets: [AssetFile], jobs: Int) async -> [Diagnostic] {
  let wanted = Set(copies.map(\.source))
  let pictures = assets.filter { wanted.contains($0.path) && isLookedInto(path: $0.path) }
  return await concurrentMap(pictures, jobs: jobs) { (picture: AssetFile) -> [Diagnostic] in
    guard let bytes = try? picture.bytes() else { return [.unreadable(picture.path)] }
    return assetProblems(path: picture.path, bytes: bytes)
  }.flatMap(\.self)
}

extension Diagnostic {
  fileprivate static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "unreadable-file", "Picture '\(path)' cannot be read", at: .file(path),
      suggestion: "allow the account that runs the build to read it")
  }
}
