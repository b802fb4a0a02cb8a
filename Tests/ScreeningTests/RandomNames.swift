// SPDX-License-Identifier: Apache-2.0
import Screening
import TragwerkTesting

/// Names made of syllables, as many as wanted, the same for each seed.
enum RandomNames {
  private static let starts = [
    "b", "k", "d", "gr", "m", "n", "r", "s", "t", "v", "l", "pr", "st", "z",
  ]
  private static let vowels = ["a", "e", "i", "o", "u"]
  private static let ends = ["", "n", "r", "l", "s", "m", "t", "ck"]
  private static let common = ["Trading", "Holding", "Group", "International", "Bau", "Logistik"]
  private static let forms = ["GmbH", "Ltd", "LLC", "OOO", "JSC", "AG", "S.A.", "Co., Ltd.", ""]
  private static let given = [
    "Mohammed", "Ali", "Vladimir", "Ivan", "Kim", "Maria", "Anna", "Igor",
  ]

  static func word(_ random: inout SeededGenerator) -> String {
    let syllables = Int.random(in: 2...3, using: &random)
    return (0..<syllables).map { _ in
      random.pick(starts) + random.pick(vowels) + random.pick(ends)
    }.joined()
  }

  static func words(_ random: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in word(&random) }
  }

  static func name(_ random: inout SeededGenerator, _ kind: SubjectKind) -> String {
    let words = words(&random).joined(separator: " ")
    if kind == .person { return random.pick(given) + " " + words }
    return [words, random.chance(oneIn: 2) ? random.pick(common) : "", random.pick(forms)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Up to two errors, a word left out, or another order.
  static func noisy(_ name: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(name)
    for _ in 0..<Int.random(in: 0...2, using: &random) where !letters.isEmpty {
      let at = letters.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0...2, using: &random) {
      case 0: letters.remove(at: at)
      case 1: letters[at] = Character(random.pick(vowels))
      default: letters.insert("h", at: at)
      }
    }
    var words = String(letters).split(separator: " ").map(String.init)
    if random.chance(oneIn: 4) { words.shuffle(using: &random) }
    if words.count > 2, random.chance(oneIn: 4) { words.removeLast() }
    return words.joined(separator: " ")
  }
}
