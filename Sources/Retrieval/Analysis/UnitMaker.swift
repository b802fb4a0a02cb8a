// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// Takes one folded word apart into the units an index counts. Holds stemmers: one a task.
struct UnitMaker: ~Copyable {
  /// What one whole occurrence counts.
  static let whole = 16

  private let units: IndexSettings.Units
  private var german = Stemmer(.german)
  private var english = Stemmer(.english)

  init(_ units: IndexSettings.Units) { self.units = units }

  /// A unit and how much of an occurrence it is, in sixteenths.
  struct Unit: Hashable {
    var bytes: [UInt8]
    var share: UInt8
  }

  /// Units of a word, the whole one first; each once.
  mutating func units(of word: [UInt8], _ language: Language) -> [Unit] {
    switch units {
    case .words(let settings): words(word, language, settings)
    case .grams(let lengths): Self.grams(word, lengths)
    }
  }

  private mutating func words(
    _ word: [UInt8], _ language: Language, _ settings: WordUnits
  ) -> [Unit] {
    var found = [Unit(bytes: stem(word), share: UInt8(Self.whole))]
    func add(_ bytes: [UInt8], _ share: Float) {
      let share = UInt8(max(0, min(255, (share * Float(Self.whole)).rounded())))
      guard share > 0, bytes.count > 1 else { return }
      if let at = found.firstIndex(where: { $0.bytes == bytes }) {
        found[at].share = max(found[at].share, share)
      } else {
        found.append(Unit(bytes: bytes, share: share))
      }
    }
    if language == .english { add(english.stem(word), settings.secondStemShare) }
    if let parts = settings.splitter?.parts(of: word), let head = parts.last {
      for part in parts.dropLast() { add(stem(part), settings.partShare) }
      add(stem(head), settings.headShare)
    }
    return found
  }

  /// Every word has a German stem, whatever its text is written in: a heading of two words tells no
  /// language, and `bearings` must meet `bearing` all the same.
  private mutating func stem(_ word: [UInt8]) -> [UInt8] { german.stem(word) }

  private static func grams(_ word: [UInt8], _ lengths: ClosedRange<Int>) -> [Unit] {
    let marked = [UInt8(ascii: " ")] + word + [UInt8(ascii: " ")]
    var found: [Unit] = []
    var places: [[UInt8]: Int] = [:]
    for length in lengths where length <= marked.count {
      for start in 0...(marked.count - length) {
        let gram = Array(marked[start..<start + length])
        if let at = places[gram] {
          found[at].share = UInt8(min(255, Int(found[at].share) + Self.whole))
        } else {
          places[gram] = found.count
          found.append(Unit(bytes: gram, share: UInt8(Self.whole)))
        }
      }
    }
    return found
  }
}
