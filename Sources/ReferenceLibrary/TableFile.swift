// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Geodesy

/// One table of a library on disk, whose cells are read with the place in every error.
struct TableFile {
  /// The path below the library's folder, as people are told.
  let name: String
  let rows: [DelimitedTable.Row]
  let header: [String]

  init(_ name: String, in folder: URL, columns: [String]) throws(LibraryError) {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
      throw .unreadable(file: name)
    }
    let text = DecodedText([UInt8](data), allowsWindows1252: true)
    guard text.isValid else { throw .notText(file: name) }
    let table = DelimitedTable(text)
    for column in columns where !table.header.contains(column) {
      throw .columnMissing(file: name, column: column)
    }
    self.name = name
    rows = table.rows
    header = table.header
  }

  /// Nil where the file does not exist.
  static func ifPresent(_ name: String, in folder: URL, columns: [String]) throws(LibraryError)
    -> Self?
  {
    guard FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) else {
      return nil
    }
    return try Self(name, in: folder, columns: columns)
  }

  typealias Row = DelimitedTable.Row

  func text(_ row: Row, _ column: String) throws(LibraryError) -> String {
    let text = row[column]
    if text.isEmpty { throw bad(row, column) }
    return text
  }

  /// Nil where the cell is empty.
  func number(
    _ row: Row, _ column: String,
    in bounds: ClosedRange<Double> = -Double
      .infinity...Double
      .infinity
  ) throws(LibraryError) -> Double? {
    if row[column].isEmpty { return nil }
    guard let number = row.number(column), bounds.contains(number) else { throw bad(row, column) }
    return number
  }

  func neededNumber(
    _ row: Row, _ column: String,
    in bounds: ClosedRange<Double> = -Double
      .infinity...Double
      .infinity
  ) throws(LibraryError) -> Double {
    guard let number = try number(row, column, in: bounds) else { throw bad(row, column) }
    return number
  }

  func coordinates(_ row: Row, _ latitude: String, _ longitude: String) throws(LibraryError)
    -> GeoPoint
  {
    GeoPoint(
      degreesNorth: try neededNumber(row, latitude, in: -90...90),
      east: try neededNumber(row, longitude, in: -180...180))
  }

  /// The columns `source` and `year` that every built-in table has.
  func provenance(_ row: Row) throws(LibraryError) -> Provenance {
    Provenance(
      source: try text(row, "source"), year: try number(row, "year", in: 0...9999).map { Int($0) })
  }

  func bad(_ row: Row, _ column: String) -> LibraryError {
    .badCell(file: name, row: row.line, column: column, text: String(row[column].prefix(80)))
  }
}
