import PackhorseCore

extension Frame {
  /// The published figures, the coverage and the directory as data to use elsewhere.
  func dataFiles() -> [OutputFile] {
    var files: [OutputFile] = []
    if hasData, site.evidence.hasSeries {
      files.append(
        OutputFile(
          address: .outcomesData, digest: digests.site,
          content: .rendered { [self] in publishedCSV(site.evidence, text: EvidenceText(words)) }))
    }
    if hasData, site.evidence.hasFigures {
      files.append(
        OutputFile(
          address: .areasData, digest: digests.site,
          content: .rendered { [self] in areasCSV(site.evidence) }))
      if !site.evidence.moves.isEmpty {
        files.append(
          OutputFile(
            address: .movesData, digest: digests.site,
            content: .rendered { [self] in movesCSV(site.evidence) }))
      }
    }
    if isOpenData {
      files += [
        siteFile(.dataNotes) { $0.dataNotes(DataDescription($0.site)) },
        siteFile(.dataPackage) { DataDescription($0.site).dataPackage },
        siteFile(.tableMetadata) { DataDescription($0.site).tableMetadata },
      ]
    }
    if hasCoverage {
      files.append(
        OutputFile(
          address: .coverageData, digest: digests.site,
          content: .rendered { [self] in coverageCSV(of: publication) }))
    }
    if hasData, publication.allGroups.contains(where: \.isListed) {
      files.append(
        OutputFile(
          address: .groupsData, digest: digests.site,
          content: .rendered { [self] in groupsJSON(of: publication) }))
    }
    return files
  }

  private func siteFile(_ address: Address, _ make: @escaping @Sendable (Frame) -> [UInt8]) -> OutputFile {
    OutputFile(address: address, digest: digests.site, content: .rendered { [whenMade] in make(whenMade()) })
  }

  /// The check-ins of pathways that a group of readers starts together, as calendar files.
  func calendars() -> [OutputFile] {
    publication.pathways.compactMap { pathway in
      pathway.calendarAddress.map { address in
        OutputFile(
          address: address, digest: digests.site,
          content: .rendered { [self] in checkInCalendar(of: pathway, in: publication) })
      }
    }
  }

  /// The style sheet and whatever else the theme keeps in assets/.
  func themeFiles() -> [OutputFile] {
    publication.templates.filter { $0.name.hasPrefix("assets/") }.map { asset in
      OutputFile(
        address: Address(asset.name), digest: digests.settings, content: .rendered { asset.bytes })
    }
  }

  /// The words that the script shows, and the files of the theme's script/ in the order of their names, as one script.
  func script() -> OutputFile {
    let parts = publication.templates.filter { $0.name.hasPrefix("script/") }
    return OutputFile(
      address: .script, digest: digests.settings,
      content: .rendered { [words] in
        var writer = ByteWriter(capacity: 65_536)
        writer.write(scriptWords: words)
        for part in parts {
          writer.write("\n")
          writer.writeReady(part.bytes[...])
        }
        return writer.bytes
      })
  }

  func copiedFiles() -> [OutputFile] {
    publication.copies.map { copy in
      OutputFile(
        address: copy.address, digest: copy.state.map { contentDigest(of: copy, in: $0) },
        content: .copied(source: copy.source))
    }
  }

  /// Former addresses, each a page that leads on.
  func redirects() -> [OutputFile] {
    publication.redirects.map { redirect in
      OutputFile(
        address: redirect.from, digest: digests.site,
        content: .rendered { [self] in
          templates.fill(RedirectPage(frame: self, redirect: redirect)).bytes
        })
    }
  }

  /// The page that a server shows for an address that nothing has.
  func notFound() -> OutputFile {
    OutputFile(
      address: .notFound, digest: digests.site,
      content: .rendered { [self] in templates.fill(NotFoundPage(frame: self)).bytes })
  }

  /// A feed of what was reviewed last and of the latest figures, in both its forms; it needs the site's public address.
  func feeds() -> [OutputFile] {
    guard let url = publication.settings.url else { return [] }
    return [
      siteFile(place(.atomFeed)) { Feed($0, at: url).atom },
      siteFile(place(.jsonFeed)) { Feed($0, at: url).json },
    ]
  }

  /// A list of all pages; it needs the site's public address.
  func sitemap(of pages: [PlannedPage]) -> [OutputFile] {
    guard let url = publication.settings.url, publication.settings.audience == .public else { return [] }
    let heads = pages.map(\.head).filter(\.isForSearch)
    return [
      OutputFile(
        address: .sitemap, digest: digests.site,
        content: .rendered { siteMap(of: heads.sorted { $0.address < $1.address }, at: url) })
    ]
  }
}
