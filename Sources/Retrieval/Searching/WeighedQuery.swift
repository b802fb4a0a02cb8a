// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A query in terms of an index as it stands: which lists, and what a posting of each is worth.
///
/// Scores are whole numbers while they are added, so that the order of addition, and with it the
/// order of documents and the way of searching, changes no bit of a result.
struct WeighedQuery {
  struct Term {
    let id: Int
    /// What the query gives it: shares of its words, their parts' weights.
    var weight: Float
    /// Weight, rarity and scale: what a posting of full impact gets.
    var value: UInt32 = 0
    /// No posting of the term gets more.
    var bound: UInt32 = 0
  }

  /// A word of the query with its terms, for explanations.
  struct Word {
    let bytes: [UInt8]
    var terms: [(place: Int, weight: Float)] = []
  }

  private(set) var terms: [Term] = []
  private(set) var words: [Word] = []
  /// Points of the whole-number score to 1 of BM25F, a power of two.
  private(set) var scale: Float = 1

  init(_ query: TextQuery, _ index: TextIndex) {
    var maker = UnitMaker(index.settings.units)
    var places: [Int: Int] = [:]
    for part in query.parts where part.weight > 0 {
      let before = terms.map(\.weight)
      gather(part, index, &places, &maker)
      saturate(from: before, part.weight, index.settings.querySaturation)
    }
    weigh(index)
  }

  private mutating func gather(
    _ part: TextQuery.Part, _ index: TextIndex, _ places: inout [Int: Int],
    _ maker: inout UnitMaker
  ) {
    var wordPlaces = Dictionary(
      zip(words.map(\.bytes), words.indices), uniquingKeysWith: { first, _ in first })
    let reader = WordReader(part.text)
    for word in reader.words {
      let units = index.cache.known(of: word, reader.language, &maker).filter {
        index.lists.documentCounts[Int($0.term)] > 0
      }
      if units.isEmpty { continue }
      let wordPlace = wordPlaces[word] ?? words.count
      if wordPlace == words.count {
        words.append(Word(bytes: word))
        wordPlaces[word] = wordPlace
      }
      for unit in units {
        let weight = part.weight * Float(unit.share) / Float(UnitMaker.whole)
        let place = places[Int(unit.term)] ?? terms.count
        if place == terms.count {
          terms.append(Term(id: Int(unit.term), weight: 0))
          places[Int(unit.term)] = place
        }
        terms[place].weight += weight
        words[wordPlace].terms.append((place, weight))
      }
    }
  }

  /// Occurrences within one part count less and less.
  private mutating func saturate(from before: [Float], _ weight: Float, _ saturation: Float) {
    for at in terms.indices {
      let earlier = at < before.count ? before[at] : 0
      let count = (terms[at].weight - earlier) / weight
      guard count > 0 else { continue }
      terms[at].weight = earlier + weight * count * (1 + saturation) / (count + saturation)
    }
  }

  /// Rarity as in BM25 with one added, so that no term speaks against a document.
  static func rarity(_ documents: Int, of all: Int) -> Float {
    Float(log(1 + (Double(all) - Double(documents) + 0.5) / (Double(documents) + 0.5)))
  }

  private mutating func weigh(_ index: TextIndex) {
    let factor = 1 + index.settings.saturation
    let values = terms.map {
      $0.weight * factor
        * Self.rarity(Int(index.lists.documentCounts[$0.id]), of: index.documents.count)
    }
    let most = values.reduce(0, +)
    guard most > 0 else { return }
    // All terms together, each a point more for rounding, stay within 32 bits.
    scale = Float(sign: .plus, exponent: (Float(1 << 30) / most).exponent, significand: 1)
    for at in terms.indices {
      terms[at].value = UInt32(values[at] * scale)
      let largest = index.lists.largestImpacts[terms[at].id]
      terms[at].bound = Posting(document: 0, fields: 0, impact: largest).points(terms[at].value)
    }
  }
}
