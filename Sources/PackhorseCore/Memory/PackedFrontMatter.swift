extension PackedWriter {
  mutating func write(_ matter: FrontMatter) {
    write(matter.title)
    write(matter.summary)
    write(matter.roles)
    write(matter.minutes) { $0.write($1) }
    write(matter.order) { $0.write($1) }
    write(matter.requires)
    write(matter.interventions) { writer, number in
      writer.write(number.value)
      writer.write(number.span.start, number.span.end)
    }
    write(matter.themes)
    write(matter.techniques)
    write(matter.capabilities) { $0.write($1) }
    write(matter.objectives) { $0.write($1) }
    write(matter.author) { $0.write($1) }
    write(matter.clinicalReview) { $0.write($1) }
    write(matter.reviewed) { $0.write($1) }
    write(matter.changed) { $0.write($1) }
    write(matter.reviewDue) { writer, date in
      writer.write(date.value)
      writer.write(date.span.start, date.span.end)
    }
    write(matter.sources)
    write(matter.language) { $0.write($1) }
    write(matter.aliases)
    write(matter.level) { $0.write($1.rawValue) }
    write(matter.measures)
  }
}

extension PackedReader {
  mutating func frontMatter() throws(DamagedNote) -> FrontMatter {
    var matter = FrontMatter()
    matter.title = try text()
    matter.summary = try text()
    matter.roles = try locatedTexts()
    matter.minutes = try optionalNumber()
    matter.order = try optionalNumber()
    matter.requires = try locatedTexts()
    matter.interventions = try items { (reader) throws(DamagedNote) in
      Located(try reader.number(), at: try reader.span())
    }
    matter.themes = try locatedTexts()
    matter.techniques = try locatedTexts()
    matter.capabilities = try texts()
    matter.objectives = try texts()
    matter.author = try optionalText()
    matter.clinicalReview = try optionalText()
    matter.reviewed = try optional { (reader) throws(DamagedNote) in try reader.date() }
    matter.changed = try optional { (reader) throws(DamagedNote) in try reader.date() }
    matter.reviewDue = try optional { (reader) throws(DamagedNote) in
      Located(try reader.date(), at: try reader.span())
    }
    matter.sources = try locatedTexts()
    matter.language = try optionalText()
    matter.aliases = try locatedTexts()
    matter.level = try optionalText().flatMap(AreaLevel.init)
    matter.measures = try locatedTexts()
    return matter
  }
}
