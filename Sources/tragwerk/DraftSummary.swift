// SPDX-License-Identifier: Apache-2.0
import Drafting
import Localization
import ValueChains

/// The short of a draft, for the terminal.
struct DraftSummary {
  private let draft: Draft
  private let path: String
  private let language: Language

  init(_ draft: Draft, _ path: String, _ language: Language) {
    self.draft = draft
    self.path = path
    self.language = language
  }

  private func say(_ german: String, _ english: String) -> String {
    language == .german ? german : english
  }

  var text: String {
    (lines + [""] + materials + unresolved + next).joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    let tally = draft.reading.tally
    let names: [(PartsListLine.Disposition, String)] = [
      (.counted, say("gezählt", "counted")),
      (.assembly, say("Baugruppen", "assemblies")), (.section, say("Überschriften", "headings")),
      (.notFitted, say("nicht bestückt", "not fitted")),
      (.alternate, say("Alternativen", "alternates")),
      (.superseded, say("überholt", "superseded")), (.total, say("Summen", "totals")),
      (.blankOrNote, say("Kopf, leer oder Anmerkung", "header, blank or note")),
    ]
    let parts = names.compactMap { disposition, name in
      tally[disposition].map { "\(name) \($0)" }
    }
    let count = draft.reading.lineCount
    return [
      draft.chain.title,
      say("\(count) Zeilen der Liste: ", "\(count) lines of the list: ")
        + parts.joined(separator: ", "),
    ]
  }

  private var materials: [String] {
    let unresolved = draft.summary.unresolvedKilograms
    let total = draft.summary.masses.reduce(unresolved) { $0 + $1.kilograms }
    guard total > 0 else { return [] }
    let kilograms = language.number(total)
    var rows = [
      say(
        "Bekannte Masse je Stück \(kilograms) kg, davon:",
        "Known mass per piece \(kilograms) kg, of which:")
    ]
    for mass in draft.summary.masses {
      let how = draft.summary.sourcing.first { $0.material == mass.material }?.how
      let kilograms = language.number(mass.kilograms, fractionDigits: 2)
      let share = language.percent(mass.kilograms / total, fractionDigits: 1)
      rows.append(
        "  \(pad(kilograms, 10)) kg \(pad(share, 8))  \(mass.name[language]): \(sourcing(how))")
    }
    if unresolved > 0 {
      let kilograms = language.number(unresolved, fractionDigits: 2)
      let share = language.percent(unresolved / total, fractionDigits: 1)
      rows.append(
        "  \(pad(kilograms, 10)) kg \(pad(share, 8))  "
          + say("nicht aufgelöste Zeilen", "lines not resolved"))
    }
    return rows
  }

  private func sourcing(_ how: Draft.Summary.Sourcing?) -> String {
    switch how {
    case .plants(let count):
      say("\(count) Werke aus dem Register", "\(count) plants of the register")
    case .imports(let countries, let view):
      say("aus \(countries) Ländern (\(view))", "from \(countries) countries (\(view))")
    case .unknown, nil: say("Herkunft unbekannt", "origin unknown")
    }
  }

  private var unresolved: [String] {
    let names = draft.summary.unresolved
    guard !names.isEmpty else { return [] }
    let some = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    return [
      "",
      say(
        "Nicht auflösbar, gefragt wird nach \(names.count): \(some)",
        "Not resolved, asked for \(names.count): \(some)"),
    ]
  }

  private var next: [String] {
    let questions = draft.summary.questions
    return [
      "",
      say(
        "Kette in \(path) mit \(questions) Fragen. Annahmen und Quellen: provenance.csv, Zeilen der Liste: parts.csv.",
        "Chain in \(path) with \(questions) questions. Assumptions and sources: provenance.csv, lines of the list: parts.csv."
      ),
      say("Weiter mit: tragwerk assess \(path)", "Go on with: tragwerk assess \(path)"),
    ]
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
