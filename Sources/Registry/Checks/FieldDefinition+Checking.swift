// SPDX-License-Identifier: Apache-2.0
import Localization

/// Which mark stands before the decimals in a list.
public enum DecimalMark: String, Sendable, Codable, CaseIterable {
  case comma
  case point
}

extension FieldDefinition {
  /// Brings what people write into the one spelling that is stored and compared.
  ///
  /// Never changes what is meant: a text with two readings is a fault, unless only one of them lies
  /// within the field's bounds.
  /// - Parameters:
  ///   - country: ISO 3166-1 alpha-2 of the firm, for phone and register numbers without one.
  ///   - decimal: how numbers are written in the list; nil where that is not known.
  public func normalised(_ raw: String, country: String? = nil, decimal: DecimalMark? = nil)
    throws(FieldFault) -> String
  {
    try normalised(cleaned: CellText.cleaned(raw), country: country, decimal: decimal)
  }

  /// The same for a text that ``CellText`` has cleaned already.
  public func normalised(cleaned text: String, country: String?, decimal: DecimalMark?)
    throws(FieldFault) -> String
  {
    try content.normalised(
      cleaned: text, label: label, key: field.key, country: country, decimal: decimal)
  }

  /// The same as a result, for closures.
  public func checked(_ raw: String, country: String? = nil, decimal: DecimalMark? = nil)
    -> Result<String, FieldFault>
  {
    do {
      return .success(try normalised(raw, country: country, decimal: decimal))
    } catch {
      return .failure(error)
    }
  }
}

extension FieldDefinition.Content {
  /// Brings a cleaned text into the one spelling of such content.
  ///
  /// - Parameters:
  ///   - label: what messages call the field.
  ///   - key: the field's key, for the words people use for its choices.
  ///   - country: ISO 3166-1 alpha-2 of the firm, for phone and register numbers without one.
  ///   - decimal: how numbers are written in the list; nil where that is not known.
  public func normalised(
    cleaned text: String, label: LocalizedText, key: String, country: String? = nil,
    decimal: DecimalMark? = nil
  ) throws(FieldFault) -> String {
    if text.isEmpty {
      throw FieldFault(
        .empty, de: "\(label.german): Hier steht nichts.", en: "\(label.english): nothing is here.")
    }
    if text.utf8.first == UInt8(ascii: "#"), CellText.spreadsheetErrors.contains(text) {
      throw FieldFault(
        .brokenCell,
        de:
          "\(label.german): „\(text)“ ist die Fehlermeldung einer Formel in der Tabelle, kein Wert. Berichtigen Sie die Formel.",
        en:
          "\(label.english): “\(text)” is the error of a formula in the sheet, no value. Mend the formula."
      )
    }
    switch self {
    case .text(let limit): return try bounded(text, limit, label)
    case .reference: return try bounded(text, 500, label)
    case .choice(let choices): return try ChoiceText.code(text, choices, label, key: key)
    case .number(let unit, let bounds):
      return try NumberText(text, label, unit: unit, bounds: bounds, decimal: decimal).plain
    case .date: return try DayText.day(text, label).description
    case .country: return try countryCode(text, label)
    case .code(let pattern): return try CodeText.code(text, pattern, label)
    case .identifier(let scheme):
      do {
        return try Identifier(text, of: scheme, country: country).value
      } catch {
        throw FieldFault(error)
      }
    case .email: return try ContactText.email(text)
    case .phone: return try PhoneText.number(text, country: country)
    case .webAddress: return try ContactText.webAddress(text)
    }
  }

  private func bounded(_ text: String, _ limit: Int, _ label: LocalizedText) throws(FieldFault)
    -> String
  {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    throw FieldFault(
      .tooLong,
      de:
        "\(label.german): \(text.unicodeScalars.count) Zeichen, erlaubt sind \(limit). Bitte kürzen; vermutlich steht hier mehr als ein Wert.",
      en:
        "\(label.english): \(text.unicodeScalars.count) characters, \(limit) are allowed. Please shorten it; probably more than one value stands here."
    )
  }

  private func countryCode(_ text: String, _ label: LocalizedText) throws(FieldFault) -> String {
    if let code = CountryText.code(text) { return code }
    throw FieldFault(
      .countryUnknown,
      de:
        "\(label.german): „\(FieldFault.excerpt(text))“ ist kein bekanntes Land. Schreiben Sie den Namen aus oder den Code mit zwei Buchstaben, etwa DE.",
      en:
        "\(label.english): “\(FieldFault.excerpt(text))” is no known country. Write its name in full, or the code of two letters, as in DE."
    )
  }
}
