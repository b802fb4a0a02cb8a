// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import SQLEngine

@Suite struct LocationTests {
  @Test(arguments: [
    ("register.sqlite", "register.sqlite"), ("sqlite:a b.sqlite", "a b.sqlite"),
    ("/var/lib/x.db", "/var/lib/x.db"), ("C:x", "C:x"),
    ("postgresql://u:secret@h:5433/db?sslmode=verify-full", "postgresql://u@h:5433/db"),
    ("postgres://h/db", "postgresql://h/db"),
    ("postgresql://u:sec%2Fret@/db?host=/run/postgresql", "postgresql://u@/run/postgresql/db"),
    ("postgresql://h/db?password=secret", "postgresql://h/db"),
    ("postgresql://", "postgresql://localhost"),
  ])
  func whatIsNamedIsRead(text: String, place: String) throws {
    let location = try DatabaseLocation(parsing: text)
    #expect(location.description == place)
    #expect(location.isFile == !text.hasPrefix("postgres"))
    var dumped = ""
    dump(location, to: &dumped)
    for shown in ["\(location)", String(reflecting: location), dumped, "\([location])"] {
      #expect(!shown.contains("sec"), "\(shown)")
    }
  }

  @Test(arguments: [
    "", "sqlite:", "mysql://u:secret@h/db", "postgresql://u:sec ret@h:99x/db?nonsense",
    "postgresql://u:secret%ZZ@h/db", "postgresql://u:secret@h/db?unknown=1", "a\0b",
    "postgresql://user:secret", "postgresql://user:secret/db",
  ])
  func whatCannotBeReadIsRefusedWithoutRepeatingIt(text: String) {
    let error = #expect(throws: DatabaseError.self) { try DatabaseLocation(parsing: text) }
    #expect(error?.code == .location)
    #expect(error?.debugDescription.contains("sec") == false)
    #expect(error?.message.german.contains("sec") == false)
  }
}
