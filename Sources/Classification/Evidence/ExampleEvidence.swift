// SPDX-License-Identifier: Apache-2.0
import Retrieval
import TextAnalysis

/// What texts that people gave codes to say: the nearest ones vote, and divisions that come up often
/// are likelier.
struct ExampleEvidence: Sendable {
  private let index: LabelEvidence
  /// Codes of each example with how much it is theirs.
  private let votes: [[(code: Int, weight: Double)]]
  private let tree: CodeTree
  /// Logarithm of how often a division comes up, the most frequent one being 1; by code.
  let divisionShares: [Double]

  /// How many nearest examples vote, and how steeply votes fall with distance.
  static let neighbours = 10
  static let steepness = 3
  /// What a code counts that an example also touches.
  static let furtherShare = 0.4
  /// What a vote counts for the codes above, the nearest first.
  static let ancestorShares = [0.5, 0.3, 0.2, 0.1]

  /// - Parameter places: numbers of the codes; examples without a known code are left out.
  init(
    _ examples: [CodedExample], _ places: [String: Int], _ tree: CodeTree,
    splitter: CompoundSplitter
  ) {
    var votes: [[(code: Int, weight: Double)]] = []
    var documents: [TextIndex.Document] = []
    var counts = [Double](repeating: 0, count: tree.members[0].count)
    for example in examples {
      var own: [(code: Int, weight: Double)] = []
      if let code = places[example.code] { own.append((code, 1)) }
      for further in example.further {
        if let code = places[further], !own.contains(where: { $0.code == code }) {
          own.append((code, Self.furtherShare))
        }
      }
      if own.isEmpty { continue }
      for vote in own { counts[tree.nodes[0][vote.code]] += vote.weight }
      documents.append(
        TextIndex.Document("\(documents.count)", [example.text.title, example.text.rest]))
      votes.append(own)
    }
    self.votes = votes
    self.tree = tree
    index = LabelEvidence(
      documents, fields: [.init("title", weight: 2), .init("rest", weight: 1)], splitter: splitter)
    let most = Logarithm.of(1 + (counts.max() ?? 0))
    divisionShares = tree.nodes[0].map { most > 0 ? Logarithm.of(1 + counts[$0]) / most : 0 }
  }

  var isEmpty: Bool { votes.isEmpty }

  /// Votes by code, and votes that also count for the codes above.
  func votes(_ text: TextToClassify, _ weights: ClassifierWeights)
    -> (own: [Double], above: [Double])
  {
    var own = [Double](repeating: 0, count: tree.ancestors.count)
    var above = own
    let scores = index.scores(text, weights)
    // Examples in their order where they are equally near.
    let nearest = scores.indices.filter { scores[$0] > 0 }.sorted {
      (scores[$1], $0) < (scores[$0], $1)
    }.prefix(Self.neighbours)
    guard let first = nearest.first else { return (own, above) }
    for example in nearest {
      let closeness = scores[example] / scores[first]
      let strength = (0..<Self.steepness).reduce(1.0) { power, _ in power * closeness }
      for vote in votes[example] {
        own[vote.code] += strength * vote.weight
        above[vote.code] += strength * vote.weight
        for (code, share) in zip(tree.ancestors[vote.code], Self.ancestorShares) {
          above[code] += strength * vote.weight * share
        }
      }
    }
    return (own, above)
  }
}
