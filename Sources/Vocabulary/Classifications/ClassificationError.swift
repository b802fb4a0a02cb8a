// SPDX-License-Identifier: Apache-2.0
import Localization

/// Why a file is no classification: every fault found.
public struct ClassificationError: Error, Sendable, Hashable {
  public let faults: [ClassificationFault]

  init(_ faults: [ClassificationFault]) { self.faults = faults }
}

/// A place in the file of a classification that needs mending.
public struct ClassificationFault: Sendable, Hashable {
  public enum Column: Sendable, Hashable { case code, title }

  public enum Kind: Sendable, Hashable {
    case tooLarge(limit: Int)
    case notText
    case empty
    case noColumn(Column)
    case badCode(String, ClassificationScheme.Standard)
    case repeated(String, earlier: Int)
    case noTitle(String)
    case unknownParent(String)
    case circle(String)
    /// The XML ends or breaks here.
    case brokenXML
  }

  /// From 1.
  public let line: Int
  public let kind: Kind

  init(line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// What is wrong, and what to do.
  public var message: LocalizedText {
    switch kind {
    case .tooLarge(let limit):
      LocalizedText(
        de: "Die Datei hat mehr als \(limit) Bytes; eine Klassifikation hat weniger.",
        en: "The file has more than \(limit) bytes; a classification has fewer.")
    case .notText:
      LocalizedText(
        de: "Die Datei ist kein Text. Die Tabelle als CSV (UTF-8) speichern.",
        en: "The file is no text. Save the sheet as CSV (UTF-8).")
    case .empty:
      LocalizedText(
        de: "Die Datei enthält keinen Eintrag.", en: "The file holds no entry.")
    case .noColumn(.code):
      LocalizedText(
        de: "Eine Spalte mit den Kodes fehlt (Überschrift z. B. code).",
        en: "A column of codes is missing (heading e.g. code).")
    case .noColumn(.title):
      LocalizedText(
        de: "Eine Spalte mit den Titeln fehlt (Überschrift z. B. label_de, label_en).",
        en: "A column of titles is missing (heading e.g. label_de, label_en).")
    case .badCode(let code, let standard):
      LocalizedText(
        de:
          "„\(code)“ ist kein Kode (\(standard.rawValue.uppercased())). Die Zelle als Text speichern.",
        en: "“\(code)” is no code (\(standard.rawValue.uppercased())). Save the cell as text.")
    case .repeated(let code, let earlier):
      LocalizedText(
        de: "Den Kode \(code) gibt es schon in Zeile \(earlier).",
        en: "The code \(code) is in line \(earlier) already.")
    case .noTitle(let code):
      LocalizedText(
        de: "Der Kode \(code) hat keinen Titel.", en: "The code \(code) has no title.")
    case .unknownParent(let code):
      LocalizedText(
        de: "Den übergeordneten Kode „\(code)“ gibt es in der Datei nicht.",
        en: "The wider code “\(code)” is not in the file.")
    case .circle(let code):
      LocalizedText(
        de: "Der Kode \(code) steht über sich selbst.",
        en: "The code \(code) is wider than itself.")
    case .brokenXML:
      LocalizedText(
        de: "Das XML bricht hier ab. Die Datei noch einmal herunterladen.",
        en: "The XML breaks off here. Download the file again.")
    }
  }
}
