// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Registry

extension ColumnMapping {
  /// The mapping as JSON, one column a line.
  ///
  /// ```
  /// {"formatVersion": 1, "columns": [{"column": "Firma", "field": "organisation.legal_name"}],
  ///  "constants": {"organisation.country": "DE"}, "decimal": "comma"}
  /// ```
  public var json: String {
    var entries: [(String, JSONValue)] = [("formatVersion", .number(1))]
    if let sheet { entries.append(("sheet", .text(sheet))) }
    if !hasHeader { entries.append(("header", .bool(false))) }
    if let decimal { entries.append(("decimal", .text(decimal.rawValue))) }
    entries.append(
      (
        "columns",
        .array(
          columns.map { column in
            let names = column.targets.map { JSONValue.text($0.text) }
            return .object([
              ("column", .text(column.column)),
              ("field", names.count == 1 ? names[0] : .array(names)),
            ])
          })
      ))
    if !constants.isEmpty {
      entries.append(
        ("constants", .object(constants.map { ($0.field.key, JSONValue.text($0.value)) })))
    }
    return JSONValue.object(entries).rendered(foldedWidth: 90)
  }

  /// Reads a mapping; all faults at once.
  public init(json: some StringProtocol) throws(MappingFaults) {
    let document = try Self.decoded(Data(json.utf8))
    var faults: [MappingFault] = []
    if let version = document.formatVersion, version != 1 {
      faults.append(
        MappingFault(
          .versionUnknown, "formatVersion",
          de: "Formatversion \(version) ist unbekannt; verstanden wird 1.",
          en: "Format version \(version) is unknown; 1 is understood."))
    }
    func target(_ text: String) -> ColumnTarget? {
      if let target = ColumnTarget(text) { return target }
      faults.append(
        MappingFault(
          .fieldUnknown, text,
          de:
            "„\(text)“ ist kein Feld. Möglich sind etwa organisation.legal_name, organisation.postcode, key, ignore, capabilities.",
          en:
            "“\(text)” is no field. Possible are for example organisation.legal_name, organisation.postcode, key, ignore, capabilities."
        ))
      return nil
    }
    let columns = document.columns.map { entry in
      Column(entry.column, targets: entry.field.names.compactMap(target))
    }
    var constants: [Constant] = []
    for (name, value) in (document.constants ?? [:]).sorted(by: { $0.key < $1.key }) {
      if case .field(let field)? = target(name) {
        constants.append(Constant(field, value))
      } else if ColumnTarget(name) != nil {
        faults.append(
          MappingFault(
            .constantInvalid, name,
            de: "„\(name)“ kann kein fester Wert sein; nur Felder können das.",
            en: "“\(name)” cannot be a constant; only fields can."))
      }
    }
    var decimal: DecimalMark?
    if let name = document.decimal {
      decimal = DecimalMark(rawValue: name)
      if decimal == nil {
        faults.append(
          MappingFault(
            .notReadable, "decimal", de: "„decimal“ ist comma oder point, nicht „\(name)“.",
            en: "“decimal” is comma or point, not “\(name)”."))
      }
    }
    guard faults.isEmpty else { throw MappingFaults(faults) }
    self.init(
      sheet: document.sheet, hasHeader: document.header ?? true, decimal: decimal,
      columns: columns, constants: constants)
  }

  private static func decoded(_ data: Data) throws(MappingFaults) -> MappingDocument {
    guard data.count <= 1 << 20 else {
      throw notReadable("", "Die Datei ist größer als 1 MB.", "The file is larger than 1 MB.")
    }
    do {
      return try JSONDecoder().decode(MappingDocument.self, from: data)
    } catch DecodingError.keyNotFound(let key, let context) {
      throw notReadable(
        path(context), "„\(key.stringValue)“ fehlt.", "“\(key.stringValue)” is missing.")
    } catch DecodingError.typeMismatch(_, let context) {
      throw notReadable(
        path(context), "Hier steht ein Wert falscher Art.", "A value of the wrong kind is here.")
    } catch {
      throw notReadable("", "Das ist kein gültiges JSON.", "This is no valid JSON.")
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map { "[\($0 + 1)]" } ?? $0.stringValue }.joined(
      separator: " ")
  }

  private static func notReadable(_ place: String, _ german: String, _ english: String)
    -> MappingFaults
  {
    let at = place.isEmpty ? "" : " (\(place))"
    return MappingFaults([
      MappingFault(
        .notReadable, place, de: "Die Spaltenzuordnung lässt sich nicht lesen\(at). \(german)",
        en: "The column mapping cannot be read\(at). \(english)")
    ])
  }
}

/// The mapping as it stands in JSON.
private struct MappingDocument: Decodable {
  struct Column: Decodable {
    var column: String
    var field: Names
  }

  /// One name, or a list of them.
  struct Names: Decodable {
    var names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        names = [try container.decode(String.self)]
      } catch DecodingError.typeMismatch {
        names = try container.decode([String].self)
      }
    }
  }

  var formatVersion: Int?
  var sheet: String?
  var header: Bool?
  var decimal: String?
  var columns: [Column]
  var constants: [String: String]?
}
