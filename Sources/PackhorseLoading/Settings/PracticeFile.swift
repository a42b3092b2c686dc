import PackhorseCore

/// Reads `content/practice.yml` of a site for one practice.
func readPractice(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Practice?> {
  readSettings(text, path: path) { fields in
    var practice = Practice()
    practice.name = fields.requiredText("name")
    practice.code = fields.text("code", isRequired: true).flatMap { fields.practiceCode($0)?.value } ?? ""
    readFacts(&fields, into: &practice, isWhole: true)
    return practice
  }
}

/// Reads what one of several practices says of itself; its name and code stand in practices.csv, its folder is its code.
func readOwnPractice(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Practice?> {
  readSettings(text, path: path) { fields in
    var practice = Practice()
    practice.code = folderName(of: path)
    if !isPracticeCode(practice.code) {
      fields.report(.badPracticeFolder(practice.code, at: fields.span))
    }
    fields.reportKeys(["name", "code"], as: Diagnostic.practiceNamedTwice)
    readFacts(&fields, into: &practice, isWhole: false)
    let words = fields.nested("words") { fields in
      fields.byID { id, fields in (id.value, Located(fields.localWord(id), at: id.span)) }
    }
    practice.localWords = Dictionary(words ?? []) { first, _ in first }
    return practice
  }
}

/// Reads `content/practice.yml` of a site for several practices: what holds where a practice says nothing itself.
func readSharedPractice(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Practice?> {
  readSettings(text, path: path) { fields in
    var practice = Practice()
    fields.reportKeys(["name", "code", "address", "phone"], as: Diagnostic.onePracticeOfSeveral)
    practice.linkWorker = fields.nested("link-worker") { linkWorker(&$0, isWhole: false) } ?? LinkWorker()
    return practice
  }
}

/// Where it lies, and its link worker; a `whole` practice has to say all that its pages need.
private func readFacts(_ fields: inout Fields, into practice: inout Practice, isWhole: Bool) {
  practice.address = fields.texts("address", isRequired: isWhole).map(\.value)
  practice.phone = fields.text("phone")?.value
  let worker = fields.nested("link-worker", isRequired: isWhole) { linkWorker(&$0, isWhole: isWhole) }
  practice.linkWorker = worker ?? LinkWorker()
}

/// The folder that a file lies in, by its name alone.
func folderName(of path: String) -> String {
  path.split(separator: "/").dropLast().last.map(String.init) ?? ""
}

private func linkWorker(_ fields: inout Fields, isWhole: Bool) -> LinkWorker {
  var worker = LinkWorker()
  worker.name = isWhole ? fields.requiredText("name") : fields.text("name")?.value ?? ""
  worker.days = fields.texts("days", isRequired: isWhole).map(\.value)
  worker.room = fields.text("room")?.value
  worker.contact = fields.text("contact")?.value
  worker.introduction = fields.text("introduction")?.value
  worker.howToRefer = fields.texts("how-to-refer", isRequired: isWhole).map(\.value)
  worker.handover = fields.texts("handover").map(\.value)
  worker.photo = fields.text("photo")
  worker.photoAlt = fields.text("photo-alt")?.value
  if let photo = worker.photo, worker.photoAlt == nil { fields.report(.missingPhotoText(at: photo.span)) }
  return worker
}

extension Fields {
  /// Reports the first of some keys that do not belong here, and passes over the others.
  fileprivate mutating func reportKeys(_ keys: [String], as diagnostic: (Located<String>) -> Diagnostic) {
    let there = keys.filter { node($0) != nil }
    if let key = there.first { report(diagnostic(Located(key, at: place(of: key)))) }
  }
}

extension Diagnostic {
  fileprivate static func practiceNamedTwice(_ key: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "misplaced-practice", "'\(key.value)' does not belong here", at: key.span,
      because:
        "A practice's code is the name of its folder, and its name stands in content/data/practices.csv.",
      suggestion: "remove 'name' and 'code'")
  }

  fileprivate static func onePracticeOfSeveral(_ key: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "misplaced-practice", "'\(key.value)' is of one practice, and the site is for several",
      at: key.span,
      because: "This file says what holds for all of them: their link worker, if they share one.",
      suggestion: "move what is one practice's own to content/practices/<code>/practice.yml")
  }

  static func badPracticeFolder(_ folder: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(quoted(folder)) is no practice code", at: span,
      because:
        "A practice's own files lie in a folder that is called by its code, as content/practices/A81001/.")
  }

  fileprivate static func missingPhotoText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "missing-key", "'photo-alt' is missing", at: span,
      because: "Somebody who cannot see the photo is read it.")
  }
}
