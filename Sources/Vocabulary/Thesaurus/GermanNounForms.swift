// SPDX-License-Identifier: Apache-2.0

/// What a German noun may be in the nominative singular, for forms that Snowball's stemmer keeps
/// apart from it: `Kesseln`, `Systeme` (it makes `System` a `syst`), `Silos`, `Laboratorien`.
///
/// A form counts only where the noun is known letter by letter, so that chance does no harm.
enum GermanNounForms {
  /// Shorter nouns are chance.
  private static let shortest = 4

  /// The nouns that a word may be a form of, folded with umlauts merged; the one that loses least
  /// first.
  static func nominatives(of word: [UInt8]) -> [[UInt8]] {
    var nouns: [[UInt8]] = []
    for (ending, replacement) in endings
    where word.count >= shortest + ending.count && word.hasEnding(ending) {
      nouns.append(word.dropLast(ending.count) + replacement)
    }
    for ending in [Array("er".utf8), Array("ern".utf8)] where word.hasEnding(ending) {
      let noun = word.dropLast(ending.count)
      if withPluralInEr.contains(where: { noun.hasEnding($0) }) { nouns.append(Array(noun)) }
    }
    return nouns
  }

  /// Whether an umlaut alone makes its plural: `Ofen`, `Öfen`.
  static func hasPluralByUmlaut(_ word: [UInt8]) -> Bool {
    withPluralByUmlaut.contains { word.hasEnding($0) }
  }

  /// What is cut, and what stands in its place in the singular: `Zentren` is of `Zentrum`.
  private static let endings: [(cut: [UInt8], put: [UInt8])] = [
    ("n", ""), ("s", ""), ("e", ""), ("en", ""), ("es", ""), ("en", "um"), ("en", "a"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// What longer nouns with that plural end in; agents in `-er` are too many to allow it to all:
  /// `Träger` are no `Trag`.
  private static let withPluralInEr = list(
    """
    bad band bild blatt blech brett buch dach fach fass feld geld glas glied haus holz kleid licht
    loch rad schild schloss tuch wort
    """)

  private static let withPluralByUmlaut = list(
    """
    boden bogen faden garten graben hafen hammer kasten kragen laden mantel nagel ofen sattel
    schaden schnabel
    """)

  private static func list(_ words: String) -> [[UInt8]] {
    words.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
  }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
  func hasEnding(_ ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
