// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

@Suite struct CapabilitySpaceTests {
  private func randomOwners(
    _ random: inout SeededGenerator, owners: Int, capabilities: Int, each: Int
  ) -> [[Int]] {
    (0..<owners).map { _ in
      let shown = (0..<each).map { _ in Int.random(in: 0..<capabilities, using: &random) }
      return Set(shown).sorted()
    }
  }

  @Test(arguments: 0..<24) func isWhatTheTwinSays(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let owners = randomOwners(&random, owners: 15, capabilities: 12, each: 1 + seed % 6)
    let smoothing = [0.5, 2, 5][seed / 3 % 3]
    var space = CapabilitySpace(capabilityCount: 12, smoothing: smoothing)
    for owner in owners { space.insert(owner) }
    let twin = ObviousSpace(count: 12, smoothing: smoothing, owners: owners.map(Set.init))
    for one in 0..<12 {
      for owner in owners {
        let density = space.density(showing: owner, capability: one)
        #expect(abs(density - twin.density(Set(owner), one)) < 1e-9)
      }
      for other in 0..<12 where other != one {
        #expect(space.ownersOfBoth(one, other) == twin.owners(one, other))
        #expect(abs(space.proximity(one, other) - twin.proximity(one, other)) < 1e-12)
        #expect(space.proximity(one, other) == space.proximity(other, one))
      }
      let nearest = space.nearest(to: one, limit: 100)
      #expect(nearest.map(\.proximity) == nearest.map(\.proximity).sorted(by: >))
      #expect(
        Set(nearest.map(\.capability))
          == Set((0..<12).filter { $0 != one && twin.owners(one, $0) > 0 }))
      #expect(
        space.nearest(to: one, limit: 2).map(\.capability) == nearest.prefix(2).map(\.capability))
    }
  }

  /// Who came and went leaves no trace, whatever the order.
  @Test(arguments: 0..<10) func historyChangesNothing(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 50)
    let owners = randomOwners(&random, owners: 40, capabilities: 30, each: 8)
    let passing = randomOwners(&random, owners: 40, capabilities: 30, each: 12)
    var space = CapabilitySpace(capabilityCount: 30)
    for owner in owners { space.insert(owner) }
    var other = CapabilitySpace(capabilityCount: 30)
    for owner in passing { other.insert(owner) }
    for owner in owners.shuffled(using: &random) { other.insert(owner) }
    for owner in passing.shuffled(using: &random) { other.remove(owner) }
    for one in 0..<30 {
      for two in 0..<30 { #expect(space.proximity(one, two) == other.proximity(one, two)) }
    }
  }

  /// Met once is not near.
  @Test func whatIsRareIsNotNear() {
    var space = CapabilitySpace(capabilityCount: 5)
    for _ in 0..<30 { space.insert([0, 1]) }
    space.insert([2, 3])
    #expect(space.proximity(2, 3) == 1.0 / 6)
    #expect(space.proximity(0, 1) == 30.0 / 35)
    #expect(space.proximity(0, 2) == 0 && space.proximity(4, 4) == 1)
    #expect(space.nearest(to: 4).isEmpty)
    #expect(space.density(showing: [0, 1], capability: 4) == 0)
    #expect(space.density(showing: [0], capability: 1) == 1)
  }

  /// Of an owner that shows everything the first 200 count.
  @Test func whoDoesEverythingCountsInPart() {
    var space = CapabilitySpace(capabilityCount: 300)
    space.insert(Array(0..<300))
    #expect(space.owners(199) == 1 && space.owners(200) == 0)
    space.remove(Array(0..<300))
    #expect(space.owners(0) == 0)
  }

  @Test func sentencesGiveTheCounts() {
    var space = CapabilitySpace(capabilityCount: 6)
    for owner in 0..<20 { space.insert([0, owner < 12 ? 1 : 2, owner == 0 ? 3 : 4]) }
    let names = ["Drehen", "Fräsen", "Schleifen", "Läppen", "Honen", "Räumen"]
    let reason = { space.reason(known: $0, other: $1) { LocalizedText(verbatim: names[$0]) } }
    #expect(
      reason(0, 1)?.german == "Betriebe, die Drehen können, können oft auch Fräsen: 12 von 20.")
    #expect(
      reason(0, 2)?.english == "Firms that can do Drehen can sometimes also do Schleifen: 8 of 20.")
    #expect(
      reason(0, 3)?.german == "Betriebe, die Drehen können, können selten auch Läppen: 1 von 20.")
    #expect(reason(0, 0) == nil && reason(5, 0) == nil)
    #expect(reason(0, 5) == nil)
  }
}
