// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Matching
import Registry
import Storage
import Testing
import TragwerkTesting

@testable import Platform

@Suite struct SupplierTests {
  @Test("All a supplier is made of", arguments: TestEngine.available)
  func parts(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let register = RegisterSteps(access: access, folder: folder)
      let list = """
        Nr;Firma;PLZ;Ort;Branche;Breitengrad;Längengrad;Mitarbeiter;Tätigkeit
        1;Alpha GmbH;99084;Erfurt;25.62;50,98;11,03;85;Zerspanung

        """
      _ = try await register.take(list, "verband")
      let alpha = EntityID(.organisation, 1)
      try await register.state(
        alpha,
        [
          "capability.term": "milling", "capability.text": "Fräsen bis 3 m",
          "capability.length_max": "3000", "capability.weight": "core",
        ], kind: .analyst)
      try await register.state(
        alpha,
        [
          "capability.term": "Härterei Müller", "capability.text": "Härten",
          "capability.source": "bought_in", "capacity.free": "40", "capacity.total": "60",
          "capacity.unit": "Stück im Monat", "capacity.stated_on": "2026-10-01",
          "qualification.standard": "EN 9100", "qualification.valid_until": "2027-03-31",
        ])
      let index = try await LiveMatchIndex(access).current()
      let supplier = try #require(index[alpha.text])
      #expect(supplier.name == "Alpha GmbH" && supplier.employees == 85)
      #expect(supplier.branches == ["25.62"] && supplier.texts == ["Zerspanung", "Fräsen bis 3 m"])
      #expect(supplier.places == [GeoPoint(latitude: 50.98, longitude: 11.03)])
      let milling = try #require(supplier.declared.first { $0.concept == "milling" })
      #expect(milling.isVerified && milling.standing == .core && milling.text == nil)
      #expect(milling.envelope.length == 3000)
      let bought = try #require(supplier.declared.first { $0.origin == .boughtIn })
      #expect(bought.text == "Härterei Müller: Härten" && !bought.isVerified)
      #expect(supplier.qualifications.map(\.validUntil) == [CalendarDay("2027-03-31")])
      #expect(supplier.qualifications.map(\.assurance) == [.selfDeclared])
      let free = try #require(supplier.capacity.first)
      #expect(free.free == 40 && free.total == 60 && free.statedOn == CalendarDay("2026-10-01"))
      #expect(supplier.askedOn.isEmpty && !supplier.isScreenedOut)

      // A closed site has no place and says nothing any more.
      try await register.state(
        alpha, ["site.status": "closed", "site.postcode": "99084", "site.city": "Erfurt"])
      let file = try await ShowOrganisation(id: alpha).run(access).1
      let site = try #require(file.parts.first { $0.profile.id.kind == .site })
      if site.profile["status"] == "closed" {
        #expect(try await LiveMatchIndex(access).current()[alpha.text]?.places.isEmpty == true)
      }
      #expect(try await LiveMatchIndex(access, for: .everyone).current()[alpha.text]?.texts == [])
    }
  }
}
