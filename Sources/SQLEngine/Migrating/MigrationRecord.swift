// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// A row of `schema_migration`.
struct MigrationRecord {
  let name: String
  let checksum: String

  /// All rows in the order of their names; none where the table is not there yet.
  static func all(_ connection: SQLConnection) throws(DatabaseError) -> [MigrationRecord] {
    let isThere = try connection.migrating { (engine) throws(DatabaseError) in
      try engine.hasTable("schema_migration")
    }
    guard isThere else { return [] }
    var records: [MigrationRecord] = []
    for row in try connection.rows("SELECT name, checksum FROM schema_migration ORDER BY name") {
      records.append(MigrationRecord(name: try row.text(0), checksum: try row.text(1)))
    }
    return records
  }

  static func makeTable(_ connection: SQLConnection) throws(DatabaseError) {
    try connection.executeMigration(
      """
      CREATE TABLE schema_migration (
        name BYTETEXT PRIMARY KEY,
        checksum TEXT NOT NULL,
        applied_at TEXT NOT NULL
      )
      """)
  }

  func insert(_ connection: SQLConnection, at time: Date) throws(DatabaseError) {
    try connection.execute(
      "INSERT INTO schema_migration (name, checksum, applied_at) VALUES ($1, $2, $3)",
      [.text(name), .text(checksum), .text(time.formatted(.iso8601))])
  }
}

extension DatabaseError {
  static func schemaTooNew(_ location: DatabaseLocation, _ name: String) -> DatabaseError {
    DatabaseError(
      .schemaTooNew,
      LocalizedText(
        de:
          "Die Datenbank \(location) stammt von einer neueren Version von Tragwerk (Stand \(name)); es wurde nichts geändert. Tragwerk aktualisieren.",
        en:
          "The database \(location) comes from a newer version of Tragwerk (state \(name)); nothing was changed. Update Tragwerk."
      ))
  }

  static func schemaMissing(_ location: DatabaseLocation, _ name: String) -> DatabaseError {
    DatabaseError(
      .schemaChanged,
      LocalizedText(
        de:
          "In der Datenbank \(location) fehlt der Schritt \(name), spätere sind vorhanden; es wurde nichts geändert. Aus einer Sicherung wiederherstellen.",
        en:
          "The database \(location) lacks the step \(name), but has later ones; nothing was changed. Restore it from a backup."
      ))
  }

  static func schemaChanged(_ location: DatabaseLocation, _ name: String) -> DatabaseError {
    DatabaseError(
      .schemaChanged,
      LocalizedText(
        de:
          "Die Datenbank \(location) wurde mit einem anderen Wortlaut des Schritts \(name) angelegt; es wurde nichts geändert. Die Version von Tragwerk verwenden, mit der sie angelegt wurde.",
        en:
          "The database \(location) was made with another wording of the step \(name); nothing was changed. Use the version of Tragwerk it was made with."
      ))
  }

  static func schemaTooOld(_ location: DatabaseLocation, pending: Int) -> DatabaseError {
    DatabaseError(
      .schemaTooOld,
      LocalizedText(
        de:
          "Der Datenbank \(location) fehlen \(pending) Schritte. Erst „tragwerk migrate“ ausführen.",
        en: "The database \(location) lacks \(pending) steps. Run “tragwerk migrate” first."))
  }
}
