import Foundation
import PackagePlugin

/// Embeds texts of the project in the binary, so that it needs no folder beside itself.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  /// The folders that a target carries, each with the path that its files get; a later file replaces an earlier one.
  private static let folders = [
    "PackhorseTheme": [(folder: "templates", path: "templates/"), ("words", "words/")],
    "PackhorseStarter": [(folder: "content", path: "content/"), ("starter", "")],
  ]

  /// The single files that a target carries, under their paths in the project.
  private static let singleFiles = ["PackhorseKit": ["docs/diagnostics.md"]]

  /// A picture would not fit into a literal, and is left out.
  private static let texts: Set = ["css", "csv", "js", "json", "md", "mustache", "svg", "yml"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    var files: [String: URL] = [:]
    for (folder, path) in Self.folders[target.name] ?? [] {
      let url = context.package.directoryURL.appending(path: folder)
      for name in FileManager.default.enumerator(atPath: url.path)?.compactMap({ $0 as? String }) ?? [] {
        let file = url.appending(path: name)
        if Self.texts.contains(file.pathExtension) { files[path + name] = file }
      }
    }
    for path in Self.singleFiles[target.name] ?? [] {
      files[path] = context.package.directoryURL.appending(path: path)
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let sorted = files.sorted { $0.key < $1.key }
    return [
      .buildCommand(
        displayName: "Embedding the files of \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path] + sorted.flatMap { [$0.key, $0.value.path] },
        inputFiles: sorted.map(\.value), outputFiles: [output])
    ]
  }
}
