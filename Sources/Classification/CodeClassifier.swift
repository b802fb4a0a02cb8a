// SPDX-License-Identifier: Apache-2.0
import Localization
import Retrieval
import TextAnalysis

/// Ranks the codes of a classification for free texts, and says which words spoke.
///
/// Evidence is what a code's labels and phrases share with the text, what its class, group and
/// division share with it, the codes of the nearest examples, and how often examples are of a
/// division. Each kind is divided by what its best code gets and counts by one learned weight.
/// Some milliseconds a text against 10,000 codes.
public struct CodeClassifier: Sendable {
  public let weights: ClassifierWeights
  private let entries: [CodeEntry]
  private let tree: CodeTree
  private let own: LabelEvidence
  private let levels: [LabelEvidence]
  private let examples: ExampleEvidence

  /// - Parameters:
  ///   - entries: of different codes and without circles (``cycles(_:)``).
  ///   - phrases: words of a thesaurus, further evidence where there is one.
  ///   - language: of the texts to come; phrases of the other language would find false friends.
  ///   - examples: what to learn from; none is fine.
  public init(
    _ entries: [CodeEntry], phrases: [CodedPhrase] = [], examples: [CodedExample] = [],
    language: Language = .german, weights: ClassifierWeights = .trained
  ) {
    self.weights = weights
    self.entries = entries
    let places = Dictionary(
      zip(entries.map(\.code), entries.indices), uniquingKeysWith: { first, _ in first })
    tree = CodeTree(entries)
    var texts = entries.map { $0.labels + $0.phrases }
    let finder = CodeFinder(entries)
    for phrase in phrases where phrase.language == language {
      for code in Set(phrase.codes.flatMap(finder.places)).sorted() {
        texts[code].append(phrase.text)
      }
    }
    let splitter = Self.splitter(texts.lazy.joined())
    // Codes with many phrases are not likelier for that, so long texts are diluted much.
    let field = IndexSettings.Field("text", dilution: 0.7)
    func evidence(_ groups: some Collection<[Int]>) -> LabelEvidence {
      LabelEvidence(
        groups.enumerated().map { number, group in
          TextIndex.Document(
            "\(number)", [group.flatMap { texts[$0] }.joined(separator: " | ")])
        }, fields: [field], splitter: splitter)
    }
    own = evidence(entries.indices.map { [$0] })
    levels = tree.members.map(evidence)
    self.examples = ExampleEvidence(examples, places, tree, splitter: splitter)
  }

  /// Words of four letters and more, and their stems, make compounds.
  private static func splitter(_ texts: some Sequence<String>) -> CompoundSplitter {
    var splitter = CompoundSplitter(words: [])
    var stemmer = Stemmer(.german)
    for text in texts {
      for word in FoldedText(text, umlauts: .merged).words {
        for spelling in [word, stemmer.stem(word)] where spelling.count >= 4 {
          splitter.insert(spelling)
        }
      }
    }
    return splitter
  }

  /// Codes that are above themselves, one of each circle, by their places.
  public static func cycles(_ entries: [CodeEntry]) -> [Int] { CodeTree.cycles(entries) }

  /// A score for each code, in the order of the entries; 0 where nothing speaks for it.
  public func scores(_ text: TextToClassify) -> [Double] {
    let found = evidence(text)
    return Self.combine(found, weights)
  }

  /// How much of the text's title the code that resembles it most has: tells which language of a
  /// classification a text is written in.
  public func resemblance(_ text: TextToClassify) -> Double {
    own.grams.search(TextQuery(text.title), limit: 1).first?.score ?? 0
  }

  /// The best codes, best first; equal ones in the order of the entries. Only codes that something
  /// speaks for.
  public func rank(_ text: TextToClassify, limit: Int) -> [RankedCode] {
    let scores = scores(text)
    let best = scores.indices.filter { scores[$0] > 0 }.sorted {
      (scores[$1], $0) < (scores[$0], $1)
    }.prefix(limit)
    let query = TextQuery([.init(text.title), .init(text.rest, weight: Float(weights.rest) / 2)])
    let words = own.grams.explanations(best.map { "\($0)" }, query)
    return zip(best, words).map { at, words in
      RankedCode(code: entries[at].code, score: scores[at] / most, words: words)
    }
  }

  /// What a code gets for which all evidence speaks.
  private var most: Double {
    (1 + weights.rest) * (1 + weights.words) * (1 + weights.levels.reduce(0, +))
      + weights.examples + weights.examplesAbove + weights.divisions
  }
}

/// A code found for a text.
public struct RankedCode: Sendable, Hashable {
  public let code: String
  /// Within 0…1, comparable among the codes of a text.
  public let score: Double
  /// Words that the code's own labels and phrases share with the text, the strongest first; empty
  /// where other evidence alone spoke.
  public let words: [WordShare]
}

extension CodeClassifier {
  /// The kinds of evidence of a text, by code: what training weighs.
  package struct Evidence: Sendable {
    /// The code's own words; then those of its class, group and division.
    package var own: [Double]
    package var levels: [[Double]]
    package var examples: [Double]
    package var examplesAbove: [Double]
    package var divisions: [Double]
  }

  package func evidence(_ text: TextToClassify) -> Evidence {
    let votes = examples.votes(text, weights)
    return Evidence(
      own: own.scores(text, weights),
      levels: levels.indices.map { level in
        let scores = levels[level].scores(text, weights)
        return tree.nodes[level].map { scores[$0] }
      }, examples: votes.own, examplesAbove: votes.above,
      divisions: examples.divisionShares)
  }

  package static func combine(_ found: Evidence, _ weights: ClassifierWeights) -> [Double] {
    var sums = found.own
    for (scores, weight) in zip(found.levels, weights.levels) where weight > 0 {
      for at in sums.indices { sums[at] += weight * scores[at] }
    }
    LabelEvidence.add(found.examples, weights.examples, to: &sums)
    LabelEvidence.add(found.examplesAbove, weights.examplesAbove, to: &sums)
    // Alone, what is frequent says nothing about a text.
    for at in sums.indices where sums[at] > 0 {
      sums[at] += weights.divisions * found.divisions[at]
    }
    return sums
  }
}
