// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Reads one file, record by record, and then what stands between them.
struct ListReader {
  let file: String
  let source: ListRecords
  private(set) var lines: [PartsListLine] = []
  private(set) var findings: [Finding] = []
  /// The line at which the next one has to begin.
  private var nextRow = 1
  private var columns: [PartsListColumn] = []

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    source = ListRecords(bytes)
  }

  mutating func read() -> PartsListReading {
    noteForm()
    if let header = ColumnPlan.findHeader(source.records) {
      readList(header)
    } else {
      readNothing()
    }
    fillBlank(upTo: source.lineCount + 1)
    findings = findings.enumerated().sorted {
      ($0.element.row, $0.offset) < ($1.element.row, $1.offset)
    }.map(\.element)
    return PartsListReading(
      lines: lines, findings: findings, columns: columns, encoding: source.encoding,
      lineCount: source.lineCount)
  }

  // MARK: The file as a whole

  private mutating func noteForm() {
    if !source.isValidText {
      note(
        .notText, 0, "",
        "Die Datei enthält Zeichen, die kein Text sind; sie wurden durch � ersetzt.",
        "The file holds characters that are not text; they were replaced by �.")
    }
    for row in source.openQuotes {
      note(
        .quoteOpen, row, "",
        "Ein Anführungszeichen wird geöffnet und nicht dort geschlossen, wo es müsste; es wurde nicht beachtet.",
        "A quotation mark is opened and not closed where it should be; it was disregarded.")
    }
  }

  /// There is no header, or nothing at all: every line is kept, none is a part.
  private mutating func readNothing() {
    for record in source.records {
      append(
        record, .blankOrNote,
        LocalizedText(
          de: "In der Datei wurde keine Kopfzeile erkannt.",
          en: "No header was recognised in the file."))
    }
    if source.records.isEmpty {
      note(
        .tableEmpty, severity: .error, 0, "", "Die Datei ist leer.", "The file is empty.")
    } else {
      let roles: [PartsListRole] = [
        .position, .name, .description, .quantity, .unit, .references, .material, .manufacturer,
        .partNumber, .mass, .section, .level, .revision,
      ]
      let german = roles.map(\.title.german).joined(separator: ", ")
      let english = roles.map(\.title.english).joined(separator: ", ")
      note(
        .columnMissing, severity: .error, 0, "",
        "Es wurde keine Kopfzeile erkannt. Verstanden werden zum Beispiel: \(german) (oder englisch: \(english)). Nötig sind ein Name und möglichst eine Menge.",
        "No header was recognised. Understood are for example: \(english) (or in German: \(german)). A name is needed, and if possible a quantity."
      )
    }
  }

  // MARK: The list

  private mutating func readList(_ header: Int) {
    let records = source.records
    for record in records[..<header] {
      append(
        record, .blankOrNote,
        LocalizedText(
          de: "Steht über der Kopfzeile.", en: "Stands above the header."))
    }
    append(
      records[header], .blankOrNote,
      LocalizedText(de: "Das ist die Kopfzeile.", en: "This is the header."))
    var plan = ColumnPlan(
      header: records[header], sample: records[(header + 1)...].prefix(300))
    columns = plan.headings.enumerated().map {
      PartsListColumn(heading: $0.element, role: plan.meanings[$0.offset]?.role)
    }
    noteColumns(plan, row: records[header].rows.lowerBound)
    var reader = makeReader(plan, from: header + 1)
    var section = ""
    var table = 0
    for at in records.indices.dropFirst(header + 1) {
      let record = records[at]
      let kind = RowKind(
        record, plan: plan,
        followsGap: record.rows.lowerBound > nextRow || lines.last?.isPart != true,
        next: at + 1 < records.count ? records[at + 1] : nil)
      switch kind {
      case .part:
        fillBlank(upTo: record.rows.lowerBound)
        var line = reader.line(record, rows: rows(of: record), findings: &findings)
        if line.section.isEmpty { line.section = section }
        line.table = table
        lines.append(line)
        nextRow = line.rows.upperBound + 1
      case .newHeader:
        append(record, .blankOrNote, Self.reason(kind))
        plan = ColumnPlan(header: record, sample: records[(at + 1)...].prefix(300))
        reader = makeReader(plan, from: at + 1)
        table += 1
      default:
        if kind == .section {
          section = plan.cell(.name, record)
          if section.isEmpty { section = record.filled[0] }
        }
        if kind == .repeatedHeader { table += 1 }
        append(
          record, kind == .section ? .section : kind == .total ? .total : .blankOrNote,
          Self.reason(kind))
      }
    }
    finish(plan)
  }

  private mutating func finish(_ plan: ColumnPlan) {
    guard lines.contains(where: \.isPart)
    else {
      note(
        .tableEmpty, severity: .error, 0, "",
        "Unter der Kopfzeile steht kein Teil.", "There is no part below the header.")
      return
    }
    var structure = ListStructure(lines: lines, file: file, plan: plan)
    structure.resolve()
    lines = structure.lines
    findings += structure.findings
  }

  private func makeReader(_ plan: ColumnPlan, from first: Int) -> LineReader {
    var style = NumberStyle(isContinental: source.delimiter != .comma)
    let roles: [PartsListRole] = [
      .quantity, .totalQuantity, .mass, .totalMass, .quantityLow, .quantityHigh, .price,
    ]
    for record in source.records.dropFirst(first) {
      for role in roles { style.learn(plan.cell(role, record)) }
    }
    let indents = source.records.dropFirst(first).map { record in
      plan.column(.name, record).map { record.indents[$0] } ?? 0
    }
    return LineReader(file: file, plan: plan, style: style, smallestIndent: indents.min() ?? 0)
  }

  private mutating func noteColumns(_ plan: ColumnPlan, row: Int) {
    for (at, heading) in plan.headings.enumerated()
    where plan.meanings[at] == nil && !heading.isEmpty {
      note(
        .columnUnknown, row, heading,
        "Die Spalte „\(heading)“ wird nicht verstanden und nicht benutzt.",
        "The column “\(heading)” is not understood and not used.")
    }
    if !plan.has(.quantity), !plan.has(.totalQuantity), !plan.has(.references) {
      note(
        .columnMissing, row, "",
        "Es gibt keine Spalte für die Menge; jede Zeile zählt als ein Stück.",
        "There is no column for the quantity; every line counts as one piece.")
    }
    if let at = plan.columns[.mass]?.first, plan.meanings[at]?.saysPerPiece == false {
      note(
        .incomplete, row, plan.headings[at],
        "Die Spalte „\(plan.headings[at])“ sagt nicht, ob das Gewicht eines Stücks oder der ganzen Zeile gemeint ist; angenommen: eines Stücks.",
        "The column “\(plan.headings[at])” does not say whether the mass of one piece or of the whole line is meant; assumed: of one piece."
      )
    }
  }

  private static func reason(_ kind: RowKind) -> LocalizedText {
    switch kind {
    case .section:
      LocalizedText(de: "Überschrift in der Liste.", en: "A heading inside the list.")
    case .total:
      LocalizedText(
        de: "Summe über andere Zeilen; würde doppelt zählen.",
        en: "A sum over other lines; would count twice.")
    case .repeatedHeader:
      LocalizedText(de: "Wiederholte Kopfzeile.", en: "The header once more.")
    case .newHeader:
      LocalizedText(
        de: "Kopfzeile einer weiteren Tabelle in der Datei.",
        en: "The header of another table in the file.")
    case .pageBreak: LocalizedText(de: "Seitenumbruch.", en: "A page break.")
    case .note, .part:
      LocalizedText(de: "Bemerkung, kein Teil.", en: "A remark, no part.")
    }
  }

  // MARK: Every line once

  private mutating func append(
    _ record: ListRecord, _ disposition: PartsListLine.Disposition, _ reason: LocalizedText
  ) {
    fillBlank(upTo: record.rows.lowerBound)
    var line = PartsListLine(rows: rows(of: record), disposition, reason)
    line.name = String(record.filled.joined(separator: " · ").prefix(400))
    lines.append(line)
    nextRow = line.rows.upperBound + 1
  }

  private func rows(of record: ListRecord) -> ClosedRange<Int> {
    let first = max(record.rows.lowerBound, nextRow)
    return first...max(first, record.rows.upperBound)
  }

  /// Blank lines, and `sep=;`; very many in a run become one line, so that none is lost and a file
  /// of nothing but line ends does not fill the memory.
  private mutating func fillBlank(upTo row: Int) {
    while nextRow < row {
      let isSeparator = nextRow == source.separatorRow
      let last = lines.count > 100_000 && !isSeparator ? row - 1 : nextRow
      let reason =
        isSeparator
        ? LocalizedText(
          de: "Nennt nur das Trennzeichen.", en: "Only names the delimiter.")
        : LocalizedText(de: "Leere Zeile.", en: "A blank line.")
      lines.append(PartsListLine(rows: nextRow...last, .blankOrNote, reason))
      nextRow = last + 1
    }
  }

  private mutating func note(
    _ code: Finding.Code, severity: Finding.Severity = .warning, _ row: Int, _ column: String,
    _ de: String, _ en: String
  ) {
    findings.append(
      Finding(
        code, severity, table: file, row: row, column: column, LocalizedText(de: de, en: en)))
  }
}
