/// The place of a file in the output, as a path without a leading slash: `modules/referral-criteria/who.html`.
///
/// In a site of several practices each has its own `outcomes.html` in its folder: seen from there, `.outcomes` is that one.
package struct Address: Sendable {
  package let path: String
  /// True of what each practice has for itself.
  package let isOfPractice: Bool
  /// The bytes of the practice's folder at the beginning of the path.
  private let folderLength: Int

  package init(_ path: String, isOfPractice: Bool = false) {
    self.init(path, isOfPractice: isOfPractice, folderLength: 0)
  }

  private init(_ path: String, isOfPractice: Bool, folderLength: Int) {
    (self.path, self.isOfPractice, self.folderLength) = (path, isOfPractice, folderLength)
  }

  /// The same address in the folder of a practice: `practices/demo01/` and `outcomes.html`.
  package func inside(_ folder: String) -> Address {
    Address(folder + path, isOfPractice: true, folderLength: folder.utf8.count)
  }

  /// The same address as something that a practice has for itself: in its folder, seen from there.
  package var own: Address { Address(path, isOfPractice: true, folderLength: folderLength) }

  package var isInFolder: Bool { folderLength > 0 }

  /// The address without the practice's folder.
  package var withoutFolder: Address {
    isInFolder ? Address(String(Substring(path.utf8.dropFirst(folderLength))), isOfPractice: true) : self
  }

  /// What `other` is from here: the practice's own, where each has one.
  package func nearest(_ other: Address) -> Address {
    guard isInFolder, other.isOfPractice, !other.isInFolder else { return other }
    return other.inside(String(Substring(path.utf8.prefix(folderLength))))
  }

  /// `""`, `"../"`, `"../../"`: what leads from this file to the root of the site.
  package var rootPrefix: String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A relative link from one file of the site to another; it names the file, so that it works without a server.
  package func href(to other: Address, fragment: String? = nil) -> String {
    String(decoding: link(to: other, fragment: fragment), as: UTF8.self)
  }

  /// The same link in UTF-8.
  package func link(to other: Address, fragment: String? = nil) -> [UInt8] {
    var writer = ByteWriter(capacity: other.path.utf8.count + 32)
    writer.write(linkFrom: self, to: other, fragment: fragment)
    return writer.bytes
  }

  /// The bytes of the path to the innermost folder that holds both files, with its slash.
  fileprivate static func sharedFolder(
    _ here: UnsafeBufferPointer<UInt8>, _ there: UnsafeBufferPointer<UInt8>
  )
    -> Int
  {
    var length = 0
    for index in 0..<min(here.count, there.count) {
      guard here[index] == there[index] else { break }
      if here[index] == UInt8(ascii: "/") { length = index + 1 }
    }
    return length
  }
}

extension Address: Hashable, Comparable {
  package static func == (one: Address, other: Address) -> Bool { one.path == other.path }
  package static func < (one: Address, other: Address) -> Bool { one.path < other.path }
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A path with every byte escaped that may not stand in a relative reference's path or fragment (RFC 3986).
package func percentEncoded(_ path: String) -> String {
  var path = path
  return path.withUTF8 { text in
    var writer = ByteWriter(capacity: text.count)
    writer.write(percentEncoded: text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension ByteWriter {
  /// Appends a relative link from one file of the site to another: nothing in it needs an escape in HTML.
  package mutating func write(linkFrom here: Address, to other: Address, fragment: String? = nil) {
    let other = here.nearest(other)
    here.path.utf8.withContiguousStorageIfAvailable { here in
      other.path.utf8.withContiguousStorageIfAvailable { there in
        let isSelf = here.count == there.count && here.elementsEqual(there)
        guard !isSelf || fragment == nil else { return }
        let shared = Address.sharedFolder(here, there)
        let climbs = isSelf ? 0 : here[shared...].count { $0 == UInt8(ascii: "/") }
        for _ in 0..<climbs { write("../") }
        write(percentEncoded: UnsafeBufferPointer(rebasing: there[shared...]))
      }
    }
    if let fragment { write(linkToFragment: fragment) }
  }

  /// Appends a link to a place on the same page; nothing in it needs an escape in HTML.
  package mutating func write(linkToFragment fragment: String) {
    write("#")
    var fragment = fragment
    fragment.withUTF8 { write(percentEncoded: $0) }
  }

  /// Appends a byte that may not stand in a URL.
  package mutating func write(percentEncoded byte: UInt8) {
    write("%")
    writeReady(hexDigits[Int(byte >> 4)])
    writeReady(hexDigits[Int(byte & 15)])
  }

  /// Appends a path; what needs no escape is copied in runs.
  fileprivate mutating func write(percentEncoded path: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in path.indices where !mayStandInPath(path[index]) {
      writeReady(UnsafeBufferPointer(rebasing: path[start..<index]))
      write(percentEncoded: path[index])
      start = index + 1
    }
    writeReady(UnsafeBufferPointer(rebasing: path[start...]))
  }
}

private func mayStandInPath(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"), UInt8(ascii: "/"):
    true
  default: false
  }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)
