// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Matching
import Registry
import Storage
import Testing
import TragwerkTesting
import ValueChains

@testable import Platform

@Suite struct SuggestSuppliersTests {
  /// Eight firms that mill aluminium, all alike but for their distance, and one that does nothing of
  /// the kind.
  private static var list: String {
    var text = "Nr;Firma;PLZ;Ort;Branche;Breitengrad;Längengrad;Leistungen\n"
    for number in 1...8 {
      text += "\(number);\(RandomNames.name(number)) GmbH;1000\(number);Ort \(number);25.62;"
      text += "50,\(number);9,25;Fräsen von Aluminium\n"
    }
    return text + "9;Blumen Meier;10009;Ort 9;47.76;50,2;9,25;Blumen und Gestecke\n"
  }

  /// Noon of a day of November 2026, a Monday being the 2nd.
  private func access(_ place: TestPlace, november day: Int) async throws -> RegisterAccess {
    let noon = 1_793_534_400.0 + Double(day - 1) * 86_400
    return try await .open(
      place.location, by: "Prüferin", mayCreate: true, now: { Date(timeIntervalSince1970: noon) })
  }

  private func onDay<R>(
    _ day: Int, _ place: TestPlace, _ work: (RegisterAccess) async throws -> R
  ) async throws -> R {
    let access = try await access(place, november: day)
    do {
      let result = try await work(access)
      await access.close()
      return result
    } catch {
      await access.close()
      throw error
    }
  }

  private func suggest(_ id: String, perWeek: Int, dryRun: Bool = false, _ access: RegisterAccess)
    async throws -> SuggestSuppliers.Outcome
  {
    var work = SuggestSuppliers(need: id)
    work.allowance = SuggestionAllowance(perWeek: perWeek)
    work.isDryRun = dryRun
    return try await work.run(access)
  }

  @Test("Few a week, nobody twice, and the next list makes up for the last")
  func weeks() async throws {
    try await withTestPlace(.sqlite) { place in
      let ids = try await onDay(3, place) { access in
        let steps = RegisterSteps(access: access, folder: TemporaryFolder())
        _ = try await steps.take(Self.list, "liste")
        var ids: [String] = []
        for _ in 0..<2 {
          let facts = [
            ("title", "Gefräste Gehäuse"), ("description", "Aus Aluminium gefräst."),
            ("latitude", "50"), ("longitude", "9"),
          ]
          var work = EnterNeed(NeedFacts(facts.map { (key: $0.0, value: $0.1) }))
          work.isPublished = true
          ids.append(try await work.run(access).id)
        }
        return ids
      }
      let first = try await onDay(3, place) { access in
        let dry = try await suggest(ids[0], perWeek: 3, dryRun: true, access)
        #expect(dry.shown.count == 3 && dry.need.state == .published)
        return try await suggest(ids[0], perWeek: 3, access)
      }
      #expect(first.need.state == .matched && first.pause != nil)
      #expect(first.shown.map(\.match.state).allSatisfy { $0 == .ready || $0 == .gap })
      #expect(first.shown.count == 3 && first.waiting == 5)
      #expect(first.shown.allSatisfy { $0.fairness == nil })
      let again = try await onDay(5, place) { try await suggest(ids[0], perWeek: 3, $0) }
      #expect(again.shown.isEmpty && again.shownThisWeek == 3 && again.pause != nil)

      // Another need of the same kind: who was not shown comes first, though a little further away.
      let fair = try await onDay(6, place) { try await suggest(ids[1], perWeek: 3, $0) }
      let earlier = Set(first.shown.map(\.match.supplier))
      #expect(fair.shown.allSatisfy { !earlier.contains($0.match.supplier) })
      #expect(fair.shown.contains { $0.fairness?.english.contains("further up") == true })
      #expect(fair.waiting == 5)

      let next = try await onDay(9, place) { try await suggest(ids[0], perWeek: 10, $0) }
      #expect(next.shown.count == 5 && next.waiting == 0 && next.pause == nil)
      #expect(next.shown.allSatisfy { !earlier.contains($0.match.supplier) })
      let none = try await onDay(10, place) { try await suggest(ids[0], perWeek: 10, $0) }
      #expect(none.shown.isEmpty && none.waiting == 0)
    }
  }

  @Test("A need shows itself to whom it is meant for", arguments: TestEngine.available)
  func visibility(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let steps = RegisterSteps(access: access, folder: folder)
      _ = try await steps.take(Self.list, "liste")
      for visibility in ["invited", "register", "public"] {
        var work = EnterNeed(
          NeedFacts([
            (key: "title", value: "Gefräste Gehäuse, \(visibility)"),
            (key: "description", value: "Aus Aluminium gefräst."),
            (key: "visibility", value: visibility),
          ]))
        work.isPublished = true
        _ = try await work.run(access)
      }
      let firm = EntityID(stored: "o00000001")
      func seen(_ audience: Audience) async throws -> [String] {
        var work = NeedsForOrganisation(firm)
        work.audience = audience
        return try await work.run(access).matches.map(\.need.visibility.rawValue).sorted()
      }
      #expect(try await seen(.everyone) == ["public"])
      #expect(try await seen(.registeredBuyer) == ["public", "register"])
      #expect(try await seen(.operator) == ["invited", "public", "register"])
      _ = try await RecordFeedback(need: "n00000001", supplier: firm, .invited).run(access)
      #expect(try await seen(.registeredBuyer) == ["invited", "public", "register"])
      #expect(try await seen(.everyone) == ["public"])
    }
  }
}
