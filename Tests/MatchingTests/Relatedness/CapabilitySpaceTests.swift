// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

@Suite struct CapabilitySpaceTests {
  private func randomEntries(
    _ random: inout SeededGenerator, owners: Int, capabilities: Int, each: Int
  ) -> [CapabilitySpace.Entry] {
    (0..<owners * each).map { _ in
      .init(
        owner: "o\(Int.random(in: 0..<owners, using: &random))",
        capability: Int.random(in: 0..<capabilities, using: &random),
        // Halves add up exactly, in any order.
        weight: Double(Int.random(in: -1...6, using: &random)) / 2)
    }
  }

  @Test(arguments: 0..<24) func isWhatTheTwinSays(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let entries = randomEntries(&random, owners: 15, capabilities: 12, each: 1 + seed % 6)
    var options = CapabilitySpace.Options()
    options.leastAdvantage = [0, 0.7, 1][seed % 3]
    options.smoothing = [0, 2, 5][seed / 3 % 3]
    options.mostShown = seed % 4 == 0 ? 3 : 200
    let space = CapabilitySpace(entries, capabilityCount: 12, options: options)
    let twin = ObviousSpace(entries, count: 12, options: options)
    #expect(space.owners == twin.shown.keys.sorted())
    for owner in space.owners {
      for capability in 0..<12 {
        #expect(space.shows(owner, capability) == twin.shown[owner]?.contains(capability))
        let density = space.density(owner: owner, capability: capability) ?? -1
        #expect(abs(density - twin.density(owner, capability)) < 1e-9)
        let own = (twin.shown[owner] ?? []).sorted()
        #expect(space.density(showing: own + own, capability: capability) == density)
      }
    }
    for one in 0..<12 {
      for other in 0..<12 where other != one && space.ownerCounts[one] > 0 {
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

  @Test(arguments: 0..<10) func orderOfEntriesChangesNothing(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 50)
    let entries = randomEntries(&random, owners: 40, capabilities: 30, each: 8).map {
      CapabilitySpace.Entry(owner: $0.owner, capability: $0.capability, weight: $0.weight / 7)
    }
    let space = CapabilitySpace(entries, capabilityCount: 30)
    let other = CapabilitySpace(entries.shuffled(using: &random), capabilityCount: 30)
    for owner in space.owners {
      for capability in 0..<30 {
        #expect(
          space.density(owner: owner, capability: capability)
            == other.density(owner: owner, capability: capability))
      }
    }
  }

  /// Met once is not near.
  @Test func whatIsRareIsNotNear() {
    var entries = (0..<30).flatMap { owner in
      [0, 1].map { CapabilitySpace.Entry(owner: "o\(owner)", capability: $0) }
    }
    entries += [2, 3].map { CapabilitySpace.Entry(owner: "rare", capability: $0) }
    let space = CapabilitySpace(entries, capabilityCount: 5)
    #expect(space.proximity(2, 3) == 1.0 / 6)
    #expect(space.proximity(0, 1) == 30.0 / 35)
    #expect(space.proximity(0, 2) == 0 && space.proximity(4, 4) == 1)
    #expect(space.nearest(to: 4).isEmpty)
    #expect(space.density(owner: "o1", capability: 4) == 0)
    #expect(space.density(owner: "nobody", capability: 0) == nil)
    #expect(space.density(showing: [0], capability: 1) == 1)
  }

  @Test func sentencesGiveTheCounts() {
    let entries = (0..<20).flatMap { owner in
      [0, owner < 12 ? 1 : 2, owner == 0 ? 3 : 4].map {
        CapabilitySpace.Entry(owner: "o\(owner)", capability: $0)
      }
    }
    var options = CapabilitySpace.Options()
    options.leastAdvantage = 0
    let space = CapabilitySpace(entries, capabilityCount: 6, options: options)
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
