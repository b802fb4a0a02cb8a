// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Compares two chains cell by cell, numbers bit by bit.
public enum ChainComparison {
  /// What differs, in words; empty for equal chains. Columns that are empty throughout count as
  /// missing.
  public static func differences(_ first: ValueChain, _ second: ValueChain) -> [String] {
    var found: [String] = []
    if first.name != second.name { found.append("name \(first.name) ≠ \(second.name)") }
    if first.title != second.title { found.append("title \(first.title) ≠ \(second.title)") }
    if first.currency != second.currency { found.append("currency") }
    for table in TableName.allCases {
      found += differences(first[table], second[table]).map { "\(table.rawValue): \($0)" }
    }
    return found
  }

  private static func differences(_ first: TableContents, _ second: TableContents) -> [String] {
    guard first.count == second.count else { return ["\(first.count) ≠ \(second.count) rows"] }
    var found: [String] = []
    for column in first.definition.columns {
      for row in 0..<first.count {
        if column.isNumber {
          let (a, b) = (first.number(column.name, row), second.number(column.name, row))
          if a != b { found.append("\(column.name) \(row): \(a ?? .nan) ≠ \(b ?? .nan)") }
        } else {
          let (a, b) = (first.text(column.name, row), second.text(column.name, row))
          if Array(a.utf8) != Array(b.utf8) {
            found.append("\(column.name) \(row): \(a.debugDescription) ≠ \(b.debugDescription)")
          }
        }
      }
    }
    let names = (first.unknownColumns.map(\.name), second.unknownColumns.map(\.name))
    if names.0 != names.1 { found.append("unknown columns \(names.0) ≠ \(names.1)") }
    for (a, b) in zip(first.unknownColumns, second.unknownColumns)
    where !a.values.elementsEqual(b.values) {
      found.append("unknown column \(a.name)")
    }
    return found
  }
}
