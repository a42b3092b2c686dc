package import PackhorseCore

/// Whose story it is and on what ground it is told, in a sentence: "A patient's story, told with consent given on …".
package func renderProvenance(_ provenance: StoryProvenance, words: Words) -> HTML {
  let teller = HTML(text: words("block.story.teller.\(provenance.teller.rawValue)"))
  var writer = ByteWriter()
  if provenance.basis == .real, let date = provenance.consentDate {
    writer.write(
      words, "block.story.real-dated",
      ["teller": teller, "date": HTML(text: writtenDate(date, words: words))])
  } else {
    writer.write(words, "block.story.\(provenance.basis.rawValue)", ["teller": teller])
  }
  return writer.html
}
