// SPDX-License-Identifier: Apache-2.0
import Localization

/// Reads `targets.simple.csv` of OpenSanctions: a row an entry, several values in a cell separated
/// by `;`, each quoted where it holds one itself.
enum OpenSanctionsList {
  /// Columns without which a file is not of this format.
  static let columns: Set = ["id", "schema", "name", "aliases", "countries", "identifiers"]

  static func read(_ bytes: [UInt8]) -> ListReading {
    var reading = ListReading(.openSanctions)
    var table = ListTable(bytes)
    var lines: [String: Int] = [:]
    var skipped = Skipped()
    while table.next() {
      let id = table.cell("id")
      guard !id.isEmpty else {
        reading.faults.append(
          ListFault(
            .entryRefused, line: table.line, column: "id",
            LocalizedText(
              de: "Der Eintrag hat keine Nummer.", en: "The entry has no number.")))
        continue
      }
      if let earlier = lines.updateValue(table.line, forKey: id) {
        reading.faults.append(
          ListFault(
            .entryRefused, line: table.line, column: "id", entry: id,
            LocalizedText(
              de: "Die Nummer steht schon in Zeile \(earlier).",
              en: "The number stands in line \(earlier) already.")))
        continue
      }
      var draft = EntryDraft(id: id, line: table.line)
      fill(&draft, table, &skipped)
      if let entry = draft.finish() { reading.entries.append(entry) }
      reading.faults += draft.faults
      // The newest change anywhere is the state of the file.
      reading.version = max(reading.version, table.cell("last_change"))
    }
    reading.faults += table.faults
    reading.faults.sort { $0.line < $1.line }
    reading.faults += skipped.faults
    return reading
  }

  private static func fill(_ draft: inout EntryDraft, _ table: ListTable, _ skipped: inout Skipped)
  {
    draft.kind = SubjectKind(schema: table.cell("schema"))
    draft.addName(table.cell("name"), column: "name")
    for alias in table.list("aliases") { draft.addName(alias, column: "aliases") }
    for country in table.list("countries") {
      if country.utf8.count == 2 {
        draft.addCountry(country, column: "countries")
      } else {
        skipped.countries += 1
      }
    }
    for number in table.list("identifiers") {
      if SubjectIdentifier(number) != nil {
        draft.addIdentifier(number, kind(of: number), column: "identifiers")
      } else {
        skipped.numbers += 1
      }
    }
    for address in table.list("addresses") { draft.addAddress(address) }
    for date in table.list("birth_date") {
      draft.addBirthDate(BirthDate(date), from: date, line: nil, column: "birth_date")
    }
    for programme in table.list("program_ids") + table.list("dataset") {
      draft.addProgramme(programme)
    }
  }

  /// What the format brings by the thousand and nothing can be compared by: told once, with its count.
  private struct Skipped {
    /// Codes such as `suhh`, of countries that are no more.
    var countries = 0
    /// Local numbers of a few digits.
    var numbers = 0

    var faults: [ListFault] {
      var faults: [ListFault] = []
      if countries > 0 {
        faults.append(
          ListFault(
            .partRefused, line: 0, column: "countries",
            LocalizedText(
              de: "\(countries) Angaben sind kein Ländercode aus zwei Buchstaben und zählen nicht.",
              en: "\(countries) values are no country codes of two letters and do not count.")))
      }
      if numbers > 0 {
        faults.append(
          ListFault(
            .partRefused, line: 0, column: "identifiers",
            LocalizedText(
              de: "\(numbers) Nummern sind zu kurz, um verglichen zu werden.",
              en: "\(numbers) numbers are too short to be compared.")))
      }
      return faults
    }
  }

  /// Ships' numbers can be told by themselves; for others nobody says.
  private static func kind(of number: String) -> SubjectIdentifier.Kind {
    number.uppercased().hasPrefix("IMO") ? .imo : .other
  }
}
