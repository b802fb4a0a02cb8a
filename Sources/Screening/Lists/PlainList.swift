// SPDX-License-Identifier: Apache-2.0
import Localization

/// Reads a CSV file with a column `name` and, where they are there, `id`, `schema`, `aliases`,
/// `country`, `address`, `identifier`, `birth_date`; the German headings are understood as well.
///
/// The same format serves for names to be screened.
enum PlainList {
  static let nameColumns = ["name", "firma", "organisation", "company"]

  static func read(_ bytes: [UInt8]) -> ListReading {
    var reading = ListReading(.plain)
    var table = ListTable(bytes)
    var seen: [String: Int] = [:]
    while table.next() {
      let name = table.cell(nameColumns)
      var draft = EntryDraft(id: id(table, name, &seen), line: table.line)
      fill(&draft, table, name)
      if let entry = draft.finish() { reading.entries.append(entry) }
      reading.faults += draft.faults
    }
    reading.faults += table.faults
    reading.faults.sort { $0.line < $1.line }
    return reading
  }

  /// Without numbers the name has to serve: the line changes with every version of a list. What
  /// comes twice is told apart by how often it came.
  private static func id(_ table: ListTable, _ name: String, _ seen: inout [String: Int])
    -> String
  {
    let number = table.cell(["id", "nummer"])
    let id = number.isEmpty ? EntryDraft.tidied(name) : number
    seen[id, default: 0] += 1
    let times = seen[id] ?? 1
    return times == 1 ? id : "\(id) (\(times))"
  }

  private static func fill(_ draft: inout EntryDraft, _ table: ListTable, _ name: String) {
    draft.kind = SubjectKind(schema: table.cell(["schema", "type", "typ"]))
    draft.addName(name, column: "name")
    for alias in table.list("aliases") { draft.addName(alias, column: "aliases") }
    for column in ["country", "countries", "land"] {
      for country in table.list(column) { draft.addCountry(country, column: column) }
    }
    for column in ["address", "addresses", "adresse", "anschrift"] {
      draft.addAddress(table.cell(column))
    }
    for (column, kind) in identifierColumns {
      for number in table.list(column) { draft.addIdentifier(number, kind, column: column) }
    }
    for column in ["birth_date", "geburtsdatum"] {
      for date in table.list(column) {
        draft.addBirthDate(BirthDate(date), from: date, line: nil, column: column)
      }
    }
  }

  private static let identifierColumns: [(String, SubjectIdentifier.Kind)] = [
    ("identifier", .other), ("identifiers", .other), ("kennung", .other), ("lei", .lei),
    ("vat", .vat), ("vat_id", .vat), ("ust_id", .vat), ("imo", .imo), ("register", .register),
    ("ncage", .ncage), ("bpnl", .bpnl), ("duns", .duns),
  ]
}
