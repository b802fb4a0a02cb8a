// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Reads the cells of one record into a line.
struct LineReader {
  let file: String
  let plan: ColumnPlan
  let style: NumberStyle
  let smallestIndent: Int

  /// What has been found out about the line being read.
  struct Draft {
    var line: PartsListLine
    let record: ListRecord
    var findings: [Finding] = []
  }

  func line(_ record: ListRecord, rows: ClosedRange<Int>, findings: inout [Finding])
    -> PartsListLine
  {
    var draft = Draft(
      line: PartsListLine(
        rows: rows, .counted,
        LocalizedText(de: "Ein Teil, das gebraucht wird.", en: "A part that is needed.")),
      record: record)
    readTexts(&draft)
    readQuantity(&draft)
    readMass(&draft)
    readFitting(&draft)
    readForm(&draft)
    findings += draft.findings
    return draft.line
  }

  // MARK: Texts

  private func readTexts(_ draft: inout Draft) {
    let record = draft.record
    func cell(_ role: PartsListRole) -> String { plan.cell(role, record) }
    draft.line.position = cell(.position)
    draft.line.section = cell(.section)
    draft.line.name = cell(.name)
    draft.line.description = cell(.description)
    draft.line.remark = [cell(.formFactor), cell(.remark)].filter { !$0.isEmpty }
      .joined(separator: "; ")
    draft.line.manufacturer = cell(.manufacturer)
    draft.line.partNumber = cell(.partNumber)
    draft.line.supplier = cell(.supplier)
    draft.line.material = cell(.material)
    draft.line.revision = cell(.revision)
    draft.line.classHint = cell(.classHint)
    draft.line.materialHint = cell(.materialHint)
    draft.line.currency = cell(.currency)
    draft.line.price = style.read(cell(.price), isCount: false)?.number
    let references = cell(.references)
    if !references.isEmpty {
      draft.line.references = ReferenceList.expand(references) ?? [references]
    }
    draft.line.level = level(draft)
    if Self.isDotted(draft.line.name) {
      draft.line.name = String(draft.line.name.drop { !$0.isLetter })
    }
    if draft.line.name.isEmpty { nameFromElsewhere(&draft) }
  }

  /// The level column as a number (`2`, `..2`, `...`); else how far the name is indented.
  private func level(_ draft: Draft) -> Int {
    let cell = plan.cell(.level, draft.record)
    let digits = cell.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    if let level = Int(digits), level < 100 { return level }
    if !cell.isEmpty, cell.allSatisfy({ ".+*>-".contains($0) }) { return cell.count }
    let dots = draft.line.name.prefix { !$0.isLetter }
    let isDotted = Self.isDotted(draft.line.name)
    let blanks = plan.column(.name, draft.record).map { draft.record.indents[$0] } ?? 0
    return blanks - smallestIndent + (isDotted ? dots.count { $0 != " " } : 0)
  }

  /// `..Screw`, `• Screw`: marks that say how deep a line lies.
  private static func isDotted(_ name: String) -> Bool {
    let marks = name.prefix { ". •>".contains($0) }
    return marks.contains { $0 != " " } && name.dropFirst(marks.count).first?.isLetter == true
  }

  private func nameFromElsewhere(_ draft: inout Draft) {
    let line = draft.line
    let candidates = [line.description, line.partNumber, line.material, line.supplier]
    if let name = candidates.first(where: { !$0.isEmpty }) {
      draft.line.name = name
      if name == line.description { draft.line.description = "" }
    } else if let first = line.references.first {
      draft.line.name = first
    } else {
      ask(
        &draft, "Was ist das für ein Teil? Die Zeile nennt keinen Namen.",
        "What part is this? The line gives no name.")
      draft.findings.append(
        finding(
          .keyMissing, draft, .name, "Die Zeile nennt kein Teil.", "The line names no part."))
    }
  }

  // MARK: Fitting and form

  static let notFitted = LocalizedText(
    de: "Die Liste sagt: nicht bestückt.", en: "The list says: not fitted.")

  private func readFitting(_ draft: inout Draft) {
    let dnp = plan.cell(.notFitted, draft.record)
    let fitted = plan.cell(.fitted, draft.record)
    let texts = [
      draft.line.name, draft.line.description, draft.line.remark, draft.line.partNumber,
    ]
    let isOut =
      (!dnp.isEmpty && !FittingWords.isNo(dnp) || FittingWords.isNotFitted(dnp))
      || (!fitted.isEmpty && FittingWords.isNo(fitted))
      || texts.contains(where: FittingWords.isNotFitted)
    if isOut, draft.line.disposition == .counted {
      draft.line.disposition = .notFitted
      draft.line.reason = Self.notFitted
    }
    draft.line.alternatives = plan.cell(.alternate, draft.record)
  }

  private func readForm(_ draft: inout Draft) {
    let spare = draft.record.cells.dropFirst(plan.headings.count).count { !$0.isEmpty }
    if spare > 0 {
      draft.findings.append(
        finding(
          .cellCount, draft, nil,
          "Die Zeile hat mehr Zellen als die Kopfzeile; die letzten \(spare) werden nicht benutzt.",
          "The row has more cells than the header; the last \(spare) are not used."))
    }
    if draft.record.hasCutCell {
      draft.findings.append(
        finding(
          .keyTooLong, draft, nil,
          "Eine Zelle oder die Zeile ist sehr lang; nur der Anfang wird gelesen.",
          "A cell, or the row, is very long; only the beginning is read."))
    }
    if draft.line.rows.count > 20 {
      draft.findings.append(
        finding(
          .quoteOpen, draft, nil,
          "Eine Zelle reicht über \(draft.line.rows.count) Zeilen; fehlt ein Anführungszeichen?",
          "A cell spans \(draft.line.rows.count) lines; is a quotation mark missing?"))
    }
  }

  // MARK: Questions and findings

  func ask(_ draft: inout Draft, _ de: String, _ en: String) {
    draft.line.questions.append(LocalizedText(de: de, en: en))
  }

  func finding(
    _ code: Finding.Code, _ draft: Draft, _ role: PartsListRole?, _ de: String, _ en: String
  ) -> Finding {
    let column = role.flatMap { role in plan.column(role, draft.record).map { plan.headings[$0] } }
    return Finding(
      code, .warning, table: file, row: draft.line.row,
      column: column ?? role.map(plan.heading) ?? "", key: draft.line.position,
      LocalizedText(de: de, en: en))
  }
}
