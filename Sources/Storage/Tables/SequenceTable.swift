// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Hands out numbers for ids, each once.
struct SequenceTable {
  let connection: SQLConnection

  /// The first of `count` numbers in a row that nobody else gets.
  func take(_ count: Int, _ name: String) throws -> Int64 {
    let rows = try connection.rows(
      """
      INSERT INTO sequence (name, next) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET next = sequence.next + $3 RETURNING next
      """, [.text(name), .integer(Int64(count) + 1), .integer(Int64(count))])
    guard let next = try rows.first?.integer(0) else {
      preconditionFailure("an upsert that returns gives a row")
    }
    return next - Int64(count)
  }

  /// An id such as `a00000001` that nobody else gets.
  func id(_ prefix: Character, _ name: String) throws -> String {
    String(prefix) + Base32.digits(try take(1, name))
  }
}
