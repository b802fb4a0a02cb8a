// SPDX-License-Identifier: Apache-2.0

/// A revision that can be compared: `A` < `B` < `AA`, `9` < `10`, `1.9` < `1.10`.
struct Revision: Comparable {
  private let parts: [Part]

  private enum Part: Comparable {
    case letters(Int, String)
    case number(Int)
  }

  init(_ text: String) {
    var parts: [Part] = []
    for word in HeadingText.words(text) where !["rev", "revision", "version", "v"].contains(word) {
      var rest = word[...]
      while let first = rest.first {
        let run = rest.prefix { $0.isNumber == first.isNumber }
        rest = rest.dropFirst(run.count)
        parts.append(
          first.isNumber ? .number(Int(run) ?? .max) : .letters(run.count, String(run)))
      }
    }
    self.parts = parts
  }

  static func == (first: Self, second: Self) -> Bool { first.parts == second.parts }

  static func < (first: Self, second: Self) -> Bool {
    first.parts.lexicographicallyPrecedes(second.parts)
  }
}
