// SPDX-License-Identifier: Apache-2.0
import SQLEngine
import Testing
import TragwerkTesting

/// Whether the other half of the suite runs is part of the report.
@Suite struct EngineSuite {
  @Test(
    .enabled(
      if: TestEngine.server != nil,
      "TRAGWERK_TEST_POSTGRES is not set: PostgreSQL is not tested (scripts/test-database sets it)")
  )
  func postgreSQLIsTestedToo() async throws {
    try await withTestDatabase(.postgresql) { database in
      let version = try await database.read { try $0.row("SHOW server_version")?.text(0) }
      #expect(version != nil)
    }
  }
}

/// Tables that the cases of the suite share.
enum Tables {
  static let things = Migration(
    "0001-things",
    [
      """
      CREATE TABLE owner (id BYTETEXT PRIMARY KEY)
      """,
      """
      CREATE TABLE thing (
        id BYTETEXT PRIMARY KEY,
        owner BYTETEXT REFERENCES owner(id),
        name TEXT,
        count BIGINT CHECK (count >= 0),
        size DOUBLE PRECISION,
        code BYTETEXT UNIQUE,
        needed TEXT NOT NULL DEFAULT ''
      )
      """,
    ])

  static let values = Migration(
    "0001-values",
    [
      """
      CREATE TABLE kept (id BIGINT PRIMARY KEY, word TEXT, whole BIGINT, part DOUBLE PRECISION)
      """
    ])
}

/// The error of some work; fails the test where there is none.
func databaseError<R>(
  _ comment: Comment? = nil, _ work: () async throws -> R,
  sourceLocation: SourceLocation = #_sourceLocation
) async -> DatabaseError? {
  do {
    _ = try await work()
    Issue.record(comment ?? "an error was expected", sourceLocation: sourceLocation)
  } catch let error as DatabaseError {
    return error
  } catch {
    Issue.record("another error was expected, not \(error)", sourceLocation: sourceLocation)
  }
  return nil
}
