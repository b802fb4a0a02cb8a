// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// The vocabulary of capabilities: some 260 terms in German and English, and how to find them in text.
public struct CapabilityTerms: Sendable {
  public static let builtIn = CapabilityTerms()

  public let all: [CapabilityTerm]
  private let byID: [String: Int]
  /// Folded spellings by their first word, longest first.
  private let byFirstWord: [[UInt8]: [(words: [[UInt8]], term: Int)]]
  /// Single words long enough to be the end of a compound: `Aluminiumdruckguss`.
  private let endings: [[UInt8]: Int]

  static let shortestEnding = 6
  /// Longer texts are recognised up to here.
  static let textLimit = 4000

  private init() {
    let table = VocabularyTable(
      "capability_terms.csv", PackageResources.capability_terms_csv,
      columns: [
        "id", "kind", "parent", "label_de", "label_en", "synonyms_de", "synonyms_en", "source",
        "year",
      ])
    var terms: [CapabilityTerm] = []
    var spellings: [[UInt8]: [(words: [[UInt8]], term: Int)]] = [:]
    var endings: [[UInt8]: Int] = [:]
    for row in table.rows {
      guard let kind = CapabilityTerm.Kind(rawValue: row["kind"]), let year = row.number("year")
      else { preconditionFailure("\(table.name):\(row.line) has a known kind and a year") }
      let synonyms =
        VocabularyTable.words(row["synonyms_de"]) + VocabularyTable.words(row["synonyms_en"])
      for spelling in [row["label_de"], row["label_en"]] + synonyms {
        let words = FoldedText(spelling, umlauts: .merged).words
        guard let first = words.first else { continue }
        spellings[first, default: []].append((words, terms.count))
        if words.count == 1, first.count >= Self.shortestEnding, endings[first] == nil {
          endings[first] = terms.count
        }
      }
      terms.append(
        CapabilityTerm(
          id: row["id"], kind: kind, parent: row["parent"].isEmpty ? nil : row["parent"],
          label: LocalizedText(de: row["label_de"], en: row["label_en"]), synonyms: synonyms,
          source: row["source"], year: Int(year)))
    }
    all = terms
    byID = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($0.element.id, $0.offset) })
    byFirstWord = spellings.mapValues { list in
      // The order in the table decides between spellings of one length.
      list.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }.map(\.element)
    }
    self.endings = endings
  }

  public subscript(id: String) -> CapabilityTerm? { byID[id].map { all[$0] } }

  /// The term and its wider ones, the widest last.
  public func path(of id: String) -> [CapabilityTerm] {
    var path: [CapabilityTerm] = []
    var next: String? = id
    while let id = next, let term = self[id], path.count < 10 {
      path.append(term)
      next = term.parent
    }
    return path
  }

  /// Every term a text names, in its order, each once; the longest spelling at a place wins, a
  /// compound counts for what it ends in. Microseconds for a cell.
  public func recognise(_ text: String) -> [CapabilityTerm] {
    let words = FoldedText(text.prefix(Self.textLimit), umlauts: .merged).words
    var found: [Int] = []
    var at = 0
    while at < words.count {
      let match = byFirstWord[words[at]]?.first { words[at...].starts(with: $0.words) }
      if let term = match?.term ?? compound(words[at]), !found.contains(term) {
        found.append(term)
      }
      at += match?.words.count ?? 1
    }
    return found.map { all[$0] }
  }

  /// The longest known ending of a word.
  private func compound(_ word: [UInt8]) -> Int? {
    guard word.count > Self.shortestEnding + 1, word.count <= 60 else { return nil }
    for start in 2...(word.count - Self.shortestEnding) {
      if let term = endings[Array(word[start...])] { return term }
    }
    return nil
  }
}
