// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What checking the package found, under its own heading.
struct FindingsTable {
  let findings: [Finding]
  let wording: Wording

  static let mostFindings = 100

  func markup() -> Markup {
    let heading = Markup.heading(
      wording.say(de: "Befunde zu den Daten", en: "Findings about the data"))
    guard !findings.isEmpty else {
      return heading
        + .paragraph(
          wording.tell(
            de: "Die Prüfung des Pakets hat nichts beanstandet.",
            en: "Checking the package found nothing amiss."))
    }
    let table = DataTable(
      caption: wording.say(de: "Befunde", en: "Findings"),
      columns: [
        .text(wording.say(de: "Befund", en: "Finding")),
        .text(wording.say(de: "Schwere", en: "Severity")),
        .text(wording.say(de: "Ort", en: "Place")),
      ], rows: findings.prefix(Self.mostFindings).map(row), total: findings.count)
    return heading + table.markup(wording)
  }

  private func row(_ finding: Finding) -> [Markup] {
    let severity =
      finding.severity == .error
      ? wording.say(de: "Fehler", en: "error") : wording.say(de: "Hinweis", en: "warning")
    let line =
      finding.row > 0 ? wording.say(de: "Zeile \(finding.row)", en: "row \(finding.row)") : ""
    let place = [finding.table, line, finding.column].filter { !$0.isEmpty }
    return [
      .text(finding.message[wording.language]), .text(severity),
      .text(place.joined(separator: ", "))
        + (finding.key.isEmpty ? .empty : ChainNames.key(finding.key)),
    ]
  }
}
