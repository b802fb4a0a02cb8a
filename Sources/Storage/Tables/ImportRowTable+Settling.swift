// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// What a row became.
struct SettledRow {
  /// What the source said under the same key before.
  struct Earlier {
    var content: String
    var statedOn: CalendarDay
  }

  var line: Int
  var record: String
  var earlier: Earlier?
}

/// What rows became when their list was committed.
extension ImportRowTable {
  /// Notes what a row became, and what its record said before.
  func settle(_ rows: [SettledRow], of importID: String) throws {
    var rest = rows[...]
    _ = try connection.executeMany(
      """
      UPDATE import_row SET record = $1, earlier_content = $2, earlier_stated_on = $3
      WHERE import = $4 AND line = $5
      """
    ) {
      rest.popFirst().map { row in
        [
          .text(row.record), SQLValue(row.earlier?.content),
          SQLValue(row.earlier?.statedOn.description), .text(importID), .integer(Int64(row.line)),
        ]
      }
    }
  }

  /// What rows became, a page at a time; those that left nothing are not among them.
  func settled(of importID: String, after line: Int, limit: Int) throws -> [SettledRow] {
    try connection.rows(
      """
      SELECT line, record, earlier_content, earlier_stated_on FROM import_row
      WHERE import = $1 AND line > $2 AND record IS NOT NULL ORDER BY line LIMIT $3
      """, [.text(importID), .integer(Int64(line)), .integer(Int64(limit))]
    ).map { row in
      var earlier: SettledRow.Earlier?
      if let content = try row.optionalText(2), let day = try row.optionalText(3) {
        earlier = SettledRow.Earlier(content: content, statedOn: try Storage.day(day))
      }
      return SettledRow(line: Int(try row.integer(0)), record: try row.text(1), earlier: earlier)
    }
  }
}
