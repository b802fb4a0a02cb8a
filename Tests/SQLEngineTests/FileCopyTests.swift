// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine
import Testing
import TragwerkTesting

@Suite struct FileCopyTests {
  @Test("Once closed, a copy of the file alone is whole")
  func copy() async throws {
    let folder = TemporaryFolder()
    let database = try await Database.open(DatabaseLocation(file: folder.path("a.sqlite")))
    try await database.write { connection in
      try connection.execute("CREATE TABLE t (n BIGINT)")
      try connection.execute("INSERT INTO t (n) VALUES ($1)", [.integer(7)])
    }
    // Readers have connections of their own, which must not keep the log from the file.
    _ = try await database.read { try $0.rows("SELECT n FROM t").count }
    await database.close()
    try FileManager.default.copyItem(
      atPath: folder.path("a.sqlite"), toPath: folder.path("b.sqlite"))
    let copied = try await Database.open(DatabaseLocation(file: folder.path("b.sqlite")))
    let found = try await copied.read { try $0.rows("SELECT n FROM t").map { try $0.integer(0) } }
    await copied.close()
    #expect(found == [7])
  }
}
