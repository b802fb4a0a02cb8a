// SPDX-License-Identifier: Apache-2.0

/// Migrations in the words of SQLite: tables become STRICT, so that a value of another kind than its
/// column's is refused and a primary key is never NULL, as PostgreSQL has it.
///
/// STRICT tables know few type names (https://www.sqlite.org/stricttables.html). BIGINT becomes INT, not
/// INTEGER: an INTEGER PRIMARY KEY would number rows by itself.
enum SQLiteDialect {
  private static let types = [
    "BIGINT": "INT", "BYTETEXT": "TEXT", "DOUBLE": "REAL", "PRECISION": "",
  ]

  /// Only statements that make or change a table differ.
  static func migration(_ sql: String) -> String {
    var lexer = SQLLexer(sql)
    var words: [String] = []
    var text = ""
    while let (piece, part) = lexer.next() {
      guard piece == .word else {
        text += piece == .semicolon ? "" : part
        continue
      }
      let word = part.uppercased()
      words.append(word)
      text += types[word] ?? part
    }
    switch words.prefix(2) {
    case ["CREATE", "TABLE"]: return text + "\nSTRICT"
    case ["ALTER", "TABLE"]: return text
    default: return sql
    }
  }
}
