// SPDX-License-Identifier: Apache-2.0
import AccessControl
import TragwerkTesting

extension World {
  /// Instants at which something may begin or end; questions fall on them and right beside them.
  static let instants = (0..<6).map { Instant(seconds: 1_764_000_000 + $0 * 3600) }

  /// A small crowded world: few names, so that relations meet.
  static func random(seed: UInt64) -> World {
    var maker = WorldMaker(seed: seed)
    return maker.make()
  }
}

/// Draws worlds. The same seed gives the same world on every machine.
struct WorldMaker {
  var generator: SeededGenerator
  private let people = (0..<4).map { "p\($0)" }
  private let organisations = (0..<5).map { "o\($0)" }
  private let needs = (0..<3).map { "n\($0)" }
  private let wholes: [Scope.Kind: [String]] = [
    .chain: ["c0", "c1"], .dialogue: ["d0", "d1"], .solution: ["s0", "s1"],
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func make() -> World {
    var world = World()
    world.people = people
    for person in people {
      for _ in 0..<Int.random(in: 2...5, using: &generator) {
        world.memberships.append(
          .init(
            person: person, organisation: pick(organisations), role: pick(Role.given),
            validity: validity()))
      }
    }
    relate(&world)
    restrict(&world)
    for kind in ObjectKind.allCases { addRows(kind, to: &world) }
    return world
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { generator.pick(choices) }

  private mutating func validity() -> Validity {
    // Half of what there is holds throughout, so that questions fail by other things than time too.
    if generator.chance(oneIn: 2) { return Validity(from: Instant(seconds: 0)) }
    let from = Int.random(in: 0..<5, using: &generator)
    guard !generator.chance(oneIn: 3) else { return Validity(from: World.instants[from]) }
    let until = Int.random(in: from..<6, using: &generator)
    return Validity(from: World.instants[from], until: World.instants[until])
  }

  private mutating func scope() -> Scope {
    let kind = pick(Scope.Kind.allCases)
    let ids =
      switch kind {
      case .organisation: organisations
      case .need: needs
      default: wholes[kind] ?? []
      }
    return Scope(kind, pick(ids))
  }

  private mutating func relate(_ world: inout World) {
    for _ in 0..<16 {
      let scope = scope()
      let roles: [Role] =
        switch scope.kind {
        case .need: [.planner, .planner, .planner, .reviewer]
        case .dialogue: [.dialogueOffice]
        case .solution: [.reviewer, .innovationOffice]
        default: Role.given
        }
      let role = pick(roles)
      world.assignments.append(
        .init(person: holder(role, world), role: role, scope: scope, validity: validity()))
    }
    for _ in 0..<5 {
      world.associationMembers.append(
        .init(
          association: pick(organisations), member: pick(organisations), validity: validity()))
    }
    let caseIDs = ["f0", "f1", "f2"]
    for id in caseIDs {
      world.caseFiles.append(
        .init(
          id: id, purpose: pick([.supplySecurity, .supplySecurity, .rampUp, .statistics]),
          validity: validity()))
      for person in [holder(.analyst, world), pick(people)] {
        world.caseMembers.append(
          .init(
            file: id, person: person, needsToKnow: generator.chance(oneIn: 2),
            validity: validity()))
      }
      world.caseObjects += Set((0..<7).map { _ in World.CaseObject(file: id, scope: scope()) })
        .sorted { "\($0)" < "\($1)" }
    }
    for _ in 0..<24 {
      world.grants.append(
        Grant(
          owner: pick(organisations), grantee: pick(organisations), kind: .organisation,
          group: pick(ObjectKind.organisation.groups),
          object: generator.chance(oneIn: 3) ? pick(organisations) : nil,
          purpose: pick([.sourcing, .sourcing, .rampUp, .ownBusiness]), validity: validity()))
    }
  }

  /// Mostly somebody who has a role at some time.
  private mutating func holder(_ role: Role, _ world: World) -> String {
    let holders = world.memberships.filter { $0.role == role }.map(\.person)
    return holders.isEmpty || generator.chance(oneIn: 8) ? pick(people) : pick(holders)
  }

  private mutating func restrict(_ world: inout World) {
    for organisation in organisations {
      for group in ObjectKind.organisation.groups where generator.chance(oneIn: 3) {
        world.releases.append(
          .init(organisation: organisation, group: group, to: pick(ReleasedTo.allCases)))
      }
      for need in needs where generator.chance(oneIn: 3) {
        world.invitations.append(.init(need: need, organisation: organisation))
      }
      for other in organisations where other > organisation && generator.chance(oneIn: 4) {
        world.competition.append(.init(organisation: organisation, competitor: other))
        world.competition.append(.init(organisation: other, competitor: organisation))
      }
      for person in people where generator.chance(oneIn: 8) {
        world.conflicts.append(.init(person: person, organisation: organisation))
      }
    }
  }

  private mutating func addRows(_ kind: ObjectKind, to world: inout World) {
    let count = kind == .organisation ? organisations.count : kind == .need ? needs.count : 6
    for at in 0..<count {
      var row = World.Row(kind: kind, id: "\(kind.rawValue)\(at)")
      row.owner = orNothing(organisations)
      switch kind {
      case .organisation:
        row.id = organisations[at]
        row.owner = row.id
      case .supplyLink:
        row.counterpart = orNothing(organisations)
        row.isAgreed = generator.chance(oneIn: 2)
      case .chain: row.whole = row.id
      case .chainVersion:
        row.whole = pick(wholes[.chain] ?? [])
        row.need = orNothing(needs)
      case .need:
        row.id = needs[at]
        row.need = row.id
        row.visibility = pick(Visibility.allCases)
        row.state = pick(
          [.draft, .published, .published, .matched, .inDialogue, .covered, .withdrawn])
      case .match, .suggestion, .feedback:
        row.counterpart = orNothing(organisations)
        row.need = pick(needs)
        row.author = orNothing(people)
        if kind == .match { row.state = pick([.active, .active, .dismissed]) }
      case .wish: row.whole = pick(wholes[.dialogue] ?? [])
      case .review:
        row.author = orNothing(people)
        row.whole = pick(wholes[.solution] ?? [])
        row.state = pick([.draft, .submitted, .released])
      case .job, .account, .auditEntry: row.author = orNothing(people)
      case .aggregate:
        row.visibility = pick(Visibility.allCases)
        row.state = pick([.draft, .published])
      }
      if kind == .chain, at < 2 { row.whole = "c\(at)" }
      world.rows.append(row)
    }
  }

  /// Now and then what is not known.
  private mutating func orNothing(_ choices: [String]) -> String? {
    generator.chance(oneIn: 10) ? nil : pick(choices)
  }
}

/// A question to put.
struct Asked: Sendable, CustomStringConvertible {
  var person: String?
  var action: Action
  var row: World.Row
  var group: FieldGroup
  var purpose: Purpose
  var instant: Instant

  var description: String {
    "\(person ?? "anybody") \(action) \(row) \(group) for \(purpose) at \(instant.text)"
  }

  /// Mostly what some rule speaks of, so that many answers are yes; sometimes anything.
  static func random(in world: World, _ generator: inout SeededGenerator) -> Asked {
    var kind = generator.pick(ObjectKind.allCases)
    var action = generator.pick(Action.allCases)
    var group = generator.pick(FieldGroup.allCases)
    var purpose = generator.pick(Purpose.allCases)
    var people = world.people
    var houses: Set<String> = []
    if !generator.chance(oneIn: 4) {
      let rule = generator.pick(RuleTable.all)
      kind = rule.kind
      action = generator.pick(rule.actions)
      group = generator.pick(rule.groups)
      if !generator.chance(oneIn: 5) { purpose = generator.pick(rule.purposes.members) }
      let holders = world.memberships.filter { rule.roles.contains($0.role) }
      if !holders.isEmpty, !generator.chance(oneIn: 5) {
        let holder = generator.pick(holders)
        people = [holder.person]
        houses = [holder.organisation]
      }
    }
    let rows = world.rows(kind)
    let near = rows.filter { row in
      [row.owner, row.counterpart].contains { $0.map(houses.contains) ?? false }
        || row.author.map { people == [$0] } ?? false
    }
    let border = generator.pick(World.instants)
    return Asked(
      person: generator.chance(oneIn: 20) ? nil : generator.pick(people), action: action,
      row: generator.pick(near.isEmpty || generator.chance(oneIn: 2) ? rows : near), group: group,
      purpose: purpose,
      instant: Instant(seconds: border.seconds + Int.random(in: -1...1, using: &generator)))
  }
}
