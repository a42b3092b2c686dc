import PackhorseCore

extension Frame {
  /// True where browsers may keep the whole site for reading without a connection.
  var isKeptOffline: Bool { publication.settings.isKeptOffline }

  /// The worker that keeps the site, and the list of what it keeps.
  ///
  /// Films and sound are left to the network: nobody asked for so much to be stored.
  func offlineFiles(for files: [OutputFile]) -> [OutputFile] {
    guard isKeptOffline else { return [] }
    let worker = publication.templates.filter { $0.name.hasPrefix("offline/") }.flatMap(\.bytes)
    let kept = files.map(\.address).filter { !$0.path.hasSuffix(".mp4") && !$0.path.hasSuffix(".mp3") }
      .sorted()
    let version = version(of: files)
    return [
      OutputFile(address: .offlineWorker, digest: digests.settings, content: .rendered { worker }),
      OutputFile(
        address: .offlineList, digest: version,
        content: .rendered { [self] in offlineList(of: kept, version: version) }),
    ]
  }

  /// Another one for another site; the same for the same, wherever it is built.
  ///
  /// What is rendered has a digest of all that it depends on; that of a copied file is of its state on this machine, and
  /// is left out.
  private func version(of files: [OutputFile]) -> Digest {
    var builder = DigestBuilder()
    for file in files {
      builder.add(file.address.path)
      if case .rendered = file.content, let digest = file.digest { builder.add(digest) }
    }
    return builder.digest
  }

  /// `{"version": "…", "date": "23 November 2026", "files": ["index.html"]}`, with every file in order.
  private func offlineList(of addresses: [Address], version: Digest) -> [UInt8] {
    var writer = ByteWriter(capacity: 64 * (addresses.count + 2))
    writer.write("{\"version\": ")
    writer.write(json: String(version.low, radix: 16) + String(version.high, radix: 16))
    writer.write(", \"date\": ")
    writer.write(json: writtenDate(date, words: words))
    writer.write(", \"files\": [")
    for (index, address) in addresses.enumerated() {
      writer.write(index == 0 ? "\n" : ",\n")
      writer.write(json: percentEncoded(address.path))
    }
    writer.write("\n]}\n")
    return writer.bytes
  }
}
