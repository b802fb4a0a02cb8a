// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import Spreadsheets

/// Rows that were not taken over, with the list's own columns, so that they can be mended and read
/// again: `line` and `reason` stand behind them.
public struct RefusedRowsFile {
  public enum Format: String, Sendable, CaseIterable {
    case csv
    case xlsx
  }

  private let columns: [String]
  private let languages: [Language]

  /// - Parameters:
  ///   - columns: the list's columns.
  ///   - languages: one reason a language; two by default.
  public init(columns: [String], languages: [Language] = Language.allCases) {
    self.columns = columns
    self.languages = languages
  }

  var header: [String] {
    let reasons = languages.map { languages.count == 1 ? "reason" : "reason_\($0.rawValue)" }
    return columns + ["line"] + reasons
  }

  /// A row that is longer than the header keeps its surplus cells in the last column, divided by `|`.
  func cells(_ row: RefusedRow) -> [String] {
    var cells = Array(row.cells.prefix(columns.count))
    cells += Array(repeating: "", count: columns.count - cells.count)
    if row.cells.count > columns.count, !cells.isEmpty {
      cells[cells.count - 1] = row.cells[(columns.count - 1)...].joined(separator: " | ")
    }
    return cells + ["\(row.line)"]
      + languages.map { language in row.reasons.map { $0[language] }.joined(separator: " ") }
  }

  /// Rows as CSV: UTF-8 with a byte-order mark, as spreadsheets expect, cells guarded from being
  /// taken for formulas.
  public func csv(_ rows: some Sequence<RefusedRow>) -> String {
    var text = "\u{FEFF}" + Self.line(header)
    for row in rows { text += Self.line(cells(row).map(FormulaGuard.guarded)) }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(CSVCell.quoted).joined(separator: ",") + "\r\n"
  }

  /// Rows as a workbook. Its cells are typed as text, so no formula can hide there.
  public func write(_ rows: some Sequence<RefusedRow>, to path: String, format: Format)
    throws(TableFault)
  {
    switch format {
    case .csv: try FileWriting.write(Array(csv(rows).utf8), to: path)
    case .xlsx:
      let writer = try WorkbookWriter(path: path, sheet: "refused", header: header)
      for row in rows {
        var cells = cells(row).map(WorkbookWriter.Cell.text)
        cells[columns.count] = .number(Double(row.line))
        try writer.append(cells)
      }
      try writer.finish()
    }
  }
}
