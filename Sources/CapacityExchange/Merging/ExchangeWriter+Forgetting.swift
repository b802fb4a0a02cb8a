// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Taking out what an object brought before, so that it can come again.
extension ExchangeWriter {
  /// Takes out what these sources brought before; answered questions stay.
  mutating func forget(_ sources: Set<Source>) {
    let texts = Set(sources.map(\.text))
    let provenance = chain[.provenance]
    var owned: [TableName: [String: Set<ColumnName>]] = [:]
    for row in 0..<provenance.count where texts.contains(provenance.text(.source, row)) {
      guard let table = TableName(rawValue: provenance.text(.table, row)),
        let column = ColumnName(rawValue: provenance.text(.column, row))
      else { continue }
      owned[table, default: [:]][provenance.text(.key, row), default: []].insert(column)
    }
    chain[.provenance].removeRows { texts.contains(provenance.text(.source, $0)) }
    for table in [TableName.supplies, .options, .demands, .recipes, .arrivals] {
      if let rows = owned[table] { take(table, rows) }
    }
    if let rows = owned[.stocks] { clearStocks(rows) }
    removeLinesWithoutInput()
    let digests = Set(sources.map { Substring($0.digest) })
    let questions = chain[.questions]
    for row in 0..<questions.count where questions.text(.answer, row).isEmpty {
      let question = questions.text(.question, row)
      let parts = question.split(separator: "-", omittingEmptySubsequences: false)
      if parts.count == 3, parts[0] == "exchange", digests.contains(parts[1]) {
        stale[question] = row
      }
    }
    refreshKeys()
  }

  /// Removes rows and keeps their cells at hand.
  mutating func take(_ table: TableName, _ rows: [String: Set<ColumnName>]) {
    let contents = chain[table]
    for row in 0..<contents.count {
      guard let own = rows[contents.key(row)] else { continue }
      var cells: [ColumnName: Cell] = [:]
      for column in contents.definition.columns {
        cells[column.name] =
          column.isNumber
          ? Cell(contents.number(column.name, row)) : Cell(contents.text(column.name, row))
      }
      former[table, default: []].append(FormerRow(key: contents.key(row), cells: cells, own: own))
      keys[table]?.remove(contents.key(row))
    }
    chain[table].removeRows { rows[contents.key($0)] != nil }
  }

  /// A stock row that says more than the import did stays without it.
  private mutating func clearStocks(_ rows: [String: Set<ColumnName>]) {
    let stocks = chain[.stocks]
    let figures: [ColumnName] = [.onHand, .inTransit, .holdingCostPerDay, .maximum]
    var cleared: [(row: Int, column: ColumnName, cell: Cell)] = []
    var gone: Set<Int> = []
    for row in 0..<stocks.count {
      guard let own = rows[stocks.key(row)] else { continue }
      if figures.allSatisfy({ own.contains($0) || stocks.number($0, row) == nil }) {
        gone.insert(row)
      } else {
        cleared += own.map { (row, $0, .empty) }
      }
    }
    chain[.stocks].set(cleared)
    chain[.stocks].removeRows { gone.contains($0) }
  }

  /// Lines this import made stand for a capacity; without one they would make without limit.
  private mutating func removeLinesWithoutInput() {
    let recipes = chain[.recipes]
    let limited = Set(
      (0..<recipes.count).filter { (recipes.number(.quantity, $0) ?? 0) < 0 }
        .map { recipes.text(.line, $0) })
    let lines = chain[.lines]
    let gone = Set(
      (0..<lines.count).map { lines.text(.line, $0) }
        .filter { $0.hasPrefix(Self.lineMark) && !limited.contains($0) })
    if gone.isEmpty { return }
    chain[.lines].removeRows { gone.contains(lines.text(.line, $0)) }
    chain[.recipes].removeRows { gone.contains(recipes.text(.line, $0)) }
  }

  static let lineMark = "exchange-line:"

  /// Takes out provenance and questions of rows that did not come again. Call once, at the end.
  mutating func tidy() {
    refreshKeys()
    chain[.questions].set(reworded)
    let unasked = Set(stale.values)
    chain[.questions].removeRows(where: unasked.contains)
    let lost = former.flatMap { table, rows in
      rows.filter { table.definition.keyLength > 0 && !has(table, $0.key) }.map {
        "\(table.rawValue)\u{1F}\($0.key)"
      }
    }
    let gone = Set(lost)
    if gone.isEmpty { return }
    for table in [TableName.provenance, .questions] {
      let contents = chain[table]
      chain[table].removeRows { row in
        gone.contains("\(contents.text(.table, row))\u{1F}\(contents.text(.key, row))")
      }
    }
  }
}
