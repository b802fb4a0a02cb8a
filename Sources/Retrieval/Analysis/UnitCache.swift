// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// What every word met so far is taken apart into, as term numbers: a text costs a look-up a word.
///
/// Grows with the vocabulary, not with the texts.
struct UnitCache: Sendable {
  private(set) var terms = TermDictionary()
  /// Words as they are written, behind a letter for their language.
  private var words = TermDictionary()
  private var starts: [Int] = [0]
  private var units: [UInt32] = []
  private var shares: [UInt8] = []

  /// One unit of a word: a term and how much of an occurrence it is, in sixteenths.
  struct Unit {
    var term: UInt32
    var share: UInt8
  }

  /// The units of a word; made and remembered where the word is new.
  mutating func units(
    of word: [UInt8], _ language: Language, _ maker: inout UnitMaker,
    _ body: (Unit) -> Void
  ) {
    let id = Int(words.insert(Self.entry(word, language)))
    if id == starts.count - 1 {
      for unit in maker.units(of: word, language) {
        units.append(terms.insert(unit.bytes))
        shares.append(unit.share)
      }
      starts.append(units.count)
    }
    for at in starts[id]..<starts[id + 1] { body(Unit(term: units[at], share: shares[at])) }
  }

  /// The units of a word that documents have, without remembering anything.
  func known(of word: [UInt8], _ language: Language, _ maker: inout UnitMaker) -> [Unit] {
    if let id = words.id(of: Self.entry(word, language)) {
      return (starts[Int(id)]..<starts[Int(id) + 1]).map {
        Unit(term: units[$0], share: shares[$0])
      }
    }
    return maker.units(of: word, language).compactMap { unit in
      terms.id(of: unit.bytes).map { Unit(term: $0, share: unit.share) }
    }
  }

  private static func entry(_ word: [UInt8], _ language: Language) -> [UInt8] {
    [language == .german ? 0x44 : 0x45] + word
  }
}
