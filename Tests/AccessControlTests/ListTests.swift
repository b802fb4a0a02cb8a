// SPDX-License-Identifier: Apache-2.0
import AccessControl
import Foundation
import SQLEngine
import Testing
import TragwerkTesting

/// What a list shows is what the check opens, object by object, on both engines.
@Suite("Lists and checks agree")
struct ListTests {
  /// How many worlds; `TRAGWERK_ACCESS_WORLDS=100` for a long run.
  static let worlds =
    ProcessInfo.processInfo.environment["TRAGWERK_ACCESS_WORLDS"].flatMap { UInt64($0) } ?? 4

  /// Every action on every field group for which there is a rule, and some for which there is none.
  private static let targets: [(Action, ObjectKind, FieldGroup)] = {
    var targets: [(Action, ObjectKind, FieldGroup)] = []
    for kind in ObjectKind.allCases {
      for group in kind.groups {
        for action in Action.allCases { targets.append((action, kind, group)) }
      }
    }
    return targets
  }()

  @Test(arguments: TestEngine.available)
  func aListIsTheFilteredCheck(engine: TestEngine) async throws {
    var lists = 0
    var shown = 0
    var deciding: Set<String> = []
    var differences: [String] = []
    try await withTestDatabase(engine, migrations: [WorldTables.migration]) { database in
      for seed in 0..<Self.worlds {
        let world = World.random(seed: seed &+ 7_000)
        try await database.write { try world.store($0) }
        let result = try await database.read { connection in
          try Self.compare(world, seed, connection)
        }
        lists += result.lists
        shown += result.shown
        deciding.formUnion(result.deciding)
        differences += result.differences
      }
    }
    print(
      "access: \(engine.rawValue), \(lists) lists, \(shown) objects shown by "
        + "\(deciding.count) of \(RuleTable.all.count) rules, \(differences.count) differences")
    #expect(differences.isEmpty, "\(differences.prefix(5).joined(separator: "\n"))")
    #expect(deciding.count * 10 > RuleTable.all.count * 8)
  }

  private struct Result: Sendable {
    var lists = 0
    var shown = 0
    var deciding: Set<String> = []
    var differences: [String] = []
  }

  private static func compare(_ world: World, _ seed: UInt64, _ connection: SQLConnection) throws
    -> Result
  {
    var result = Result()
    var generator = SeededGenerator(seed: seed)
    let subjects = PreparedWorld(world)
    let objects = Dictionary(grouping: world.rows.map(world.object), by: \.kind)
    for (action, kind, group) in targets {
      let rules = AccessPolicy.standard.rules(action, kind, group)
      // Where nobody may, one question is enough.
      for _ in 0..<(rules.isEmpty ? 1 : 6) {
        let purposes = rules.isEmpty ? Purpose.allCases : generator.pick(rules).purposes.members
        let purpose = generator.pick(
          generator.chance(oneIn: 4) ? Purpose.allCases : purposes)
        let person = generator.chance(oneIn: 10) ? nil : generator.pick(world.people)
        let border = generator.pick(World.instants)
        let instant = Instant(seconds: border.seconds + Int.random(in: -1...1, using: &generator))
        let subject = subjects.subject(person)
        let decisions = (objects[kind] ?? []).map {
          AccessPolicy.standard.can(subject, action, $0, group, for: purpose, at: instant)
        }
        let expected = zip(objects[kind] ?? [], decisions).filter { $0.1.isAllowed }.map(\.0.id)
          .sorted()
        result.deciding.formUnion(decisions.compactMap(\.rule?.id))
        let listed = try list(
          action, kind, group, for: purpose, person: person, at: instant, connection)
        if listed != expected {
          result.differences.append(
            "world \(seed): \(person ?? "anybody") \(action) \(kind) \(group) for \(purpose) at "
              + "\(instant.text): list \(listed), check \(expected)")
        }
        result.lists += 1
        result.shown += listed.count
      }
    }
    return result
  }

  /// Ids of the objects a list shows; with a parameter of the query's own before those of the condition.
  private static func list(
    _ action: Action, _ kind: ObjectKind, _ group: FieldGroup, for purpose: Purpose,
    person: String?, at instant: Instant, _ connection: SQLConnection
  ) throws -> [String] {
    let mapping = WorldTables.mapping
    let condition = try AccessPolicy.standard.listCondition(
      action, kind, group, for: purpose, person: person, at: instant, in: mapping, first: 2)
    let source = mapping.sources[kind]?.source ?? ""
    return try connection.rows(
      "SELECT o.id FROM \(source) o WHERE o.id >= $1 AND \(condition.text) ORDER BY o.id",
      [""] + condition.parameters
    ).map { try $0.text(0) }
  }

  @Test func aFactThatNoTableHoldsIsAnError() {
    var mapping = WorldTables.mapping
    mapping.sources[.wish]?.whole = nil
    #expect(throws: ListCondition.MissingFact(kind: .wish, fact: "whole")) {
      try AccessPolicy.standard.listCondition(
        .read, .wish, .veto, for: .dialogue, person: "p0", at: World.instants[0], in: mapping)
    }
    mapping.sources[.wish] = nil
    #expect(throws: ListCondition.MissingFact(kind: .wish, fact: "source")) {
      try AccessPolicy.standard.listCondition(
        .read, .wish, .veto, for: .dialogue, person: "p0", at: World.instants[0], in: mapping)
    }
  }

  @Test func whereNoRuleSpeaksNothingIsListed() throws {
    let condition = try AccessPolicy.standard.listCondition(
      .change, .auditEntry, .access, for: .oversight, person: "p0", at: World.instants[0],
      in: WorldTables.mapping)
    #expect(condition.text == "1 = 0" && condition.parameters.isEmpty)
  }

  /// What comes from outside is bound, never written into the text.
  @Test func theTextDoesNotDependOnWhoAsks() throws {
    let texts = try ["p0", "x' OR 1 = 1 --", nil].map { person in
      try AccessPolicy.standard.listCondition(
        .read, .organisation, .capacity, for: .sourcing, person: person, at: World.instants[0],
        in: WorldTables.mapping
      ).text
    }
    #expect(Set(texts).count == 1)
  }
}
