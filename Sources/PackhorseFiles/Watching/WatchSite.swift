import Dispatch
import Glibc

/// Tells of every change of what a build reads, from the moment this returns, until nobody listens.
///
/// Changes that come while nobody takes the last one count as one. Backup and swap files of editors, the output and
/// `.packhorse/` are passed over; of the latter only the list of withdrawn stories counts.
///
/// - Parameters:
///   - siteFolder: The folder that holds `content/`.
///   - polling: Looks at the files again and again, as for a file system that gives no notice.
///   - resorting: Hears why, where the system gives no notice and the files are looked at instead.
/// - Returns: An element for each burst of changes that is over.
/// - Throws: `FileFailure` where there is no such site.
package func watchSite(
  at siteFolder: String, polling: Bool, resorting: @escaping @Sendable (_ reason: String) -> Void = { _ in }
) throws(FileFailure) -> AsyncStream<Void> {
  let site = try SiteFolder(at: siteFolder)
  guard try site.folder.status(of: SitePart.content.rawValue) != nil else { throw .noSite(siteFolder) }
  let (stop, listening) = try Descriptor.pipe()
  let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  // The pipe is closed with this function: a thread that waits on its other end then wakes up.
  continuation.onTermination = { _ in withExtendedLifetime(listening) {} }
  @Sendable func polled(because failure: FileFailure) -> PolledChanges {
    resorting(failure.reason)
    return PolledChanges(site: site, stop: stop)
  }
  let source: any ChangeSource
  if polling {
    source = PolledChanges(site: site, stop: stop)
  } else {
    do throws(FileFailure) { source = try FolderNotices(site: site, stop: stop) } catch {
      source = polled(because: error)
    }
  }
  // Waiting blocks a thread: it has one of its own.
  DispatchQueue(label: "packhorse.watch").async {
    guard let failure = tell(of: source, to: continuation) else { return }
    let rest = polled(because: failure)
    continuation.yield()
    _ = tell(of: rest, to: continuation)
  }
  return changes
}

/// Tells of changes until nobody listens, or until the source fails.
private func tell(
  of source: some ChangeSource, to continuation: AsyncStream<Void>.Continuation
) -> FileFailure? {
  var source = source
  do throws(FileFailure) {
    while try source.next() { continuation.yield() }
    return nil
  } catch {
    return error
  }
}

extension Descriptor {
  /// A pipe's end to read from and its end to write to.
  static func pipe() throws(FileFailure) -> (Descriptor, Descriptor) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .system("made", "a pipe") }
    return (Descriptor(number: ends[0], path: "a pipe"), Descriptor(number: ends[1], path: "a pipe"))
  }
}
