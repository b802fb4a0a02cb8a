// SPDX-License-Identifier: Apache-2.0
import Localization

/// Why a reference library could not be loaded.
public enum LibraryError: Error, Equatable, Sendable {
  /// The built-in tables are in none of the places where they belong.
  case tablesMissing(looked: [String])
  case noSuchFolder(path: String)
  case notAFolder(path: String)
  /// The folder holds none of the files a library is made of.
  case nothingKnown(path: String)
  case unreadable(file: String)
  case notText(file: String)
  /// The file is another one than its name says.
  case columnMissing(file: String, column: String)
  case badCell(file: String, row: Int, column: String, text: String)

  public var message: LocalizedText {
    switch self {
    case .tablesMissing(let looked):
      let places = looked.joined(separator: ", ")
      return LocalizedText(
        de: "Die mitgelieferten Tabellen fehlen. Gesucht wurde in: \(places).",
        en: "The built-in tables are missing. Looked in: \(places).")
    case .noSuchFolder(let path):
      return LocalizedText(
        de: "Den Ordner \(path) gibt es nicht.", en: "There is no folder \(path).")
    case .notAFolder(let path):
      return LocalizedText(
        de: "\(path) ist kein Ordner.", en: "\(path) is not a folder.")
    case .nothingKnown(let path):
      return LocalizedText(
        de:
          "Im Ordner \(path) liegt keine Datei einer Referenzbibliothek (erwartet wird z. B. raw_materials/material_crosswalk.csv).",
        en:
          "The folder \(path) holds no file of a reference library (expected is e.g. raw_materials/material_crosswalk.csv)."
      )
    case .unreadable(let file):
      return LocalizedText(
        de: "Die Datei \(file) ist nicht lesbar.", en: "The file \(file) cannot be read.")
    case .notText(let file):
      return LocalizedText(
        de: "Die Datei \(file) ist keine Textdatei.", en: "The file \(file) is not a text file.")
    case .columnMissing(let file, let column):
      return LocalizedText(
        de: "In der Datei \(file) fehlt die Spalte „\(column)“.",
        en: "The file \(file) has no column “\(column)”.")
    case .badCell(let file, let row, let column, let text):
      return LocalizedText(
        de: "Datei \(file), Zeile \(row), Spalte „\(column)“: „\(text)“ ist hier nicht möglich.",
        en: "File \(file), row \(row), column “\(column)”: “\(text)” is not possible here.")
    }
  }
}

/// Something to know about a library that was loaded nevertheless.
public struct LibraryNote: Sendable, Hashable {
  public let file: String
  /// The line in the file; 0 where the whole file is meant.
  public let row: Int
  /// `""` where the whole row is meant.
  public let column: String
  public let message: LocalizedText

  init(_ file: String, row: Int = 0, column: String = "", _ message: LocalizedText) {
    self.file = file
    self.row = row
    self.column = column
    self.message = message
  }
}
