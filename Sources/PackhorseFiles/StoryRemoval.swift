import PackhorseCore

/// Takes a story and its traces out of an output.
///
/// Its pictures go before its page: nothing but the page tells which they are, and a withdrawal that is killed in
/// between has to find them when it is run again.
struct StoryRemoval {
  private let output: Descriptor
  /// Nil where no record of a write is left: every file then counts as ours.
  private let ours: Set<String>?
  private let traces: StoryTraces
  private let pages: StandInPages
  private let address: String
  /// Files that the story links to and that nothing else was seen to name.
  private var pictures: Set<String> = []
  /// Other files of ours that tell of the story.
  private var telling: [String] = []
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
    try readStory()
    try sweep(output, below: "", depth: 0)
    for picture in pictures.sorted() where isOurs(picture) { try remove(picture) }
    try replace(address, with: pages.withdrawn)
    for address in telling {
      switch fileExtension(of: address) {
      case "html", "htm": try replace(address, with: pages.rebuilding)
      default: try remove(address)
      }
    }
    try output.synchroniseFileSystem()
    report.replaced.sort()
    report.removed.sort()
    report.foreign.sort()
  }

  private mutating func readStory() throws(FileFailure) {
    guard let (folder, name) = try place(of: address) else { return }
    pictures = linkedFiles(of: try bytes(of: name, in: folder), at: address)
  }

  private func bytes(of name: String, in folder: Descriptor) throws(FileFailure) -> [UInt8] {
    let file = try folder.open(name, .read)
    return try file.readAll(size: file.status().size)
  }

  private mutating func sweep(_ folder: Descriptor, below path: String, depth: Int) throws(FileFailure) {
    guard depth < Descriptor.deepest else { throw .tooDeep(folder.path) }
    for entry in try folder.entries() {
      guard let name = entry.text else { continue }
      let address = path + name
      switch try folder.kind(of: entry) {
      case .folder: try sweep(folder.open(name, .folder), below: address + "/", depth: depth + 1)
      case .file where address != self.address: lookInto(name, at: address, in: folder)
      default: break
      }
    }
  }

  private mutating func lookInto(_ name: String, at address: String, in folder: Descriptor) {
    let kind = fileExtension(of: name)
    guard kind != "zip" else {
      // An archive of the site holds its pages compressed: nobody can see whether the story is in it.
      if isOurs(address) { telling.append(address) }
      return
    }
    if StoryRemoval.opaque.contains(kind) { return }
    // Of a file that cannot be read, nobody can see it either.
    if let bytes = try? bytes(of: name, in: folder), !traces.occur(in: bytes, at: address) {
      keepPictures(namedIn: bytes)
    } else if isOurs(address) {
      telling.append(address)
    } else {
      report.foreign.append(address)
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

  private mutating func replace(_ address: String, with page: [UInt8]) throws(FileFailure) {
    guard let (folder, name) = try place(of: address) else { return }
    try folder.replaceFile(name, with: page)
    report.replaced.append(address)
  }

  private mutating func remove(_ address: String) throws(FileFailure) {
    guard let (folder, name) = try place(of: address) else { return }
    try folder.removeFile(name)
    report.removed.append(address)
  }

  /// Where a file lies; nil where there is none.
  private func place(of address: String) throws(FileFailure) -> (folder: Descriptor, name: String)? {
    guard let place = try output.descend(to: address, making: false),
      try place.folder.status(of: place.name) != nil
    else { return nil }
    return place
  }
}
