import PackhorseCore

/// Reads every data file that a source names, and those whose header shows what they are, one after another.
func readSources(
  _ sources: [DataSource], recognised: [DataFile], among files: [String: DataFile], _ context: DataContext
) async -> DataReading {
  var reading = DataReading()
  for source in sources {
    for path in source.files {
      if Placement.isFixed(path.value) {
        reading.diagnostics.append(.readAsItself(path))
        continue
      }
      guard let file = files[path.value] else {
        reading.diagnostics.append(.noSuchFile(path, among: files.keys))
        continue
      }
      if case .published? = bind(file, to: nil).value {
        reading.diagnostics.append(.readAsItself(path))
        continue
      }
      if !source.isFaulty { reading.add(await readData(file, for: source, context)) }
    }
  }
  for file in recognised { reading.add(await readData(file, for: nil, context)) }
  reading.diagnostics += mixedCumulative(sources)
  reading.diagnostics += addListSizes(to: &reading.observations, from: reading.listSizes)
  return reading
}

/// True for a file that no source names and that needs none to be understood, or to be told why not.
func isRecognised(_ file: DataFile) -> Bool {
  switch bind(file, to: nil).value {
  case .practices, .published: true
  case .table(let table): !table.shape.holdsRecords
  case nil: false
  }
}

/// Gives each rate without one the list size of its practice: the last up to the end of its period, else the next.
private func addListSizes(to observations: inout [Observation], from sizes: [ListSize]) -> [Diagnostic] {
  let sizes = Dictionary(grouping: sizes, by: \.practice).mapValues { $0.sorted { $0.month < $1.month } }
  var reported: Set<String> = []
  var diagnostics: [Diagnostic] = []
  for index in observations.indices {
    let observation = observations[index]
    guard case .rate(let numerator, nil) = observation.value else { continue }
    let end = observation.period.firstMonth + observation.period.months
    let known = sizes[observation.practice.value] ?? []
    if let size = known.last(where: { $0.month < end }) ?? known.first {
      observations[index].value = .rate(numerator: numerator, listSize: size.patients)
    } else if reported.insert(observation.measure + " " + observation.practice.value).inserted {
      diagnostics.append(.noListSize(observation))
    }
  }
  return diagnostics
}

/// Measures that one source counts since 1 April and another by the month.
private func mixedCumulative(_ sources: [DataSource]) -> [Diagnostic] {
  var first: [String: (isCumulative: Bool, span: SourceSpan)] = [:]
  return sources.flatMap { source in
    let shape = TableShape.known.first { $0.id == source.shape?.value }
    let isCumulative = source.isCumulative ?? shape?.isCumulative ?? false
    return source.measures.compactMap { measure -> Diagnostic? in
      guard let known = first[measure.value] else {
        first[measure.value] = (isCumulative, measure.span)
        return nil
      }
      return known.isCumulative == isCumulative ? nil : .mixedCumulative(measure, first: known.span)
    }
  }
}

extension Diagnostic {
  fileprivate static func readAsItself(_ path: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(quoted(path.value)) has a format of its own, and no source can name it",
      at: path.span, because: "docs/data.md says what stands in it.", suggestion: "remove it from 'files'")
  }

  fileprivate static func noSuchFile(
    _ path: Located<String>, among paths: some Collection<String>
  ) -> Diagnostic {
    let near = nearMiss(for: path.value, in: paths)
    return Diagnostic(
      .error, "missing-file", "\(quoted(path.value)) is no data file of the site", at: path.span,
      because: "Data files are CSV files in private/ and content/data/, named from the site folder on.",
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func noListSize(_ observation: Observation) -> Diagnostic {
    Diagnostic(
      .error, "rate-without-list-size",
      "'\(observation.measure)' is a rate, but no list size of '\(observation.practice.value)' is known",
      at: observation.practice.span, because: "A rate is for so many people on the list.",
      suggestion: "put the file of registered patients, as it is published, into content/data/")
  }

  fileprivate static func mixedCumulative(_ measure: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "mixed-cumulative", "'\(measure.value)' is counted since 1 April here, by the period elsewhere",
      at: measure.span, because: "Counts of the two kinds cannot be added up.",
      notes: [Note("the other source", at: first)],
      suggestion: "give each kind a measure of its own, or say 'cumulative' alike")
  }
}
