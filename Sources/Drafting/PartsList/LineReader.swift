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
  private struct Draft {
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

  // MARK: Quantity

  private func readQuantity(_ draft: inout Draft) {
    let role: PartsListRole =
      plan.cell(.quantity, draft.record).isEmpty ? .totalQuantity : .quantity
    let stated = plan.cell(role, draft.record)
    var unit = UnitText(plan.cell(.unit, draft.record))
    let packs = PackPhrase(draft.line.name).orElse(PackPhrase(draft.line.description))
    var quantity = PartQuantity()
    quantity.stated = stated
    quantity.statedUnit = plan.cell(.unit, draft.record)
    if unit == nil { unit = headingUnit(role, draft.record) }
    switch QuantityText(stated, style: style, isCount: unit?.unit == .piece || unit == nil) {
    case .blank: assume(&quantity, &draft, packs)
    case .notFitted:
      draft.line.disposition = .notFitted
      draft.line.reason = Self.notFitted
    case .amount(let amount):
      unit = unit ?? amount.unit
      if amount.estimate.high == 0 {
        draft.line.disposition = .notFitted
        draft.line.reason = LocalizedText(
          de: "Die Menge ist 0: nicht bestückt.", en: "The quantity is 0: not fitted.")
      }
      quantity.basis = .stated
      quantity.amount = amount.estimate
      noteDoubts(amount, stated, role, &draft)
    case .negative:
      unresolved(
        &draft, role, .outOfRange, stated, "ist negativ", "is negative")
    case .text:
      unresolved(
        &draft, role, .numberInvalid, stated, "ist keine Menge", "is not a quantity")
    }
    draft.line.isTotalQuantity = role == .totalQuantity && plan.has(.totalQuantity)
    let bounds = statedRange(&draft)
    apply(unit, to: &quantity, &draft)
    applyPacks(packs, to: &quantity, &draft)
    if let bounds, let amount = quantity.amount {
      let factor = unit?.factor ?? 1
      quantity.amount = Estimate(
        low: (bounds.low ?? amount.low / factor) * factor, likely: amount.likely,
        high: (bounds.high ?? amount.high / factor) * factor)
    }
    checkReferences(quantity, &draft)
    draft.line.quantity = quantity
  }

  /// `Menge (kg)`, `Length [mm]`
  private func headingUnit(_ role: PartsListRole, _ record: ListRecord) -> UnitText? {
    guard let at = plan.column(role, record) else { return nil }
    let inside = plan.headings[at].drop { $0 != "(" && $0 != "[" }.dropFirst()
    guard let unit = UnitText(String(inside.prefix { $0 != ")" && $0 != "]" })), unit.isKnown else {
      return nil
    }
    return unit
  }

  private func assume(_ quantity: inout PartQuantity, _ draft: inout Draft, _ packs: PackPhrase) {
    let references = draft.line.references
    if !references.isEmpty, ReferenceList.expand(references[0]) != nil {
      quantity.amount = Estimate(Double(references.count))
      quantity.basis = .references
      return
    }
    quantity.amount = Estimate(low: 1, likely: 1, high: packs.total ?? 1)
    quantity.basis = .assumed
    draft.line.assumptions.append(
      LocalizedText(
        de: "Die Menge ist nicht angegeben; angenommen: 1.",
        en: "The quantity is not stated; assumed: 1."))
    ask(
      &draft, "Wie viele davon braucht ein Produkt? Die Liste gibt keine Menge an.",
      "How many of these does one product need? The list states no quantity.")
    draft.findings.append(
      finding(
        .incomplete, draft, .quantity, "Die Menge fehlt; angenommen: 1.",
        "The quantity is missing; assumed: 1."))
  }

  private func noteDoubts(
    _ amount: QuantityText.Amount, _ stated: String, _ role: PartsListRole, _ draft: inout Draft
  ) {
    if amount.isAmbiguous {
      let read = LocalizedText(number: amount.estimate.likely, fractionDigits: 6)
      ask(
        &draft, "Ist mit „\(stated)“ \(read.german) gemeint? Punkt und Komma sind mehrdeutig.",
        "Does “\(stated)” mean \(read.english)? Point and comma are ambiguous.")
      draft.findings.append(
        finding(
          .numberAmbiguous, draft, role,
          "„\(stated)“ ist mehrdeutig; gelesen als \(read.german).",
          "“\(stated)” is ambiguous; read as \(read.english)."))
    }
    if amount.isRough || !amount.estimate.isExact {
      draft.line.assumptions.append(
        LocalizedText(
          de: "Die Menge „\(stated)“ ist ungefähr.", en: "The quantity “\(stated)” is rough."))
    }
  }

  private func statedRange(_ draft: inout Draft) -> (low: Double?, high: Double?)? {
    let low = bound(.quantityLow, &draft)
    let high = bound(.quantityHigh, &draft)
    if low == nil, high == nil { return nil }
    if let low, let high, low > high {
      draft.findings.append(
        finding(
          .outOfRange, draft, .quantityLow, "Die untere Menge ist größer als die obere.",
          "The lower quantity is larger than the upper one."))
      return (high, low)
    }
    return (low, high)
  }

  private func bound(_ role: PartsListRole, _ draft: inout Draft) -> Double? {
    let text = plan.cell(role, draft.record)
    if text.isEmpty { return nil }
    if case .amount(let amount) = QuantityText(text, style: style, isCount: false) {
      return amount.estimate.likely
    }
    draft.findings.append(
      finding(
        .numberInvalid, draft, role, "„\(text)“ ist keine Menge.", "“\(text)” is not a quantity."))
    return nil
  }

  private func unresolved(
    _ draft: inout Draft, _ role: PartsListRole, _ code: Finding.Code, _ stated: String,
    _ de: String, _ en: String
  ) {
    let text = stated.prefix(60)
    ask(
      &draft, "Wie viele davon braucht ein Produkt? „\(text)“ \(de).",
      "How many of these does one product need? “\(text)” \(en).")
    draft.findings.append(
      finding(code, draft, role, "„\(text)“ \(de).", "“\(text)” \(en)."))
  }

  // MARK: Units and packs

  private func apply(_ unit: UnitText?, to quantity: inout PartQuantity, _ draft: inout Draft) {
    guard let unit else { return }
    quantity.unit = unit.unit
    quantity.amount = quantity.amount.map { $0 * unit.factor }
    if case .other(let text) = unit.unit {
      let packs = PackPhrase(text)
      if packs.size != nil {
        quantity.unit = .pack
      } else {
        ask(
          &draft, "Was ist die Einheit „\(text)“?", "What is the unit “\(text)”?")
        draft.findings.append(
          finding(
            .choiceUnknown, draft, .unit, "Die Einheit „\(text)“ ist nicht bekannt.",
            "The unit “\(text)” is not known."))
      }
    }
    if !unit.per.isEmpty {
      draft.line.assumptions.append(
        LocalizedText(
          de: "„\(quantity.statedUnit)“ gilt als Menge für ein Produkt.",
          en: "“\(quantity.statedUnit)” is taken as the quantity for one product."))
      ask(
        &draft, "Wie viele „\(unit.per)“ hat ein Produkt? Angenommen: 1.",
        "How many “\(unit.per)” does one product have? Assumed: 1.")
    }
  }

  private func applyPacks(
    _ packs: PackPhrase, to quantity: inout PartQuantity, _ draft: inout Draft
  ) {
    guard let amount = quantity.amount else { return }
    if quantity.unit == .pack {
      guard let size = packs.size ?? PackPhrase(quantity.statedUnit).size ?? packs.count else {
        ask(
          &draft, "Wie viele Stück enthält eine Packung?", "How many pieces does a pack hold?")
        return
      }
      quantity.unit = .piece
      quantity.amount = amount * size
      quantity.basis = .packs
      return
    }
    guard quantity.unit == .piece, quantity.basis == .stated, !packs.isEmpty else { return }
    var factor = packs.total ?? 1
    if packs.count == amount.likely { factor = packs.size ?? 1 }
    if packs.total == amount.likely || factor <= 1 { return }
    quantity.amount = Estimate(
      low: amount.low, likely: amount.likely, high: amount.high * factor)
    let (number, size) = (LocalizedText(number: amount.likely), LocalizedText(number: factor))
    ask(
      &draft,
      "Sind \(number.german) Stück gemeint oder \(number.german) Packungen zu \(size.german)? Gezählt sind Stück.",
      "Are \(number.english) pieces meant, or \(number.english) packs of \(size.english)? Pieces are counted."
    )
  }

  private func checkReferences(_ quantity: PartQuantity, _ draft: inout Draft) {
    let count = Double(draft.line.references.count)
    guard quantity.basis == .stated, quantity.unit == .piece, let amount = quantity.amount,
      amount.likely > 0, count > 0, amount.likely != count,
      ReferenceList.expand(draft.line.references[0]) != nil
    else { return }
    let stated = LocalizedText(number: amount.likely)
    ask(
      &draft,
      "Die Menge ist \(stated.german), genannt sind \(Int(count)) Referenzen. Welche Zahl stimmt?",
      "The quantity is \(stated.english), but \(Int(count)) references are named. Which is right?")
    draft.findings.append(
      finding(
        .numberInvalid, draft, .references,
        "Menge \(stated.german), aber \(Int(count)) Referenzen.",
        "Quantity \(stated.english), but \(Int(count)) references."))
  }

  // MARK: Mass

  private func readMass(_ draft: inout Draft) {
    draft.line.pieceMass = mass(.mass, &draft)
    draft.line.totalMass = mass(.totalMass, &draft)
    guard draft.line.pieceMass != nil, draft.line.totalMass == nil,
      let at = plan.column(.mass, draft.record), plan.meanings[at]?.saysPerPiece == false,
      draft.line.quantity.amount?.likely != 1
    else { return }
    draft.line.assumptions.append(
      LocalizedText(
        de: "Das Gewicht gilt als das eines Stücks.", en: "The mass is taken as that of one piece.")
    )
  }

  private func mass(_ role: PartsListRole, _ draft: inout Draft) -> Estimate? {
    let text = plan.cell(role, draft.record)
    guard let at = plan.column(role, draft.record) else { return nil }
    switch QuantityText(text, style: style, isCount: false) {
    case .amount(let amount):
      let named = [plan.cell(.massUnit, draft.record), plan.meanings[at]?.unit ?? ""]
      let unit = amount.unit ?? named.lazy.compactMap { UnitText($0) }.first
      if let unit, unit.unit == .kilogram { return amount.estimate * unit.factor }
      ask(
        &draft, "In welcher Einheit ist das Gewicht „\(text)“ angegeben? Angenommen: kg.",
        "In which unit is the mass “\(text)” stated? Assumed: kg.")
      return amount.estimate
    case .blank: return nil
    case .negative, .text, .notFitted:
      draft.findings.append(
        finding(
          .numberInvalid, draft, role, "„\(text.prefix(60))“ ist kein Gewicht.",
          "“\(text.prefix(60))” is not a mass."))
      return nil
    }
  }

  // MARK: Fitting and form

  private static let notFitted = LocalizedText(
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
          .keyTooLong, draft, nil, "Eine Zelle ist sehr lang; nur ihr Anfang wird gelesen.",
          "A cell is very long; only its beginning is read."))
    }
    if draft.line.rows.count > 20 {
      draft.findings.append(
        finding(
          .quoteOpen, draft, nil,
          "Eine Zelle reicht über \(draft.line.rows.count) Zeilen; fehlt ein Anführungszeichen?",
          "A cell spans \(draft.line.rows.count) lines; is a quotation mark missing?"))
    }
  }

  private func ask(_ draft: inout Draft, _ de: String, _ en: String) {
    draft.line.questions.append(LocalizedText(de: de, en: en))
  }

  private func finding(
    _ code: Finding.Code, _ draft: Draft, _ role: PartsListRole?, _ de: String, _ en: String
  ) -> Finding {
    let column = role.flatMap { role in plan.column(role, draft.record).map { plan.headings[$0] } }
    return Finding(
      code, .warning, table: file, row: draft.line.row,
      column: column ?? role.map(plan.heading) ?? "", key: draft.line.position,
      LocalizedText(de: de, en: en))
  }
}

extension PackPhrase {
  fileprivate func orElse(_ other: Self) -> Self { isEmpty ? other : self }
}
