// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// The tables of a chain while an import goes into them. A figure goes in only with its origin.
struct ExchangeWriter {
  var chain: ValueChain
  let firstDay: CalendarDay
  var keys: [TableName: Set<String>] = [:]
  /// Rows an object brought earlier, so that what people added to them is not lost.
  var former: [TableName: [FormerRow]] = [:]
  private(set) var added: [TableName: Int] = [:]
  private(set) var questions = 0
  /// Unanswered questions of objects that come again, by key; what is not asked again goes.
  var stale: [String: Int] = [:]
  var reworded: [(row: Int, column: ColumnName, cell: Cell)] = []

  struct FormerRow {
    let key: String
    let cells: [ColumnName: Cell]
    /// Columns that came from the object itself.
    let own: Set<ColumnName>
  }

  init(_ chain: ValueChain, firstDay: CalendarDay) {
    self.chain = chain
    self.firstDay = firstDay
    refreshKeys()
  }

  /// A figure and its origin.
  struct Figure {
    enum Kind: String { case fact, estimate }

    let value: Double
    let kind: Kind
    let source: Source
    let origin: Origin
    let place: Place
    var note = ""
  }

  func has(_ table: TableName, _ key: String) -> Bool { keys[table]?.contains(key) == true }

  mutating func refreshKeys() {
    for table in TableName.allCases where table.definition.keyLength > 0 {
      let contents = chain[table]
      keys[table] = Set((0..<contents.count).map(contents.key))
    }
  }

  // MARK: Adding

  /// Adds a row; figures get rows in the table of provenance. Columns nobody stated keep what stood
  /// there when the object came last, or what stood in another row of its family.
  mutating func add(
    _ table: TableName, _ texts: KeyValuePairs<ColumnName, String>,
    _ figures: KeyValuePairs<ColumnName, Figure> = [:]
  ) {
    let numbers = Set(table.definition.columns.filter(\.isNumber).map(\.name))
    var cells: [(ColumnName, Cell)] = texts.map { column, text in
      (column, numbers.contains(column) ? Cell(Double(text)) : Cell(text))
    }
    for (column, figure) in figures { cells.append((column, .number(figure.value))) }
    cells += kept(table, cells)
    chain[table].append(cells)
    let key = chain[table].key(chain[table].count - 1)
    keys[table, default: []].insert(key)
    added[table, default: 0] += 1
    for (column, figure) in figures { note(figure, table, key, column) }
  }

  private func kept(_ table: TableName, _ cells: [(ColumnName, Cell)]) -> [(ColumnName, Cell)] {
    guard let rows = former[table], case .text(let key) = cells.first?.1,
      table.definition.keyLength == 1
    else { return [] }
    let same = rows.first { $0.key == key }
    guard let row = same ?? rows.first(where: { Self.family($0.key) == Self.family(key) }) else {
      return []
    }
    let given = Set(cells.map(\.0))
    return table.definition.columns.map(\.name).compactMap { column in
      guard !given.contains(column), !row.own.contains(column), let cell = row.cells[column],
        cell != .empty, ![.fromDay, .toDay].contains(column)
      else { return nil }
      return (column, cell)
    }
  }

  /// What a key has in common with those of other windows of time.
  static func family(_ key: String) -> Substring {
    key.lastIndex(of: "/").map { key[..<$0] } ?? key[...]
  }

  mutating func note(
    _ figure: Figure, _ table: TableName, _ key: String, _ column: ColumnName
  ) {
    let changed = figure.origin.changed
    let notes = [
      figure.note, changed.map { "changed \($0.text)" } ?? "", "day 1 is \(firstDay)",
      figure.place.text,
    ]
    chain[.provenance].append([
      .table: Cell(table.rawValue), .key: Cell(key), .column: Cell(column.rawValue),
      .valueKind: Cell(figure.kind.rawValue), .source: Cell(figure.source.text),
      .year: Cell(String((changed?.day ?? firstDay).parts.year)),
      .note: Cell(notes.filter { !$0.isEmpty }.joined(separator: "; ")),
    ])
  }

  /// Says under which of its numbers a partner knows a row.
  mutating func mark(_ table: TableName, _ key: String, _ column: ColumnName, _ number: String) {
    chain[.provenance].append([
      .table: Cell(table.rawValue), .key: Cell(key), .column: Cell(column.rawValue),
      .valueKind: "fact", .source: Cell(Source.numbers.text),
      .year: Cell(String(firstDay.parts.year)), .note: Cell(number),
    ])
  }

  enum Role: String { case maker, supplier, analyst }

  /// Asks once; a question somebody has answered stays as it is.
  mutating func ask(
    _ role: Role, _ source: Source, _ table: TableName, _ key: String, _ column: ColumnName?,
    _ german: String, _ english: String
  ) {
    let topic = fingerprint("\(table.rawValue) \(key) \(column?.rawValue ?? "") \(role.rawValue)")
    let question = "exchange-\(source.digest)-\(String(topic, radix: 16))"
    if let row = stale.removeValue(forKey: question) {
      reworded += [(row, .questionDe, Cell(german)), (row, .questionEn, Cell(english))]
    }
    guard keys[.questions, default: []].insert(question).inserted else { return }
    questions += 1
    chain[.questions].append([
      .question: Cell(question), .table: Cell(table.rawValue), .key: Cell(key),
      .column: Cell(column?.rawValue ?? ""), .questionDe: Cell(german), .questionEn: Cell(english),
      .role: Cell(role.rawValue),
    ])
  }

  /// Adds a row of the table without a key; provenance names it by its line.
  mutating func addArrival(_ site: String, _ material: String, _ day: Int, _ figure: Figure) {
    chain[.arrivals].append([
      .site: Cell(site), .material: Cell(material), .day: .number(Double(day)),
      .quantity: .number(figure.value),
    ])
    added[.arrivals, default: 0] += 1
    note(figure, .arrivals, chain[.arrivals].key(chain[.arrivals].count - 1), .quantity)
  }
}
