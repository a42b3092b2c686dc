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
    var dependencies = DigestBuilder()
    dependencies.add(digests.site)
    for page in publication.pages { dependencies.add(page.source.version.digest) }
    for address in kept { dependencies.add(address.path) }
    return [
      OutputFile(address: .offlineWorker, digest: digests.settings, content: .rendered { worker }),
      OutputFile(
        address: .offlineList, digest: dependencies.digest,
        content: .rendered { [self] in offlineList(of: kept, version: try offlineVersion(of: files)) }),
    ]
  }

  /// Another one for another site; the same for the same, wherever it is built and whatever an earlier build knew.
  ///
  /// It is made of pages' sources, of templates, and of the bytes of all that comes of neither.
  private func offlineVersion(of files: [OutputFile]) throws -> Digest {
    var builder = DigestBuilder()
    let written = Set(publication.pages.map(\.address))
    for page in publication.pages { builder.add(page.source.version.digest) }
    for template in publication.templates {
      builder.add(template.name)
      builder.add(template.bytes[...])
    }
    for file in files {
      builder.add(file.address.path)
      guard !written.contains(file.address), !file.address.path.hasPrefix("search/"),
        case .rendered(let render) = file.content
      else { continue }
      builder.add(try render()[...])
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
