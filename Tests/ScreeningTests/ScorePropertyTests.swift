// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import Screening

@Suite struct ScorePropertyTests {
  @Test(arguments: 0..<120 as Range<UInt64>) func scoresAreSymmetric(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kind: SubjectKind = random.chance(oneIn: 2) ? .person : .organisation
    let a = RandomNames.name(&random, kind)
    let b =
      random.chance(oneIn: 3) ? RandomNames.name(&random, kind) : RandomNames.noisy(a, &random)
    let forth = score(a, b, kind)
    let back = score(b, a, kind)
    #expect(forth.score == back.score, "\(a) | \(b)")
    #expect(forth == score(a, b, kind))
    #expect((0...1).contains(forth.score))
  }

  @Test(arguments: 0..<80 as Range<UInt64>) func caseMarksAndOrderDoNotMatter(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kind: SubjectKind = random.chance(oneIn: 2) ? .person : .organisation
    let a = RandomNames.words(&random).joined(separator: " ")
    let b = random.chance(oneIn: 2) ? a : RandomNames.words(&random).joined(separator: " ")
    let plain = score(a, b, kind).score
    #expect(score(a.uppercased(), b, kind).score == plain)
    #expect(score("  " + a.replacing(" ", with: " . ") + ",", b, kind).score == plain)
    #expect(score(a.replacing("u", with: "ü").replacing("c", with: "ç"), b, kind).score == plain)
    let shuffled = a.split(separator: " ").shuffled(using: &random).joined(separator: " ")
    // The same words in any order, as long as none stands for two joined.
    if a != b { return }
    #expect(score(shuffled, a, kind).decision == .hit)
    #expect(score(a, a, kind).score == score(shuffled, shuffled, kind).score)
  }

  @Test func uglyNamesEndInAScore() {
    let ugly = [
      String(repeating: "a ", count: 500), String(repeating: "x", count: 1000), "\u{0}\u{1}",
      "=cmd|' /C calc'!A0", "\u{202E}txet", "a\u{301}\u{301}\u{301}", "ﷺ", "…", "１２３", "ß",
      String(repeating: "ltd ", count: 200), "i", "& + %",
    ]
    for a in ugly {
      for b in ugly {
        for kind in [SubjectKind.person, .organisation] {
          let score = score(a, b, kind)
          #expect((0...1).contains(score.score))
        }
      }
    }
  }

  private func score(_ a: String, _ b: String, _ kind: SubjectKind) -> ScreeningScore {
    var scorer = SubjectScorer()
    return scorer.score(ScreeningSubject(a, kind: kind), ScreeningSubject(b, kind: kind))
  }
}
