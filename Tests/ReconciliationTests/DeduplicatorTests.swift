// SPDX-License-Identifier: Apache-2.0
import Reconciliation
import Registry
import Testing

@Suite("Deduplicator")
struct DeduplicatorTests {
  private struct Known: Hashable {
    var ids: Set<String>
    var decision: DuplicatePair.Decision
  }

  private func known(_ pairs: [DuplicatePair]) -> Set<Known> {
    Set(pairs.map { Known(ids: [$0.first, $0.second], decision: $0.decision) })
  }

  @Test("finds second entries of a firm and leaves others alone")
  func planted() async throws {
    let list = Sample.list(1500, seed: 9)
    let pairs = try await Deduplicator().pairs(of: list)
    // Second entries stand behind the first and share its street.
    let planted = zip(list, list.dropFirst()).filter {
      $0.street == $1.street && $0.postcode == $1.postcode
    }
    let told = Set(pairs.map { [$0.first, $0.second] })
    let found = planted.count { told.contains([$0.id, $1.id]) }
    #expect(planted.count > 100)
    #expect(Double(found) >= 0.85 * Double(planted.count))
    #expect(Double(told.count) <= 1.3 * Double(planted.count))
  }

  @Test("gives the same for every number of tasks, and the same pairs in every order")
  func determinism() async throws {
    let list = Sample.list(900, seed: 21)
    let one = try await Deduplicator(tasks: 1).pairs(of: list)
    let many = try await Deduplicator(tasks: 6).pairs(of: list)
    #expect(one == many)
    let reversed = try await Deduplicator(tasks: 2).pairs(of: list.reversed())
    let differing = known(one).symmetricDifference(known(reversed))
    #expect(differing.isEmpty)
  }

  @Test("never takes records with different register numbers for the same")
  func differentNumbers() async throws {
    var list = Array(Sample.register.prefix(3))
    var copy = list[0]
    copy.id = "copy"
    list[0].identifiers = [Identifier(scheme: .register, normalised: "hrb 1")]
    copy.identifiers = [Identifier(scheme: .register, normalised: "hrb 2")]
    let pairs = try await Deduplicator().pairs(of: list + [copy])
    #expect(pairs.map(\.decision) == [.ask])
    copy.identifiers = list[0].identifiers
    copy.names = ["Ganz Anders AG"]
    copy.street = ""
    let equal = try await Deduplicator().pairs(of: list + [copy])
    #expect(equal.map(\.decision) == [.same])
  }

  @Test("asks a person where entries of registers of two countries look alike")
  func registers() async throws {
    var (one, other) = (Sample.register[0], Sample.register[0])
    other.id = "other"
    (one.registerCountry, other.registerCountry) = ("DE", "AT")
    let pairs = try await Deduplicator().pairs(of: [one, other] + Sample.register.dropFirst())
    #expect(pairs.map(\.decision) == [.ask])
  }

  @Test("takes empty and tiny lists, stops when asked to")
  func edges() async throws {
    #expect(try await Deduplicator().pairs(of: []).isEmpty)
    #expect(try await Deduplicator().pairs(of: [Sample.register[0]]).isEmpty)
    let nameless = (0..<50).map { PartyRecord(id: "n\($0)", names: []) }
    #expect(try await Deduplicator().pairs(of: nameless).isEmpty)
    await #expect(throws: CancellationError.self) {
      _ = try await Deduplicator().pairs(of: Sample.list(600, seed: 1), isCancelled: { true })
    }
  }
}
