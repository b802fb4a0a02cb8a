// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Matching
import Registry
import SQLEngine
import TragwerkTesting

@testable import Storage

/// Needs and those who may supply them, for tests.
enum NeedSample {
  static func deed(_ day: String = "2026-11-02", by actor: String = "Prüferin", note: String = "")
    -> Deed
  {
    Deed(actor: actor, at: day + "T08:00:00Z", day: Sample.day(day), note: note)
  }

  /// Every field says something.
  static func full(buyer: EntityID? = nil) -> Need {
    Need(
      id: "", title: "Faltbare Trinkwasserblasen", description: "Kissenförmig.\n\nStorz C.",
      concepts: ["c1", "c2"],
      amount: Need.Amount(quantity: 500, unit: "pieces", perYear: 2),
      envelope: Capability.Envelope(
        length: 4000, width: 3000, height: 12.5, mass: 60, tolerance: 0.5),
      material: "PES", required: ["KTW", "ISO9001"], desired: ["ISO14001"],
      place: GeoPoint(latitude: 54.092, longitude: 12.099), radius: 600,
      from: Sample.day("2027-01-01"), until: Sample.day("2027-12-31"),
      expiresOn: Sample.day("2027-06-30"), visibility: .register, buyer: buyer,
      buyerBranches: ["22", "30.1"], origin: "line:wasser/blase")
  }

  static func plain(_ title: String = "Abdeckhauben") -> Need {
    Need(id: "", title: title, description: "Aus Feinblech.")
  }

  /// Puts organisations into the register, in the order named.
  static func organisations(_ names: [String], _ connection: SQLConnection) throws -> [EntityID] {
    let staged = try Sample.stage(
      names.enumerated().map { (Sample.row($0.offset + 2, $0.element), .new, nil) }, connection)
    _ = try Sample.commit(staged, connection)
    return try names.map { name in
      guard let found = try Register(connection).find(name, limit: 1).first else {
        preconditionFailure("\(name) was committed")
      }
      return found.id
    }
  }
}

/// Runs work in one transaction of a fresh register.
func withNeeds(
  _ engine: TestEngine, _ body: @Sendable @escaping (Register, SQLConnection) throws -> Void
) async throws {
  try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
    _ = try await database.write { try body(Register($0), $0) }
  }
}
