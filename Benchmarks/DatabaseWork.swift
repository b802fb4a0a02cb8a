// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine

/// What is measured of the databases: writing many rows, and looking single ones up.
enum DatabaseWork {
  static let tables = Migration(
    "0001-bench",
    [
      """
      CREATE TABLE bench (
        id BYTETEXT PRIMARY KEY, name BYTETEXT NOT NULL, number BIGINT NOT NULL,
        size DOUBLE PRECISION
      )
      """,
      "CREATE TABLE plain (id BIGINT PRIMARY KEY, name TEXT, size DOUBLE PRECISION)",
    ])

  /// Rows of a number, a word and a figure: nothing but the table and its key.
  static func insertPlain(_ rows: Int64, _ database: Database) async throws {
    try await database.write { connection in
      try connection.execute("DELETE FROM plain")
      var id: Int64 = 0
      _ = try connection.executeMany("INSERT INTO plain (id, name, size) VALUES ($1, $2, $3)") {
        id += 1
        return id > rows ? nil : [.integer(id), "a name of a firm", .real(Double(id) / 7)]
      }
    }
  }

  /// Rows with a text as key, as the register has them.
  static func insertKeyed(_ rows: Int64, _ database: Database) async throws {
    try await database.write { connection in
      try connection.execute("DELETE FROM bench")
      var id: Int64 = 0
      _ = try connection.executeMany(
        "INSERT INTO bench (id, name, number, size) VALUES ($1, $2, $3, $4)"
      ) {
        id += 1
        guard id <= rows else { return nil }
        return [.text(key(id)), "a name of a firm", .integer(id), .real(Double(id) / 7)]
      }
    }
  }

  /// Look-ups by key in one transaction; gives how many found something.
  static func lookUp(_ count: Int64, of rows: Int64, _ database: Database) async throws -> Int {
    try await database.read { connection in
      var found = 0
      for number in 0..<count {
        let id = 1 + number &* 7_919 % rows
        let row = try connection.row(
          "SELECT name, number, size FROM bench WHERE id = $1", [.text(key(id))])
        if try row?.integer(1) == id { found += 1 }
      }
      return found
    }
  }

  /// Look-ups by key, each in a transaction of its own.
  static func lookUpSingly(_ count: Int64, of rows: Int64, _ database: Database) async throws {
    for number in 0..<count {
      let id = key(1 + number &* 7_919 % rows)
      _ = try await database.read { connection in
        try connection.row("SELECT name, number, size FROM bench WHERE id = $1", [.text(id)])
      }
    }
  }

  private static func key(_ number: Int64) -> String {
    let digits = String(number)
    return "org-" + String(repeating: "0", count: 9 - digits.count) + digits
  }
}
