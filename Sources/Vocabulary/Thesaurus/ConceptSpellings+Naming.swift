// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

extension ConceptSpellings {
  /// Longer texts are read up to here.
  public static let namingLimit = 4000

  /// What a short text, such as a cell of a list, says somebody does, works with, makes or offers:
  /// every concept it names, in its order, each once.
  ///
  /// Whole spellings count, and the last part of a compound; what stands before it does not:
  /// `Aluminiumdruckguss` is die casting. Of several meanings of a word those of one kind count:
  /// what is done before what is made, what is made before what it is made of. Some microseconds a
  /// word.
  public func named(in text: String) -> [Concept] {
    let words = TextWords(text, limit: Self.namingLimit)
    var recogniser = ConceptRecogniser(self)
    let mentions = recogniser.mentions(in: words).filter { $0.form != .modifier }
    var best: [Int: Int] = [:]
    for mention in mentions {
      let rank = rank(mention)
      best[mention.words.lowerBound] = min(best[mention.words.lowerBound] ?? rank, rank)
    }
    var found: [Int] = []
    for mention in mentions
    where rank(mention) == best[mention.words.lowerBound] && !found.contains(mention.concept) {
      found.append(mention.concept)
    }
    return found.map { thesaurus.concepts[$0] }
  }

  private func rank(_ mention: ConceptMention) -> Int {
    switch thesaurus.concepts[mention.concept].kind {
    case .process: 0
    case .test: 1
    case .service: 2
    case .product: 3
    case .component: 4
    case .material: 5
    case .property: 6
    }
  }
}
