// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import ValueChains

struct ClassificationTests {
  @Test(arguments: [
    ("DE21", "DE2", true), ("DE2", "DE21", false), ("DE2", "DE2", true), ("24.10", "24", true),
    ("24.10", "24.1", true), ("2410", "24.10", true), ("24", "", false), ("de21", "DE2", true),
    ("FR", "F R", true), ("", "DE", false),
  ])
  func codesWithinWiderOnes(code: String, wider: String, expected: Bool) {
    #expect(Classification.code(code, isWithin: wider) == expected)
  }

  /// What the check looks up in an ordered list is what comparing with every code gives.
  @Test func lookingUpIsComparingWithAll() throws {
    var random = SeededGenerator(seed: 81)
    for _ in 0..<300 {
      func code(_ length: ClosedRange<Int>) -> String {
        String(
          (0..<Int.random(in: length, using: &random)).map { _ in random.pick("dDE12.") })
      }
      var chain = ValueChain(name: "codes")
      for at in 0..<6 { chain[.sites].append([.site: "s\(at)", .region: .text(code(1...5))]) }
      let regions = Set(chain[.sites].text(.region))
      let targets = DisruptionTargets(chain)
      for _ in 0..<20 {
        let target = code(1...3)
        // A target of nothing but points names no code.
        if Classification.plain(target).isEmpty { continue }
        let expected = regions.contains { Classification.code($0, isWithin: target) }
        #expect(targets.isKnown("region", target) == expected, "\(target) in \(regions)")
      }
    }
  }
}
