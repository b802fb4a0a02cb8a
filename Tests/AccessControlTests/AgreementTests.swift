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
      let subjects = Dictionary(
        uniqueKeysWithValues: world.people.map { ($0, world.subject($0)) })
      for _ in 0..<min(perWorld, Self.questions - asked) {
        let question = Asked.random(in: world, &generator)
        let decision = AccessPolicy.standard.can(
          question.person.flatMap { subjects[$0] } ?? .anonymous, question.action,
          world.object(question.row), question.group, for: question.purpose, at: question.instant)
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
}
