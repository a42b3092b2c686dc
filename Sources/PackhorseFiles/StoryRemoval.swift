import PackhorseCore

/// Takes a story and its traces out of an output, the story itself first.
struct StoryRemoval {
  private let output: Descriptor
  /// Nil where no record of a write is left: every file then counts as ours.
  private let ours: Set<String>?
  private let traces: StoryTraces
  private let pages: StandInPages
  private let address: String
  /// Files that the story links to and that nothing else was seen to name.
  private var pictures: Set<String> = []
  private(set) var report: WithdrawalReport

  init(output: Descriptor, ours: Set<String>?, traces: StoryTraces, pages: StandInPages) {
    self.output = output
    self.ours = ours
    self.traces = traces
    self.pages = pages
    address = "stories/\(traces.id).html"
    report = WithdrawalReport(story: traces.id)
  }

  mutating func run() throws(FileFailure) {
    try replaceStory()
    try sweep(output, below: "", depth: 0)
    for picture in pictures.sorted() where isOurs(picture) { try remove(picture) }
    try output.synchroniseFileSystem()
    report.replaced.sort()
    report.removed.sort()
    report.foreign.sort()
  }

  private mutating func replaceStory() throws(FileFailure) {
    guard let (folder, name) = try output.descend(to: address, making: false), folder.status(of: name) != nil
    else {
      return
    }
    let file = try folder.open(name, .read)
    pictures = linkedFiles(of: try file.readAll(size: file.status().size), at: address)
    try folder.replaceFile(name, with: pages.withdrawn)
    report.replaced.append(address)
  }

  private mutating func sweep(_ folder: Descriptor, below path: String, depth: Int) throws(FileFailure) {
    guard depth < Descriptor.deepest else { throw .tooDeep(folder.path) }
    for entry in try folder.entries() {
      guard let name = entry.text else { continue }
      let address = path + name
      switch entry.kind ?? folder.status(of: name)?.kind {
      case .folder: try sweep(folder.open(name, .folder), below: address + "/", depth: depth + 1)
      case .file where address != self.address: try lookInto(name, at: address, in: folder)
      default: break
      }
    }
  }

  private mutating func lookInto(_ name: String, at address: String, in folder: Descriptor)
    throws(FileFailure)
  {
    let kind = fileExtension(of: name)
    guard kind != "zip" else {
      // An archive of the site holds its pages compressed: nobody can see whether the story is in it.
      if isOurs(address) { try remove(address) }
      return
    }
    if StoryRemoval.opaque.contains(kind) { return }
    let file = try folder.open(name, .read)
    let bytes = try file.readAll(size: file.status().size)
    if !traces.occur(in: bytes, at: address) {
      keepPictures(namedIn: bytes)
    } else if !isOurs(address) {
      report.foreign.append(address)
    } else if kind == "html" || kind == "htm" {
      try folder.replaceFile(name, with: pages.rebuilding)
      report.replaced.append(address)
    } else {
      try remove(address)
    }
  }

  /// Kinds that hold no text to look for.
  private static let opaque: Set = ["png", "jpg", "jpeg", "webp", "pdf", "mp4", "mp3", "woff2", "ico"]

  private mutating func keepPictures(namedIn bytes: [UInt8]) {
    pictures = pictures.filter { picture in
      let name = pathParts(picture).last ?? picture
      return !bytes.has(name) && !bytes.has(percentEncoded(name))
    }
  }

  private func isOurs(_ address: String) -> Bool { ours?.contains(address) ?? true }

  private mutating func remove(_ address: String) throws(FileFailure) {
    guard let (folder, name) = try output.descend(to: address, making: false), folder.status(of: name) != nil
    else {
      return
    }
    try folder.removeFile(name)
    report.removed.append(address)
  }
}
