// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Spreadsheets

/// Why a list cannot be read at all.
public enum ListFault: Error, Sendable {
  case table(TableFault)
  case mapping(MappingFaults)

  /// Every cause, in the order found.
  public var messages: [LocalizedText] {
    switch self {
    case .table(let fault): [fault.message]
    case .mapping(let faults): faults.all.map(\.message)
    }
  }
}

/// Reads a list row by row into what the register understands.
///
/// A row without a firm's name is refused; any other flaw leaves out one value and is noted. Memory
/// does not grow with the number of rows, but for the bytes of a text file.
public final class ListReader {
  /// The columns' names, in the order of the file.
  public let columns: [String]
  public let mapping: ColumnMapping
  /// What should be known about the form of the file.
  public let notes: [LocalizedText]
  /// The line of the header; 0 where the list has none.
  public let headerLine: Int

  private let source: TableSource
  private let plan: RowPlan
  private let memo = ValueMemo()
  /// Rows read to find the header, not yet given out.
  private var ahead: [TableRow]
  private let header: [String]

  /// - Parameter mapping: nil to guess it.
  public init(path: String, mapping: ColumnMapping? = nil) throws(ListFault) {
    var rows: [TableRow] = []
    do {
      source = try TableSource(path, sheet: mapping?.sheet)
      while rows.count < MappingGuess.sampleSize, let row = try source.next() { rows.append(row) }
    } catch {
      throw .table(error)
    }
    guard !rows.isEmpty else {
      throw .table(
        TableFault(.empty, de: "In der Tabelle steht nichts.", en: "There is nothing in the table.")
      )
    }
    let mapping = mapping ?? MappingGuess(rows).mapping
    let list = ListColumns(rows, mapping: mapping)
    let faults = mapping.faults(columns: list.names)
    guard faults.isEmpty else { throw .mapping(MappingFaults(faults)) }
    columns = list.names
    self.mapping = mapping
    notes = source.notes
    headerLine = list.rowsBefore > 0 ? rows[list.rowsBefore - 1].line : 0
    plan = RowPlan(mapping, columns: list.names)
    header = list.rowsBefore > 0 ? rows[list.rowsBefore - 1].cells : []
    ahead = rows.dropFirst(list.rowsBefore).reversed()
  }

  /// The next row, nil at the end. A header that comes again is passed over.
  public func next() throws(ListFault) -> ListOutcome? {
    while let row = try nextRow() {
      if !header.isEmpty, row.cells == header { continue }
      var reading = RowReading(row, plan, memo)
      return reading.outcome()
    }
    return nil
  }

  private func nextRow() throws(ListFault) -> TableRow? {
    if let row = ahead.popLast() { return row }
    do {
      return try source.next()
    } catch {
      throw .table(error)
    }
  }
}
