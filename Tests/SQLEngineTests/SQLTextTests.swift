// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import SQLEngine

@Suite struct SQLTextTests {
  @Test(arguments: [
    (
      "CREATE TABLE a (\"BIGINT\" BIGINT, b DOUBLE  PRECISION -- BIGINT\n, c bytetext DEFAULT 'BIGINT');",
      "CREATE TABLE a (\"BIGINT\" INT, b REAL   -- BIGINT\n, c TEXT DEFAULT 'BIGINT')\nSTRICT"
    ),
    ("alter table a add column b bigint", "alter table a add column b INT"),
    ("CREATE INDEX i ON a (bigint)", "CREATE INDEX i ON a (bigint)"),
    ("INSERT INTO a VALUES ('BIGINT', 1);", "INSERT INTO a VALUES ('BIGINT', 1);"),
    ("/* first */ create table x(a TEXT)", "/* first */ create table x(a TEXT)\nSTRICT"),
  ])
  func migrationsInTheWordsOfSQLite(sql: String, expected: String) {
    #expect(SQLiteDialect.migration(sql) == expected)
  }

  /// Checksums of databases in use must stay the same: two worked out elsewhere.
  @Test func checksumsAreFNV1a() {
    #expect(Migration("a", []).checksum == "cbf29ce484222325")
    #expect(Migration("a", ["a"]).checksum == "089be207b544f1e4")
    #expect(
      Migration("b", ["CREATE TABLE a (b TEXT)", "SELECT 1"]).checksum == "bad6d4d7973e1a3f")
  }

  @Test func whatIsReadOfAStatement() throws {
    let text = try SQLText.read(" -- c\n(WITH a AS (SELECT $2) SELECT $1, '$9', $2 FROM a); -- end")
    #expect(text.keyword == "WITH" && text.parameterCount == 2 && text.mayChangeRows)
    #expect(try SQLText.read("select 1").mayChangeRows == false)
  }

  /// Whatever it is given, the lexer ends, loses nothing, and never takes a broken text for whole.
  @Test func anyTextIsCutIntoItsPieces() {
    let parts = [
      "'", "\"", "''", "--", "\n", "/*", "*/", "$", "$1", "$12", "$a", ";", "?", "\0", "ä", "日",
      "e",
      "SELECT", " ", "_", "(", "-", "/", "*", "9", "👩‍🔬",
    ]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<12, using: &generator)
      let sql = (0..<count).map { _ in generator.pick(parts) }.joined()
      var lexer = SQLLexer(sql)
      var pieces: [String] = []
      while let (_, text) = lexer.next() { pieces.append(text) }
      #expect(Array(pieces.joined().utf8) == Array(sql.utf8), "\(sql)")
      #expect(pieces.allSatisfy { !$0.isEmpty })
    }
  }
}
