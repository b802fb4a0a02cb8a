// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// A word of a query that speaks for a document.
public struct WordShare: Sendable, Hashable {
  /// As the query writes it; folded where it cannot be told apart there.
  public let word: String
  /// Of the document's score, within 0…1; the shares of all words are 1 together.
  public let share: Double
  /// Names of the fields in which it was found.
  public let fields: [String]
}

extension TextIndex {
  /// The words of a query that speak for a document, the strongest first; empty where the document
  /// is not there or not found.
  public func explanation(_ key: String, _ query: TextQuery) -> [WordShare] {
    explanations([key], query).first ?? []
  }

  /// The same for several documents of one query.
  public func explanations(_ keys: [String], _ query: TextQuery) -> [[WordShare]] {
    let weighed = WeighedQuery(query, self)
    // All occurrences of words claim a term; it is shared among them.
    var claims = [Float](repeating: 0, count: weighed.terms.count)
    for word in weighed.words {
      for (place, weight) in word.terms { claims[place] += weight }
    }
    let spellings = Spellings(query)
    return keys.map { key in
      guard let number = documents.number(of: key) else { return [] }
      let postings = weighed.terms.map { lists.posting(of: $0.id, in: number) }
      var shares: [(word: [UInt8], points: Double, fields: UInt8)] = []
      for word in weighed.words {
        var points = 0.0
        var fields: UInt8 = 0
        for (place, weight) in word.terms {
          guard let posting = postings[place] else { continue }
          points +=
            Double(posting.points(weighed.terms[place].value)) * Double(weight / claims[place])
          fields |= posting.fields
        }
        if points > 0 { shares.append((word.bytes, points, fields)) }
      }
      return sorted(shares, spellings)
    }
  }

  private func sorted(
    _ shares: [(word: [UInt8], points: Double, fields: UInt8)], _ spellings: Spellings
  ) -> [WordShare] {
    let sum = shares.reduce(0) { $0 + $1.points }
    // Words of equal share stay in the order of the query.
    return shares.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }.map { _, share in
      WordShare(
        word: spellings[share.word], share: share.points / sum,
        fields: settings.fields.indices.filter { share.fields >> UInt8($0) & 1 == 1 }.map {
          settings.fields[$0].name
        })
    }
  }
}

/// Folded words as a query writes them.
private struct Spellings {
  private var written: [[UInt8]: String] = [:]

  init(_ query: TextQuery) {
    for part in query.parts {
      for piece in part.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        let folded = FoldedText(piece, umlauts: .merged).bytes
        if written[folded] == nil { written[folded] = String(piece) }
      }
    }
  }

  subscript(word: [UInt8]) -> String { written[word] ?? String(decoding: word, as: UTF8.self) }
}
