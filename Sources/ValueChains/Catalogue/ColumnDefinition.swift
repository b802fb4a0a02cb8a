// SPDX-License-Identifier: Apache-2.0
import Localization

/// What the catalogue says about one column of a table.
///
/// Reading, writing, findings, the schema in `datapackage.json`, the format guide and, later, forms
/// all follow this one declaration.
public struct ColumnDefinition: Sendable {
  /// What a cell of the column holds.
  public enum Kind: Sendable, Equatable {
    /// Part of the table's key: text of at most 200 characters that must be there.
    case key
    case text
    /// Text that must be a key of another table, or `wildcard`.
    case reference(TableName, wildcard: String? = nil)
    /// One of a closed list; anything else is an error.
    case choice([String])
    /// Usually one of a list; anything else is kept, with a warning.
    case suggestion([String])
    /// Several entries joined by `;`.
    case list
    case number
  }

  /// What an empty cell means in a computation.
  public enum Empty: Sendable, Equatable {
    /// Nothing follows from it.
    case notStated
    case value(Double)
    case unlimited
  }

  public let name: ColumnName
  public let kind: Kind
  /// The unit of a number, nil for plain counts and for text.
  public let unit: LocalizedText?
  public let empty: Empty
  /// What a number may be; both ends allowed.
  public let bounds: ClosedRange<Double>
  public let label: LocalizedText
  public let explanation: LocalizedText

  public var isNumber: Bool { kind == .number }
}

extension ColumnDefinition {
  static let anyNumber = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  static let notNegative = 0...Double.greatestFiniteMagnitude

  static func key(
    _ name: ColumnName, refersTo table: TableName? = nil, de: String, en: String,
    _ explanationDe: String = "", _ explanationEn: String = ""
  ) -> Self {
    Self(
      name: name, kind: table.map { .reference($0) } ?? .key, unit: nil, empty: .notStated,
      bounds: anyNumber, label: LocalizedText(de: de, en: en),
      explanation: LocalizedText(de: explanationDe, en: explanationEn))
  }

  static func text(
    _ name: ColumnName, _ kind: Kind = .text, de: String, en: String,
    _ explanationDe: String = "", _ explanationEn: String = ""
  ) -> Self {
    Self(
      name: name, kind: kind, unit: nil, empty: .notStated, bounds: anyNumber,
      label: LocalizedText(de: de, en: en),
      explanation: LocalizedText(de: explanationDe, en: explanationEn))
  }

  static func number(
    _ name: ColumnName, _ unit: LocalizedText? = nil, empty: Empty = .value(0),
    in bounds: ClosedRange<Double> = notNegative, de: String, en: String,
    _ explanationDe: String = "", _ explanationEn: String = ""
  ) -> Self {
    Self(
      name: name, kind: .number, unit: unit, empty: empty, bounds: bounds,
      label: LocalizedText(de: de, en: en),
      explanation: LocalizedText(de: explanationDe, en: explanationEn))
  }
}

/// Units that several columns share.
extension LocalizedText {
  static let perDay = Self(de: "Mengeneinheit je Tag", en: "units of the material per day")
  static let days = Self(de: "Tage", en: "days")
  static let dayNumber = Self(de: "Tag, ab 1", en: "day, from 1")
  static let quantity = Self(de: "Mengeneinheit", en: "units of the material")
  static let money = Self(de: "Währung des Pakets", en: "the package's currency")
  static let moneyPerUnit = Self(
    de: "Währung je Mengeneinheit", en: "currency per unit of the material")
  static let people = Self(de: "Personen", en: "people")
  static let degrees = Self(de: "Grad", en: "degrees")
}
