// SPDX-License-Identifier: Apache-2.0
import Localization

/// The Frictionless table schema of each table, as the catalogue declares it.
enum PackageSchema {
  /// A `resources` entry of `datapackage.json`, with only the columns the table has and only
  /// foreign keys to tables that are written.
  static func resource(for table: TableContents, among written: Set<TableName>) -> JSONValue {
    let definition = table.definition
    let columns = definition.columns.enumerated().filter { at, column in
      at < definition.keyLength || table.has(column.name)
    }.map(\.element)
    var fields = columns.map { field($0, isKey: definition.key.map(\.name).contains($0.name)) }
    fields += table.unknownColumns.map {
      .object([("name", .text($0.name)), ("type", .text("string"))])
    }
    var schema: [(String, JSONValue)] = [
      ("fields", .array(fields)), ("missingValues", .array([.text("")])),
    ]
    if definition.keyLength > 0 {
      schema.append(("primaryKey", .array(definition.key.map { .text($0.name.rawValue) })))
    }
    let foreign = columns.compactMap { foreignKey($0, written) }
    if !foreign.isEmpty { schema.append(("foreignKeys", .array(foreign))) }
    return .object([
      ("profile", .text("tabular-data-resource")), ("name", .text(definition.name.rawValue)),
      ("title", .text(definition.label.english)),
      ("description", .text(definition.explanation.english)),
      ("path", .text("\(definition.name.rawValue).csv")), ("format", .text("csv")),
      ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")), ("schema", .object(schema)),
    ])
  }

  private static func field(_ column: ColumnDefinition, isKey: Bool) -> JSONValue {
    var entry: [(String, JSONValue)] = [
      ("name", .text(column.name.rawValue)), ("title", .text(column.label.english)),
      ("title_de", .text(column.label.german)),
      ("type", .text(column.isNumber ? "number" : "string")),
    ]
    if !column.explanation.english.isEmpty {
      entry.append(("description", .text(column.explanation.english)))
    }
    if let unit = column.unit { entry.append(("unit", .text(unit.english))) }
    let constraints = constraints(column, isKey: isKey)
    if !constraints.isEmpty { entry.append(("constraints", .object(constraints))) }
    return .object(entry)
  }

  private static func constraints(_ column: ColumnDefinition, isKey: Bool) -> [(String, JSONValue)]
  {
    var constraints: [(String, JSONValue)] = []
    if isKey {
      constraints.append(("required", .bool(true)))
      if !column.isNumber {
        constraints.append(("maxLength", .number(Double(KeyChecks.longestKey))))
      }
    }
    if case .choice(let allowed) = column.kind {
      constraints.append(("enum", .array(allowed.map(JSONValue.text))))
    }
    if column.isNumber, column.bounds.lowerBound > ColumnDefinition.anyNumber.lowerBound {
      constraints.append(("minimum", .number(column.bounds.lowerBound)))
      if column.bounds.upperBound < ColumnDefinition.anyNumber.upperBound {
        constraints.append(("maximum", .number(column.bounds.upperBound)))
      }
    }
    return constraints
  }

  /// References with a wildcard cannot be stated as foreign keys of the standard.
  private static func foreignKey(_ column: ColumnDefinition, _ written: Set<TableName>)
    -> JSONValue?
  {
    guard case .reference(let table, nil) = column.kind, written.contains(table),
      let key = table.definition.key.first
    else { return nil }
    return .object([
      ("fields", .text(column.name.rawValue)),
      (
        "reference",
        .object([("resource", .text(table.rawValue)), ("fields", .text(key.name.rawValue))])
      ),
    ])
  }
}
