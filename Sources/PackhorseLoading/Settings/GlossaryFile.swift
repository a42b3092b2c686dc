import PackhorseCore

/// Reads `content/glossary.yml`.
func readGlossary(_ text: ArraySlice<UInt8>, path: String) -> Outcome<[GlossaryEntry]?> {
  readSettings(text, path: path) { fields in
    fields.byID { id, fields in
      GlossaryEntry(
        id: id.value, term: fields.requiredText("term"), definition: fields.requiredText("definition"),
        also: fields.texts("also").map(\.value))
    }
  }
}
