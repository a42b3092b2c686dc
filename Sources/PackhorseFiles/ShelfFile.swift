import CFolderExchange
import Glibc
package import PackhorseCore
import Synchronization

/// A shelf for a large site: the first bytes are held in memory, the rest in a file without a name in `.packhorse/`.
///
/// Such a file is nobody's to find, and gone with the process however that ends. Where the file system has none or is
/// full, everything is held in memory.
package final class ShelfFile: Sendable {
  private let notes: NotesFolder
  private let held = Atomic<Int>(0)
  private let end = Atomic<Int>(0)
  private let file = Mutex<Opened>(.notYet)

  private enum Opened {
    case notYet, impossible
    case file(Descriptor)
  }

  /// What is held in memory, in bytes.
  private static let mostHeld = 8 << 20

  package init(holding lock: SiteLock) {
    notes = lock.notes
  }

  package var shelf: Shelf { Shelf { [self] in put($0) } }

  /// Forgets what lies in the file, once nobody will ask for it again: it then need not go to disk with the site.
  package func empty() {
    file.withLock { opened in
      if case .file(let file) = opened { _ = ftruncate(file.number, 0) }
    }
  }

  private func put(_ bytes: [UInt8]) -> Shelf.Fetch {
    let count = bytes.count
    if held.add(count, ordering: .relaxed).newValue <= ShelfFile.mostHeld { return { bytes } }
    guard let file = openedFile() else { return { bytes } }
    let offset = end.add(count, ordering: .relaxed).oldValue
    guard bytes.withUnsafeBytes({ pwrite(file.number, $0.baseAddress, count, offset) }) == count else {
      return { bytes }
    }
    return { try file.read(count, at: offset) }
  }

  private func openedFile() -> Descriptor? {
    file.withLock { opened in
      if case .notYet = opened {
        let number = packhorse_unnamed_file(notes.folder.number)
        opened = number < 0 ? .impossible : .file(Descriptor(number: number, path: notes.folder.path))
      }
      return if case .file(let file) = opened { file } else { nil }
    }
  }
}

extension Descriptor {
  fileprivate func read(_ count: Int, at offset: Int) throws(FileFailure) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      read = max(0, pread(number, buffer.baseAddress, count, offset))
    }
    guard bytes.count == count else {
      throw FileFailure(
        act: "read", path: path, reason: "what was put into a file there is not there any more")
    }
    return bytes
  }
}
