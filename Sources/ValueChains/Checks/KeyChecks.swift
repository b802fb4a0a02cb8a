// SPDX-License-Identifier: Apache-2.0

/// Keys and references: one index per table, made once and used by every other check.
struct KeyChecks {
  static let longestKey = 200

  private let chain: ValueChain
  private let indexes: [KeyIndex?]
  /// For each table, the rows its references lead to, -1 where empty or unknown.
  private let references: [[ColumnName: [Int32]]]

  init(_ chain: ValueChain) {
    self.chain = chain
    let indexes = TableName.allCases.map { table in
      table.definition.keyLength == 0 ? nil : KeyIndex(chain[table].keyColumn())
    }
    self.indexes = indexes
    references = TableName.allCases.map { name in
      let table = chain[name]
      var rows: [ColumnName: [Int32]] = [:]
      for column in table.definition.columns where table.has(column.name) {
        guard case .reference(let other, _) = column.kind else { continue }
        rows[column.name] = indexes[other.index]?.rows(of: table.text(column.name))
      }
      return rows
    }
  }

  /// Finds rows of a table that has a key.
  subscript(table: TableName) -> KeyIndex {
    guard let index = indexes[table.index] else {
      preconditionFailure("The table \(table.rawValue) has no key")
    }
    return index
  }

  /// The rows a column refers to, -1 where it is empty or unknown (or `*`).
  func rows(_ table: TableName, _ column: ColumnName) -> [Int32] {
    references[table.index][column] ?? Array(repeating: -1, count: chain[table].count)
  }

  /// Whether other tables can refer to each row: its key is there and stands in no earlier row.
  /// Rows without that are told as such, not as unused, unreachable or without output.
  func canBeNamed(_ table: TableName) -> [Bool] {
    let texts = chain[table].keyColumn()
    var can = texts.indices.map { !texts.isEmpty($0) }
    for row in self[table].repeated.map(\.row) { can[row] = false }
    return can
  }

  func findings() -> [Finding] {
    TableName.allCases.flatMap { keyFindings($0) + referenceFindings($0) }
  }

  private func keyFindings(_ name: TableName) -> [Finding] {
    let table = chain[name]
    var findings: [Finding] = []
    for column in table.definition.key where table.has(column.name) {
      let texts = table.text(column.name)
      for row in texts.indices {
        if texts.isEmpty(row) {
          if table.damage.has(row, column.name) { continue }
          findings.append(
            table.finding(
              .keyMissing, .error, row, column.name,
              "Der Schlüssel fehlt.", "The key is missing."))
        } else if texts.range(row).count > Self.longestKey,
          texts[row].unicodeScalars.count > Self.longestKey
        {
          findings.append(
            table.finding(
              .keyTooLong, .error, row, column.name,
              "Der Schlüssel ist länger als \(Self.longestKey) Zeichen.",
              "The key is longer than \(Self.longestKey) characters."))
        }
      }
    }
    guard let index = indexes[name.index], let first = table.definition.columns.first else {
      return findings
    }
    for repeated in index.repeated {
      let (key, line) = (table.key(repeated.row), table.lines[repeated.first])
      findings.append(
        table.finding(
          .keyRepeated, .error, repeated.row, first.name,
          "Der Schlüssel „\(key)“ steht schon in Zeile \(line).",
          "The key “\(key)” already stands in row \(line)."))
    }
    return findings
  }

  private func referenceFindings(_ name: TableName) -> [Finding] {
    let table = chain[name]
    var findings: [Finding] = []
    for column in table.definition.columns {
      guard case .reference(let other, let wildcard) = column.kind, table.has(column.name),
        !chain[other].damage.lacksRows
      else { continue }
      let texts = table.text(column.name)
      let rows = rows(name, column.name)
      for row in rows.indices where rows[row] < 0 && !texts.isEmpty(row) && texts[row] != wildcard {
        if table.damage.has(row, column.name) { continue }
        findings.append(dangling(table, row, column.name, texts[row], other))
      }
    }
    if name == .options { findings += optionFindings() }
    return findings
  }

  private func optionFindings() -> [Finding] {
    let options = chain[.options]
    return (0..<options.count).compactMap { row in
      let target = options.text(.target, row)
      let table: TableName
      switch options.text(.kind, row).lowercased() {
      case "line", "conversion": table = .lines
      case "supplier": table = .supplies
      case "link": table = .links
      default: return nil
      }
      guard !target.isEmpty, self[table][target] == nil, !options.damage.has(row),
        !chain[table].damage.lacksRows
      else { return nil }
      return dangling(options, row, .target, target, table)
    }
  }

  func dangling(
    _ table: TableContents, _ row: Int, _ column: ColumnName, _ key: String, _ other: TableName
  ) -> Finding {
    table.finding(
      .referenceUnknown, .error, row, column,
      "„\(key)“ steht nicht in der Tabelle \(other.rawValue).",
      "“\(key)” is not in the table \(other.rawValue).")
  }
}
