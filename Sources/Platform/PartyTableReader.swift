// SPDX-License-Identifier: Apache-2.0
import Localization
import Reconciliation
import Registry
import ValueChains

/// Reads organisations row by row and collects every fault with its place.
struct PartyTableReader {
  private let idColumn: String
  private var table: CheckedTable

  var findings: [Finding] { table.findings }

  init(path: String, idColumn: String) throws(PlatformError) {
    self.idColumn = idColumn
    table = try CheckedTable(
      path: path,
      expected: LocalizedText(
        de: "eine Kopfzeile mit \(idColumn) und name", en: "a header with \(idColumn) and name"))
  }

  /// Columns that are read besides the id; the first name is needed.
  private enum Column: String, CaseIterable {
    case name
    case aliases
    case formerNames = "former_names"
    case street, street2, postcode, city, country
    case registerCountry = "register_country"
    case lei, vat, register, ncage, bpnl, duns
  }

  mutating func read() -> [PartyRecord] {
    let idColumn = idColumn
    table.addRepeated { $0 == idColumn || Column(rawValue: $0) != nil }
    let id = table.place(of: [idColumn.lowercased()])
    let name = table.place(of: [Column.name.rawValue])
    guard let id, name != nil else { return [] }
    var records: [PartyRecord] = []
    while table.next() {
      guard let key = table.key(id) else { continue }
      records.append(record(key) { PartyRecord.stated(table[$0.rawValue]) })
    }
    if records.isEmpty, findings.isEmpty {
      table.add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Unter der Kopfzeile steht keine Organisation.",
          en: "There is no organisation below the header."))
    }
    return records
  }

  private func record(_ id: String, _ cell: (Column) -> String) -> PartyRecord {
    let further = [cell(.aliases), cell(.formerNames)].flatMap { cell in
      cell.split(separator: ";").map { String($0) }
    }
    let name = cell(.name)
    return PartyRecord(
      id: id, names: (name.isEmpty ? [] : [name]) + further,
      street: PartyRecord.lines(cell(.street), cell(.street2)), postcode: cell(.postcode),
      city: cell(.city), country: cell(.country), registerCountry: cell(.registerCountry),
      identifiers: Self.identifiers(cell))
  }

  private static func identifiers(_ cell: (Column) -> String) -> [Identifier] {
    let columns: [(Column, IdentifierScheme)] = [
      (.lei, .lei), (.vat, .vat), (.register, .register), (.ncage, .ncage), (.bpnl, .bpnl),
      (.duns, .duns),
    ]
    return columns.compactMap { column, scheme in
      // A number that is none, or that names no register, says nothing about who is meant.
      do throws(IdentifierFault) {
        return try Identifier(cell(column), of: scheme, country: nil)
      } catch {
        return nil
      }
    }
  }
}
