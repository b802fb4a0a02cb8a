// SPDX-License-Identifier: Apache-2.0
import AccessControl
import Foundation
import Testing
import TragwerkTesting

/// The rules and the sentences give the same answer, on random worlds.
@Suite("Rules and sentences agree")
struct AgreementTests {
  /// How many questions; `TRAGWERK_ACCESS_DECISIONS=1000000` asks a million.
  static let questions =
    ProcessInfo.processInfo.environment["TRAGWERK_ACCESS_DECISIONS"].flatMap { Int($0) } ?? 30_000

  @Test func everyDecisionIsThatOfTheSentences() {
    let perWorld = 500
    var asked = 0
    var allowed = 0
    var deciding: Set<String> = []
    var differences: [String] = []
    var seed: UInt64 = 0
    while asked < Self.questions {
      let world = World.random(seed: seed)
      var generator = SeededGenerator(seed: seed &+ 1_000_000)
      seed += 1
      let prepared = PreparedWorld(world)
      for _ in 0..<min(perWorld, Self.questions - asked) {
        let question = Asked.random(in: world, &generator)
        let decision = prepared.decision(question)
        let truth = ReferenceEvaluator.allows(question, in: world)
        if decision.isAllowed != truth {
          differences.append("world \(seed - 1): \(question): \(decision.basis), truly \(truth)")
        }
        asked += 1
        if decision.isAllowed { allowed += 1 }
        if let rule = decision.rule { deciding.insert(rule.id) }
      }
    }
    print("access: \(asked) decisions, \(allowed) allowed, \(differences.count) differences")
    #expect(differences.isEmpty, "\(differences.prefix(5).joined(separator: "\n"))")
    // Yes and no are both common, and no rule was left out.
    #expect(allowed * 10 > asked && allowed * 10 < asked * 9)
    let idle = RuleTable.all.map(\.id).filter { !deciding.contains($0) }
    #expect(idle.isEmpty, "rules that never decided: \(idle)")
  }

  /// The sample would notice any rule that is missing, and any condition of a rule that is.
  @Test func theSampleNoticesEveryLossOfTheTable() {
    var answers: [ObjectKind: [(world: Int, asked: Asked, truth: Bool)]] = [:]
    var worlds: [PreparedWorld] = []
    for seed in UInt64(40_000)..<40_150 {
      let world = World.random(seed: seed)
      var generator = SeededGenerator(seed: seed)
      worlds.append(PreparedWorld(world))
      for _ in 0..<300 {
        let asked = Asked.random(in: world, &generator)
        answers[asked.row.kind, default: []].append(
          (worlds.count - 1, asked, ReferenceEvaluator.allows(asked, in: world)))
      }
    }
    var unnoticed: [String] = []
    var changes = 0
    for rule in RuleTable.all {
      for (change, changed) in TableLoss.all(of: rule) {
        changes += 1
        let policy = AccessPolicy(
          RuleTable.all.filter { $0.kind == rule.kind }.compactMap { $0 == rule ? changed : $0 })
        let isNoticed = (answers[rule.kind] ?? []).contains { answer in
          rule.actions.contains(answer.asked.action) && rule.groups.contains(answer.asked.group)
            && worlds[answer.world].decision(answer.asked, by: policy).isAllowed != answer.truth
        }
        if !isNoticed { unnoticed.append("\(rule.id) without \(change)") }
      }
    }
    print("access: \(changes) damaged tables, \(unnoticed.count) unnoticed")
    #expect(unnoticed.isEmpty, "\(unnoticed.joined(separator: "\n"))")
  }
}

/// One rule damaged in one place.
private enum TableLoss {
  /// What was lost and what is left of the rule; nil where it is gone.
  static func all(of rule: AccessRule) -> [(String, AccessRule?)] {
    [("itself", nil)]
      + rule.when.map { lost in
        let left = AccessRule(
          rule.id, rule.roles, rule.actions, rule.kind, rule.groups, for: rule.purposes,
          when: rule.when.filter { $0 != lost })
        return ("\(lost)", left)
      }
  }
}
