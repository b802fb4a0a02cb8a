// SPDX-License-Identifier: Apache-2.0

/// Numbers in names: what tells sister firms apart (`Peak Gen Power 2`, `Energie II`, `TEC-1`).
enum NumberWords {
  /// The number a word stands for or ends in.
  ///
  /// - Parameter isLast: whether it ends the name; only there a single `i`, `v` or `x` is a numeral.
  static func number(_ word: [UInt8], isLast: Bool) -> Int? {
    let digits = word.reversed().prefix { $0 >= 48 && $0 <= 57 }
    if !digits.isEmpty, digits.count <= 9 {
      return digits.reversed().reduce(0) { $0 * 10 + Int($1 - 48) }
    }
    if word.count == 1, !isLast { return nil }
    return spelled[word]
  }

  private static let spelled: [[UInt8]: Int] = {
    var spelled: [[UInt8]: Int] = [:]
    let roman = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
    for (at, word) in roman.split(separator: " ").enumerated() {
      spelled[Array(word.utf8)] = at + 1
    }
    for (number, words) in [
      (1, "eins erste erster erstes one first une premier primo prima uno primera"),
      (2, "zwei zweite zweiter zweites two second deux deuxieme secondo due dos segunda"),
      (3, "drei dritte dritter drittes three third trois troisieme terzo tre tres tercera"),
      (4, "vier vierte four fourth quatre quattro cuatro"),
      (5, "funf fuenf fünf five fifth cinq cinque cinco"),
    ] {
      for word in words.split(separator: " ") { spelled[Array(word.utf8)] = number }
    }
    return spelled
  }()
}
