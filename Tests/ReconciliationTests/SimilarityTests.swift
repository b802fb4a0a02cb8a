// SPDX-License-Identifier: Apache-2.0
import Reconciliation
import Testing
import TragwerkTesting

@Suite("Similarities")
struct SimilarityTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(
    "count typing errors",
    arguments: [
      ("", "", 0, 0), ("abc", "", 3, 3), ("kitten", "sitting", 3, 3), ("ab", "ba", 2, 1),
      ("gmbh", "mgbh", 2, 1), ("ca", "abc", 3, 3),
    ])
  func distances(a: String, b: String, levenshtein: Int, damerau: Int) {
    var distance = EditDistance()
    #expect(distance.levenshtein(bytes(a), bytes(b)) == levenshtein)
    #expect(distance.damerau(bytes(b), bytes(a)) == damerau)
  }

  /// The textbook table, as slow as it is plain.
  private func obvious(_ a: [UInt8], _ b: [UInt8], swaps: Bool) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1,
          table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if swaps, i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }

  @Test("agree with the textbook, also beyond 64 bytes")
  func twin() {
    var random = SeededGenerator(seed: 11)
    var distance = EditDistance()
    for round in 0..<600 {
      let longest = round < 500 ? 12 : 90
      func word() -> [UInt8] {
        (0..<Int.random(in: 0...longest, using: &random)).map { _ in
          UInt8.random(in: 97...100, using: &random)
        }
      }
      let (a, b) = (word(), word())
      #expect(distance.levenshtein(a, b) == obvious(a, b, swaps: false))
      #expect(distance.damerau(a, b) == obvious(a, b, swaps: true))
    }
  }

  @Test("are symmetric, 1 for equal texts, between 0 and 1")
  func properties() {
    var random = SeededGenerator(seed: 5)
    var edit = EditDistance()
    let words = ["glas", "werke", "glaswerke", "nord", "haff", "energie", "enrgie", "2"].map(bytes)
    for _ in 0..<400 {
      func name() -> [[UInt8]] {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(words) }
      }
      let (a, b) = (name(), name())
      let (joinedA, joinedB) = (Array(a.joined()), Array(b.joined()))
      let pairs = [
        (edit.similarity(joinedA, joinedB), edit.similarity(joinedB, joinedA)),
        (
          NGrams(joinedA).similarity(NGrams(joinedB)), NGrams(joinedB).similarity(NGrams(joinedA))
        ),
      ]
      for (one, other) in pairs {
        #expect(abs(one - other) < 1e-12)
        #expect(one >= 0 && one <= 1)
      }
      #expect(edit.similarity(joinedA, joinedA) == 1)
    }
  }
}
