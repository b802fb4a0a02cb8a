// SPDX-License-Identifier: Apache-2.0
import Registry

/// Remembers what values of closed lists became: a list says `Deutschland` a hundred thousand times.
final class ValueMemo {
  /// Values remembered a field; beyond they are read anew.
  static let limit = 5_000

  private var known: [RegisterField: [String: String]] = [:]

  /// - Parameter text: cleaned.
  func normalised(
    _ text: String, _ definition: FieldDefinition, _ country: String?, _ decimal: DecimalMark?
  ) throws(FieldFault) -> String {
    switch definition.content {
    case .country, .choice, .code:
      if let value = known[definition.field]?[text] { return value }
      let value = try definition.normalised(cleaned: text, country: country, decimal: decimal)
      if known[definition.field]?.count ?? 0 < Self.limit {
        known[definition.field, default: [:]][text] = value
      }
      return value
    default: return try definition.normalised(cleaned: text, country: country, decimal: decimal)
    }
  }
}
