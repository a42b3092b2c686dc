package import PackhorseCore

/// Reads and types every file of a site; reports what is missing, unknown or malformed.
package func load(_ tree: FileTree, theme: [SourceFile], jobs: Int) async -> Outcome<SourceSite> {
  Outcome(SourceSite())
}
