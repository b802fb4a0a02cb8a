// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine
import Testing
import TragwerkTesting

/// What can be wrong between us and a server.
@Suite(.enabled(if: TestEngine.server != nil, "TRAGWERK_TEST_POSTGRES is not set"))
struct PostgresTroubleTests {
  private static func opening(_ url: String, _ options: DatabaseOptions = DatabaseOptions()) async
    -> DatabaseError?
  {
    await databaseError {
      let database = try await Database.open(try DatabaseLocation(parsing: url), options: options)
      await database.close()
    }
  }

  /// The server's URL with another part.
  private static func server(_ old: String, _ new: String) throws -> String {
    let server = try #require(TestEngine.server)
    let changed = server.replacing(old, with: new)
    try #require(changed != server, "\(old) is part of the URL")
    return changed
  }

  private static func password() throws -> String {
    let server = try #require(TestEngine.server)
    let parts = server.split(separator: ":", maxSplits: 3)
    return String(parts[2].prefix { $0 != "@" })
  }

  @Test func aWrongPasswordUserOrDatabaseIsRefused() async throws {
    let password = try Self.password()
    for url in [
      try Self.server(password, "wrongword"), try Self.server("tragwerk:", "nobody:"),
      try Self.server("/postgres?", "/nowhere?"),
    ] {
      let error = await Self.opening(url)
      #expect(error?.code == .loginRefused)
      #expect(error?.debugDescription.contains(password) == false)
      #expect(error?.debugDescription.contains("wrongword") == false)
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func whoDoesNotAnswerIsUnreachable() async throws {
    // Port 1 refuses; a socket that listens and says nothing keeps us waiting.
    #expect(await Self.opening("postgresql://u:p@127.0.0.1:1/db")?.code == .unreachable)
    #expect(await Self.opening("postgresql://u:p@no-such-host.invalid/db")?.code == .unreachable)
    let silent = try SilentServer()
    var options = DatabaseOptions()
    options.connectTimeout = .milliseconds(300)
    let url = "postgresql://u:p@127.0.0.1:\(silent.port)/db"
    #expect(await Self.opening(url, options)?.code == .unreachable)
    let task = Task { try await Database.open(try DatabaseLocation(parsing: url)) }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(await databaseError { try await task.value }?.code == .interrupted)
  }

  @Test func certificatesAreChecked() async throws {
    let root = try #require(TestEngine.rootCertificate)
    let folder = TemporaryFolder()
    try folder.write(Self.foreignRoot, to: "foreign.crt")
    let isEncrypted = try await Self.isEncrypted(
      try Self.server("sslmode=require", "sslmode=verify-full&sslrootcert=\(root)"))
    #expect(isEncrypted)
    for options in [
      "sslmode=verify-full&sslrootcert=\(folder.path("foreign.crt"))",
      "sslmode=verify-full&sslrootcert=\(folder.path("none.crt"))",
    ] {
      let error = await Self.opening(try Self.server("sslmode=require", options))
      #expect(error?.code == .insecure, "\(error?.debugDescription ?? "")")
    }
    // The certificate is for localhost and 127.0.0.1, not for this name of the same machine.
    let other = try Self.server("sslmode=require", "sslmode=verify-full&sslrootcert=\(root)")
      .replacing("@localhost:", with: "@127.0.0.2:")
    let error = await Self.opening(other)
    #expect(error?.code == .insecure || error?.code == .unreachable)
  }

  private static func isEncrypted(_ url: String) async throws -> Bool {
    let database = try await Database.open(try DatabaseLocation(parsing: url))
    let row = try await database.read {
      try $0.row("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    }
    await database.close()
    return try row?.integer(0) == 1
  }

  @Test func aLostConnectionIsReplacedAndTheWorkRepeated() async throws {
    try await withTestDatabase(.postgresql, migrations: [ConcurrencyTests.counter]) { database in
      let runs = Tally()
      let value = try await database.write { connection in
        let run = runs.begin()
        let process = try connection.row("SELECT pg_backend_pid()")?.integer(0) ?? 0
        try connection.execute("UPDATE counter SET value = value + 1 WHERE id = 1")
        if run == 1 { Self.end(process) }
        return try connection.row("SELECT value FROM counter WHERE id = 1")?.integer(0)
      }
      #expect(runs.begun == 2)
      #expect(value == 1)
    }
  }

  @Test func connectionsThatDiedIdleAreReplaced() async throws {
    try await withTestDatabase(.postgresql, migrations: [ConcurrencyTests.counter]) { database in
      let arrived = (0..<4).map { _ in Gate() }
      let processes = try await withThrowingTaskGroup(of: Int64.self) { group in
        for number in 0..<4 {
          group.addTask {
            try await database.read { connection in
              arrived[number].open()
              for gate in arrived { gate.wait() }
              return try connection.row("SELECT pg_backend_pid()")?.integer(0) ?? 0
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(processes).count == 4)
      for process in processes { Self.end(process) }
      try await database.write { try $0.execute("UPDATE counter SET value = 3") }
      let value = try await database.read { try $0.row("SELECT value FROM counter")?.integer(0) }
      #expect(value == 3)
    }
  }

  @Test func aConnectionThatIsAlwaysLostIsToldInTheEnd() async throws {
    var options = DatabaseOptions()
    options.attempts = 3
    try await withTestDatabase(
      .postgresql, migrations: [ConcurrencyTests.counter], options: options
    ) { database in
      let error = await databaseError {
        try await database.write { connection in
          try connection.execute("UPDATE counter SET value = 8")
          Self.end(try connection.row("SELECT pg_backend_pid()")?.integer(0) ?? 0)
          try connection.execute("UPDATE counter SET value = 9")
        }
      }
      #expect(error?.code == .connectionLost)
      let value = try await database.read {
        try $0.row("SELECT max(value) FROM counter")?.integer(0)
      }
      #expect(value == 0)
    }
  }

  @Test func aLossDuringCommitIsToldAsUnknown() async throws {
    // A deferred trigger ends the server's process in the middle of COMMIT.
    let deadly = Migration(
      "0001-deadly",
      [
        "CREATE TABLE deadly (id BIGINT PRIMARY KEY)",
        """
        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END'
        """,
        """
        CREATE CONSTRAINT TRIGGER die AFTER INSERT ON deadly DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die()
        """,
      ])
    try await withTestDatabase(.postgresql, migrations: [deadly]) { database in
      let runs = Tally()
      let error = await databaseError {
        try await database.write { connection in
          runs.begin()
          try connection.execute("INSERT INTO deadly VALUES (1)")
        }
      }
      #expect(error?.code == .outcomeUnknown)
      #expect(runs.begun == 1)
    }
  }

  private static func end(_ process: Int64) {
    // PostgreSQL answers SIGTERM by ending the session; test processes and server share a machine.
    kill(pid_t(process), SIGTERM)
    usleep(200_000)
  }

  /// A certificate that signs nothing here; made with `openssl req -x509`, its key thrown away.
  private static let foreignRoot = """
    -----BEGIN CERTIFICATE-----
    MIIBijCCATGgAwIBAgIUEJ/g9LNhZapa/SIRCybREYYdlNMwCgYIKoZIzj0EAwIw
    GjEYMBYGA1UEAwwPZm9yZWlnbi5leGFtcGxlMCAXDTI2MTEyMjIzNDIxNFoYDzIx
    MjYxMDI5MjM0MjE0WjAaMRgwFgYDVQQDDA9mb3JlaWduLmV4YW1wbGUwWTATBgcq
    hkjOPQIBBggqhkjOPQMBBwNCAARHFOY1Ga3GMEJt/FzWi+Qe8CeJHL4anD7sDQ6j
    /5qYKusyJKopdaE7cohZPvjT6qC9uAVyeaubcSZXtyA2Kg5Yo1MwUTAdBgNVHQ4E
    FgQUARANFwLcOTqT4jVjq0EwAcjGLuAwHwYDVR0jBBgwFoAUARANFwLcOTqT4jVj
    q0EwAcjGLuAwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBntEFo
    +dtnVvP2ZLwayJgiGlnkO5iXY4EHxRK9k7SC7QIgfw5IqXcocQv0zKvvr5cORNi6
    XfNSB2AxhGBpK6KDFc0=
    -----END CERTIFICATE-----
    """
}

/// A port of the loopback that takes connections and never answers.
private final class SilentServer: Sendable {
  let port: UInt16
  private let socket: Int32

  init() throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = self.socket
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && listen(socket, 8) == 0
          && getsockname(socket, address, &size) == 0
      }
    }
    try #require(isListening)
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(socket) }
}
