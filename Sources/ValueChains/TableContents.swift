// SPDX-License-Identifier: Apache-2.0

/// One cell to be written into a table.
public enum Cell: Sendable, Equatable {
  case empty
  case text(String)
  case number(Double)

  /// A number that may not be known.
  public init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
  public init(_ text: String) { self = text.isEmpty ? .empty : .text(text) }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringInterpolation
{
  public init(stringLiteral value: String) { self.init(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

/// The rows of one table, column by column.
public struct TableContents: Sendable {
  public let definition: TableDefinition
  public private(set) var count = 0
  /// The line in the file each row came from; for rows made in memory, where it would be written.
  public private(set) var lines: [Int32] = []
  /// Columns the catalogue does not know, kept as they were.
  public private(set) var unknownColumns: [(name: String, values: TextColumn)] = []
  /// What could not be read; nothing for tables made in memory.
  var damage = TableDamage()
  private var texts: [TextColumn?]
  private var numbers: [[Double]?]

  public init(_ name: TableName) {
    definition = name.definition
    texts = Array(repeating: nil, count: definition.columns.count)
    numbers = Array(repeating: nil, count: definition.columns.count)
  }

  /// Taken over by the reader, which fills whole columns.
  init(
    _ name: TableName, count: Int, lines: [Int32], texts: [TextColumn?], numbers: [[Double]?],
    unknownColumns: [(String, TextColumn)]
  ) {
    definition = name.definition
    self.count = count
    self.lines = lines
    self.texts = texts
    self.numbers = numbers
    self.unknownColumns = unknownColumns.map { (name: $0.0, values: $0.1) }
  }

  public var isEmpty: Bool { count == 0 }

  /// Whether the file, or an appended row, had this column at all.
  public func has(_ column: ColumnName) -> Bool {
    let at = position(column)
    return texts[at] != nil || numbers[at] != nil
  }

  /// A column of texts, `""` where a cell is empty.
  public func text(_ column: ColumnName) -> TextColumn {
    if let stored = texts[position(column)] { return stored }
    if numbers[position(column)] == nil { return TextColumn(repeating: "", count: count) }
    var empty = TextColumn()
    for row in 0..<count { empty.append(numberText(column, row)) }
    return empty
  }

  /// One text, `""` where the cell is empty.
  public func text(_ column: ColumnName, _ row: Int) -> String {
    texts[position(column)]?[row] ?? numberText(column, row)
  }

  private func numberText(_ column: ColumnName, _ row: Int) -> String {
    guard let value = number(column, row) else { return "" }
    return PlainNumber.text(value)
  }

  /// A column of numbers as they stand, not-a-number where a cell is empty.
  public func statedNumbers(_ column: ColumnName) -> [Double] {
    numbers[position(column)] ?? Array(repeating: .nan, count: count)
  }

  /// A column of numbers with the catalogue's meaning of an empty cell put in: its default value,
  /// or infinity for "not limited". Stays not-a-number where an empty cell means nothing.
  public func numbers(_ column: ColumnName) -> [Double] {
    let stated = statedNumbers(column)
    let replacement: Double
    switch definition.columns[position(column)].empty {
    case .notStated: return stated
    case .value(let value): replacement = value
    case .unlimited: replacement = .infinity
    }
    return stated.map { $0.isNaN ? replacement : $0 }
  }

  /// One number, nil where the cell is empty.
  public func number(_ column: ColumnName, _ row: Int) -> Double? {
    guard let value = numbers[position(column)]?[row], !value.isNaN else { return nil }
    return value
  }

  /// The key of a row, its parts joined by `|`; `row:N` in tables without one.
  public func key(_ row: Int) -> String {
    definition.keyLength == 0
      ? "row:\(lines[row])" : definition.key.map { text($0.name, row) }.joined(separator: "|")
  }

  /// The keys of all rows, empty where a part is missing or the table has none.
  func keyColumn() -> TextColumn {
    if definition.keyLength == 1, let stored = texts[0] { return stored }
    var keys = TextColumn()
    for row in 0..<count {
      let parts = definition.key.map { text($0.name, row) }
      // A separator that no cell of a sane table holds keeps "a|b"+"c" apart from "a"+"b|c".
      keys.append(parts.contains("") ? "" : parts.joined(separator: "\u{1F}"))
    }
    return keys
  }

  /// Adds a row; columns not named stay empty. Naming a column the table lacks stops the program.
  public mutating func append(_ cells: KeyValuePairs<ColumnName, Cell>) {
    append(cells.map { ($0.key, $0.value) })
  }

  /// The same for a list made at run time.
  public mutating func append(_ cells: [(ColumnName, Cell)]) {
    var given: [Cell] = Array(repeating: .empty, count: definition.columns.count)
    for (column, cell) in cells { given[position(column)] = cell }
    for (at, column) in definition.columns.enumerated() {
      let isUsed = texts[at] != nil || numbers[at] != nil || given[at] != .empty
      guard isUsed else { continue }
      if column.isNumber {
        var values = numbers[at] ?? Array(repeating: .nan, count: count)
        numbers[at] = nil
        // Infinity is how computing says what the package says by an empty cell.
        if case .number(let value) = given[at], value != .infinity || column.empty != .unlimited {
          values.append(value)
        } else {
          values.append(.nan)
        }
        numbers[at] = values
      } else {
        var values = texts[at] ?? TextColumn(repeating: "", count: count)
        texts[at] = nil
        switch given[at] {
        case .empty: values.append("")
        case .text(let text): values.append(text)
        case .number(let number): values.append(PlainNumber.text(number))
        }
        texts[at] = values
      }
    }
    // Columns the catalogue does not know have nothing to say of a new row.
    for at in unknownColumns.indices { unknownColumns[at].values.append("") }
    count += 1
    lines.append((lines.last ?? 1) + 1)
  }

  private func position(_ column: ColumnName) -> Int {
    guard let at = definition.index(of: column) else {
      preconditionFailure("The table \(definition.name.rawValue) has no column \(column.rawValue)")
    }
    return at
  }
}

/// Numbers as the package writes them: the shortest text that reads back as the same double.
enum PlainNumber {
  static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }
}
