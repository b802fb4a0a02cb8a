// SPDX-License-Identifier: Apache-2.0
import Localization

/// What reading a list gave: its entries and everything that was wrong.
public struct ListReading: Sendable {
  public enum Format: String, Sendable {
    /// The consolidated list of financial sanctions of the European Union, XML 1.1.
    case europeanUnion
    /// `targets.simple.csv` of OpenSanctions.
    case openSanctions
    /// Any CSV file with a column `name`.
    case plain
  }

  public let format: Format
  /// When the publisher made it, as the file says; `""` where it does not.
  public var version: String
  /// In the order of the file.
  public var entries: [ListEntry]
  /// In the order of the file.
  public var faults: [ListFault]

  init(_ format: Format, version: String = "") {
    self.format = format
    self.version = version
    entries = []
    faults = []
  }

  /// Whether nothing of the file may be used.
  public var isUnusable: Bool { faults.contains { $0.severity == .wholeFile } }
}

/// How much of a file is believed. What is longer is refused with its place: no name of a person or
/// firm is that long, but a broken quotation mark makes such cells.
public enum ListLimits {
  /// 512 MiB; the largest list published has about a fifth of it.
  public static let fileBytes = 1 << 29
  static let nameBytes = 1_000
  static let namesAnEntry = 1_000

  static let fileTooLarge = LocalizedText(
    de: "Die Datei hat mehr als \(fileBytes >> 20) MiB.",
    en: "The file has more than \(fileBytes >> 20) MiB.")

  static func nameTooLong(_ name: String) -> LocalizedText {
    LocalizedText(
      de:
        "Der Name hat \(name.utf8.count) Bytes, mehr als die \(nameBytes), die ein Name haben kann.",
      en: "The name has \(name.utf8.count) bytes, more than the \(nameBytes) a name can have.")
  }
}
