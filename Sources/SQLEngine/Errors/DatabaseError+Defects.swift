// SPDX-License-Identifier: Apache-2.0
import Localization

/// Errors of the calling code, found before an engine is asked.
extension DatabaseError {
  static func statement(_ reason: String, _ sql: String) -> DatabaseError {
    DatabaseError(
      .syntax,
      LocalizedText(
        de: "Eine SQL-Anweisung von Tragwerk ist falsch (\(reason)). Bitte melden.",
        en: "An SQL statement of Tragwerk is wrong (\(reason)). Please report it."), sql: sql)
  }

  static func notANumber(parameter: Int, _ sql: String) -> DatabaseError {
    DatabaseError(
      .value,
      LocalizedText(
        de:
          "Eine Zahl ist unendlich oder keine Zahl und kann nicht gespeichert werden (Wert $\(parameter)).",
        en: "A number is infinite or not a number and cannot be stored (value $\(parameter))."),
      sql: sql)
  }

  static func nul(parameter: Int, _ sql: String) -> DatabaseError {
    DatabaseError(
      .value,
      LocalizedText(
        de:
          "Ein Text enthält das Zeichen NUL und kann nicht gespeichert werden (Wert $\(parameter)). Das Zeichen entfernen.",
        en:
          "A text contains the character NUL and cannot be stored (value $\(parameter)). Remove the character."
      ), sql: sql)
  }

  static func noColumn(_ name: String, in names: [String]) -> DatabaseError {
    let there = names.joined(separator: ", ")
    return DatabaseError(
      .syntax,
      LocalizedText(
        de: "Ein Ergebnis hat keine Spalte \(name) (vorhanden: \(there)). Bitte melden.",
        en: "A result has no column \(name) (it has: \(there)). Please report it."))
  }

  static func wrongKind(_ value: SQLValue, _ column: SQLRow.Column, wanted: String) -> DatabaseError
  {
    let name =
      switch column {
      case .index(let index): "\(index)"
      case .name(let name): name
      }
    return DatabaseError(
      .value,
      LocalizedText(
        de: "Die Spalte \(name) enthält \(value.kind) statt \(wanted). Bitte melden.",
        en: "The column \(name) holds \(value.kind) instead of \(wanted). Please report it."))
  }

  /// The database holds something that Tragwerk never puts there.
  static func unknownKind(_ kind: String) -> DatabaseError {
    DatabaseError(
      .value,
      LocalizedText(
        de: "Die Datenbank enthält einen Wert der Art \(kind), die Tragwerk nicht verwendet.",
        en: "The database holds a value of the kind \(kind), which Tragwerk does not use."))
  }

  /// An invariant of the calling code is broken.
  static func misuse(de german: String, en english: String) -> DatabaseError {
    DatabaseError(
      .defect,
      LocalizedText(
        de: "Ein Fehler in Tragwerk selbst: \(german) Bitte melden.",
        en: "A defect in Tragwerk itself: \(english) Please report it."))
  }
}
