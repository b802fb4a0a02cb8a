// SPDX-License-Identifier: Apache-2.0
import Localization

/// Why a text is not accepted as an identifier.
public enum IdentifierFault: Error, Sendable, Hashable {
  /// Nothing, or what people write where a form demands something: `n/a`, `-`, `0000`.
  case placeholder
  /// The text does not have the form; the form is described.
  case form(IdentifierScheme, expected: LocalizedText)
  /// The form is right, the check digits are not: a digit is wrong or two are swapped.
  case checkDigits(IdentifierScheme)
  /// A German register number without its court names no firm: every court counts from 1.
  case courtMissing
  /// A court was written that no court of Germany resembles.
  case courtUnknown(String)
  /// Several numbers stand in one cell.
  case several
  /// The country that gave the number is neither in the text nor known from elsewhere.
  case countryMissing
}

extension IdentifierFault {
  /// What is wrong, why, and what to do.
  public var message: LocalizedText {
    switch self {
    case .placeholder:
      LocalizedText(
        de: "Hier steht keine Nummer, nur ein Platzhalter. Lassen Sie die Zelle leer.",
        en: "This is no number, only a placeholder. Leave the cell empty.")
    case .form(let scheme, let expected):
      LocalizedText(
        de: "\(scheme.label.german): Die Form stimmt nicht. Erwartet: \(expected.german).",
        en: "\(scheme.label.english): the form is wrong. Expected: \(expected.english).")
    case .checkDigits(let scheme):
      LocalizedText(
        de:
          "\(scheme.label.german): Die Prüfziffer stimmt nicht. Vermutlich ist ein Zeichen falsch oder zwei sind vertauscht; bitte mit der Quelle vergleichen.",
        en:
          "\(scheme.label.english): the check digit is wrong. Probably one character is wrong or two are swapped; please compare with the source."
      )
    case .courtMissing:
      LocalizedText(
        de:
          "Registernummer ohne Gericht: Jedes Gericht zählt selbst, die Nummer allein ist nicht eindeutig. Ergänzen Sie das Amtsgericht, etwa „HRB 123 Amtsgericht Köln“.",
        en:
          "Register number without a court: each court counts by itself, the number alone is not unique. Add the local court, as in “HRB 123 Amtsgericht Köln”."
      )
    case .courtUnknown(let court):
      LocalizedText(
        de:
          "„\(court)“ ist kein bekanntes Registergericht. Schreiben Sie das Gericht aus, etwa „HRB 123 Amtsgericht Köln“.",
        en:
          "“\(court)” is no known register court. Write the court in full, as in “HRB 123 Amtsgericht Köln”."
      )
    case .several:
      LocalizedText(
        de: "Hier stehen mehrere Nummern. Je Zelle bitte eine, oder mehrere durch „;“ getrennt.",
        en: "There are several numbers here. One a cell, please, or several divided by “;”.")
    case .countryMissing:
      LocalizedText(
        de:
          "Das Land, dessen Register die Nummer führt, fehlt. Ergänzen Sie eine Spalte Land oder schreiben Sie „FR 123456789“.",
        en:
          "The country whose register keeps the number is missing. Add a column for the country, or write “FR 123456789”."
      )
    }
  }
}

extension IdentifierScheme {
  public var label: LocalizedText {
    switch self {
    case .lei: LocalizedText(verbatim: "LEI")
    case .vat: LocalizedText(de: "USt-IdNr.", en: "VAT number")
    case .register: LocalizedText(de: "Registernummer", en: "Register number")
    case .ncage: LocalizedText(verbatim: "NCAGE")
    case .bpnl: LocalizedText(verbatim: "BPNL")
    case .duns: LocalizedText(verbatim: "D-U-N-S")
    }
  }
}
