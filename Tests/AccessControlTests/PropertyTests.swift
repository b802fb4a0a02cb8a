// SPDX-License-Identifier: Apache-2.0
import AccessControl
import Testing
import TragwerkTesting

/// What must hold whatever the rules say in detail.
@Suite("Properties of every decision")
struct PropertyTests {
  /// Asks the same questions in a world and in a changed one.
  private static func compare(
    seeds: Range<UInt64>, questions: Int = 150,
    _ change: (inout World, inout SeededGenerator) -> Void,
    _ check: (_ asked: Asked, _ before: Bool, _ after: Bool) -> Void
  ) {
    for seed in seeds {
      let world = World.random(seed: seed)
      var generator = SeededGenerator(seed: seed)
      var changed = world
      change(&changed, &generator)
      let (first, second) = (PreparedWorld(world), PreparedWorld(changed))
      for _ in 0..<questions {
        let asked = Asked.random(in: world, &generator)
        check(asked, first.allows(asked), second.allows(asked))
      }
    }
  }

  @Test func nobodyGainsByLosingARelation() {
    var lost = 0
    Self.compare(seeds: 20_000..<20_060) { world, generator in
      for _ in 0..<25 { world.loseOne(&generator) }
    } _: { asked, before, after in
      if after, !before { Issue.record("gained: \(asked)") }
      if before, !after { lost += 1 }
    }
    #expect(lost > 100)
  }

  @Test func nobodyGainsByABar() {
    var lost = 0
    Self.compare(seeds: 21_000..<21_060) { world, _ in
      for one in world.rows(.organisation) {
        for other in world.rows(.organisation) where other.id != one.id {
          world.competition.append(.init(organisation: one.id, competitor: other.id))
        }
        for person in world.people {
          world.conflicts.append(.init(person: person, organisation: one.id))
        }
      }
    } _: { asked, before, after in
      if after, !before { Issue.record("gained: \(asked)") }
      if before, !after { lost += 1 }
    }
    #expect(lost > 20)
  }

  @Test func whatHasEndedIsAsIfItHadNeverBeen() {
    for seed in UInt64(22_000)..<22_050 {
      let world = World.random(seed: seed)
      let whole = PreparedWorld(world)
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<20 {
        let asked = Asked.random(in: world, &generator)
        let now = PreparedWorld(world.only(at: asked.instant))
        #expect(whole.allows(asked) == now.allows(asked), "\(asked)")
      }
    }
  }

  /// Though everything is granted and assigned to them, and they belong to every case.
  @Test func anAdministratorNeverReadsATradeSecret() {
    for seed in UInt64(23_000)..<23_020 {
      var world = World.random(seed: seed)
      world.memberships = world.memberships.map {
        var membership = $0
        membership.role = .administrator
        return membership
      }
      let always = Validity(from: Instant(seconds: 0))
      world.grants = world.grants.map {
        var grant = $0
        grant.validity = always
        return grant
      }
      world.assignments = world.assignments.map {
        var assignment = $0
        assignment.role = .administrator
        return assignment
      }
      let prepared = PreparedWorld(world)
      for kind in ObjectKind.allCases {
        for group in kind.groups where group.sensitivity == .tradeSecret {
          for row in world.rows(kind) {
            for purpose in Purpose.allCases {
              for action in [Action.read, .export] {
                let asked = Asked(
                  person: world.people[0], action: action, row: row, group: group,
                  purpose: purpose, instant: World.instants[2])
                if prepared.allows(asked) { Issue.record("opened: \(asked)") }
              }
            }
          }
        }
      }
    }
  }

  @Test func nobodyChangesTheLog() {
    for seed in UInt64(24_000)..<24_010 {
      let world = World.random(seed: seed)
      let prepared = PreparedWorld(world)
      for person in world.people {
        for row in world.rows(.auditEntry) {
          for purpose in Purpose.allCases {
            for action in [Action.change, .remove, .decide, .share] {
              for group in ObjectKind.auditEntry.groups {
                let asked = Asked(
                  person: person, action: action, row: row, group: group, purpose: purpose,
                  instant: World.instants[1])
                if prepared.allows(asked) { Issue.record("opened: \(asked)") }
              }
            }
          }
        }
      }
    }
  }

  /// Whatever was granted, matched or assigned: nobody reads the capacity of a competitor by working
  /// for a company or as a planner.
  @Test func noCompetitorReadsCapacity() {
    let competing: Set<Role> = [.companyEditor, .companyReader, .planner]
    var open = 0
    for seed in UInt64(25_000)..<25_100 {
      var world = World.random(seed: seed)
      world.memberships.removeAll { !competing.contains($0.role) }
      world.competition = []
      var barred = world
      // Every house competes with every other.
      for one in world.rows(.organisation) {
        for other in world.rows(.organisation) where other.id != one.id {
          barred.competition.append(.init(organisation: one.id, competitor: other.id))
        }
      }
      let (free, closed) = (PreparedWorld(world), PreparedWorld(barred))
      for person in world.people {
        let houses = world.memberships.filter { $0.person == person }.map(\.organisation)
        for row in world.rows(.organisation) where !houses.contains(row.id) {
          for purpose in [Purpose.sourcing, .rampUp, .dialogue, .ownBusiness] {
            let asked = Asked(
              person: person, action: .read, row: row, group: .capacity, purpose: purpose,
              instant: World.instants[3])
            if closed.allows(asked) { Issue.record("opened: \(asked)") }
            if free.allows(asked) { open += 1 }
          }
        }
      }
    }
    #expect(open > 50)
  }

  @Test func aFieldThatAnObjectDoesNotHaveIsNobodys() {
    let world = World.random(seed: 26_000)
    for kind in ObjectKind.allCases {
      for group in FieldGroup.allCases where !kind.groups.contains(group) {
        for action in Action.allCases {
          #expect(AccessPolicy.standard.rules(action, kind, group).isEmpty)
        }
        let decision = AccessPolicy.standard.can(
          world.subject("p0"), .read, world.object(world.rows(kind)[0]), group,
          for: .ownBusiness, at: World.instants[0])
        #expect(decision.denial == .unknownField)
      }
    }
  }
}
