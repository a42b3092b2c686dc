import PackhorseCore

/// Looks into the pictures that are going to be copied; what is only kept in the site folder is nobody's business.
func lookInto(_ copies: [CopiedFile], of assets: [AssetFile], jobs: Int) async -> [Diagnostic] {
  let wanted = Set(copies.map(\.source))
  let pictures = assets.filter { wanted.contains($0.path) && isLookedInto(path: $0.path) }
  return await concurrentMap(pictures, jobs: jobs) { (picture: AssetFile) -> [Diagnostic] in
    do { return assetProblems(path: picture.path, bytes: try picture.bytes()) } catch {
      return [.unreadableFile(picture.path, error)]
    }
  }.flatMap(\.self)
}
