// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// A name ready to be compared: its own words, its legal forms, its numbers.
struct PreparedName: Sendable {
  /// The firm's own words, umlauts merged, in their order.
  private(set) var words: [Word]
  /// The words without blanks.
  let joined: [UInt8]
  let joinedKey: UInt64
  /// One bit for each kind of legal form.
  let kinds: UInt32
  let isInLiquidation: Bool
  /// Ascending.
  let numbers: [Int]
  let grams: NGrams
  /// Whether this is a part of what the cell says.
  private(set) var isShortened = false

  init(_ name: String, country: String) {
    self.init(folded: FoldedText(name).words, country: country)
  }

  init(folded: [[UInt8]], country: String) {
    let parts = NameParts(words: folded, country: country)
    var misspelled = MisspelledForms()
    let stem = misspelled.removed(from: parts.stem.map(FoldedText.mergedWord))
    var words: [Word] = []
    for (at, word) in stem.enumerated() where !Self.empty.contains(word) {
      let number = NumberWords.number(word, isLast: at == stem.count - 1)
      words.append(Word(Self.longForms[word] ?? word, number: number))
    }
    self.words = words
    joined = Array(words.map(\.bytes).joined())
    joinedKey = Word.key(joined)
    kinds = parts.kinds.reduce(0) { $0 | 1 << UInt32(Self.bit($1)) }
    isInLiquidation = !parts.states.isEmpty
    numbers = words.compactMap(\.number).sorted()
    grams = NGrams(Array(words.map(\.bytes).joined(separator: [UInt8(ascii: " ")])))
  }

  /// Gives each word its weight.
  mutating func weigh(by statistics: WordStatistics) {
    for at in words.indices { words[at].weight = statistics.weight(words[at].key) }
  }

  /// A name and the other names written into its cell, each once.
  static func variants(_ name: String, country: String) -> [PreparedName] {
    var variants = [PreparedName(name, country: country)]
    for text in NameText.variants(name) {
      add(PreparedName(text, country: country), to: &variants)
    }
    if let firm = NameParts.beforeForm(FoldedText(name)) {
      add(PreparedName(folded: firm, country: country), to: &variants)
    }
    return variants
  }

  private static func add(_ variant: PreparedName, to variants: inout [PreparedName]) {
    if !variant.words.isEmpty, !variants.contains(where: { $0.joinedKey == variant.joinedKey }) {
      variants.append(variant)
      variants[variants.count - 1].isShortened = true
    }
  }

  private static let empty: Set<[UInt8]> = Set(
    ["und", "and", "et", "e", "y", "der", "die", "das", "of", "the", "de", "du", "la", "le", "les"]
      .map { Array($0.utf8) })

  /// Abbreviations that stand for one word only.
  private static let longForms: [[UInt8]: [UInt8]] = {
    let pairs = [
      ("sw", "stadtwerke"), ("gebr", "gebruder"), ("hnos", "hermanos"), ("bros", "brothers"),
      ("intl", "international"), ("dt", "deutsche"), ("ges", "gesellschaft"), ("st", "sankt"),
      ("cia", "compania"), ("ste", "societe"), ("assoc", "association"), ("univ", "university"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) })
  }()

  private static func bit(_ kind: LegalForm.Kind) -> Int {
    LegalForm.Kind.allCases.firstIndex(of: kind) ?? 0
  }
}
