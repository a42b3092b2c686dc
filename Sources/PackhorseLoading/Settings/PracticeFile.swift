import PackhorseCore

/// Reads `content/practice.yml`.
func readPractice(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Practice?> {
  readSettings(text, path: path) { fields in
    var practice = Practice()
    practice.name = fields.requiredText("name")
    practice.code = fields.text("code", isRequired: true).flatMap { fields.practiceCode($0)?.value } ?? ""
    practice.address = fields.texts("address", isRequired: true).map(\.value)
    practice.phone = fields.text("phone")?.value
    practice.linkWorker = fields.nested("link-worker", isRequired: true, linkWorker) ?? LinkWorker()
    return practice
  }
}

private func linkWorker(_ fields: inout Fields) -> LinkWorker {
  var worker = LinkWorker()
  worker.name = fields.requiredText("name")
  worker.days = fields.texts("days", isRequired: true).map(\.value)
  worker.room = fields.text("room")?.value
  worker.contact = fields.text("contact")?.value
  worker.introduction = fields.text("introduction")?.value
  worker.howToRefer = fields.texts("how-to-refer", isRequired: true).map(\.value)
  worker.handover = fields.texts("handover").map(\.value)
  worker.photo = fields.text("photo")
  worker.photoAlt = fields.text("photo-alt")?.value
  if let photo = worker.photo, worker.photoAlt == nil { fields.report(.missingPhotoText(at: photo.span)) }
  return worker
}

extension Diagnostic {
  fileprivate static func missingPhotoText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "missing-key", "'photo-alt' is missing", at: span,
      because: "Somebody who cannot see the photo is read it.")
  }
}
