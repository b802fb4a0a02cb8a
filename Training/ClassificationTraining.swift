// SPDX-License-Identifier: Apache-2.0
import Classification
import Foundation

/// Chooses the weights of classification on the development sets, says how well they serve, and
/// writes them as Swift. The same data give the same file.
struct ClassificationTraining {
  static let target = "Sources/Classification/Parameters/TrainedClassifierWeights.swift"
  /// The values a weight may take: coarse, so that no set is fitted to the letter.
  static let steps = [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1]
  /// What a change must gain over both sets together.
  static let least = 0.004

  private let sets: [Prepared]

  /// A set with its evidence: of each judged text by a classifier that has not seen its fold.
  struct Prepared {
    let set: ClassificationSet
    let texts: [JudgedText]
    let evidence: [CodeClassifier.Evidence]

    init(_ set: ClassificationSet, _ phrases: [CodedPhrase], _ weights: ClassifierWeights) {
      self.set = set
      texts = set.texts.filter(\.isJudged).map { text in
        var text = text
        text.ideal = ClassificationFigures.ideal(set, text)
        return text
      }
      var found = [CodeClassifier.Evidence?](repeating: nil, count: texts.count)
      for fold in 0..<(set.learnsFromTexts ? ClassificationSet.folds : 1) {
        let examples = set.texts.filter { set.learnsFromTexts && $0.fold != fold }.map {
          CodedExample($0.text, code: $0.code, further: $0.further)
        }
        let classifier = CodeClassifier(
          set.entries, phrases: phrases, examples: examples, language: .german, weights: weights)
        for at in texts.indices where !set.learnsFromTexts || texts[at].fold == fold {
          found[at] = classifier.evidence(texts[at].text)
        }
      }
      evidence = found.compactMap { $0 }
    }

    func figures(_ weights: ClassifierWeights, where isMeant: (JudgedText) -> Bool = { _ in true })
      -> ClassificationFigures
    {
      let places = texts.indices.filter { isMeant(texts[$0]) }
      return ClassificationFigures(
        set, places.map { texts[$0] },
        places.map { CodeClassifier.combine(evidence[$0], weights) })
    }
  }

  static func run(data folder: String, withVocabulary: Bool, output: String?, learns: Bool) throws {
    func prepare(_ weights: ClassifierWeights) throws -> Self {
      let sets = [try ClassificationSet.notices(folder), try ClassificationSet.phrases(folder)]
      return Self(
        sets: sets.map { set in
          let phrases = withVocabulary ? CodedPhrase.builtIn(for: set.entries.map(\.code)) : []
          return Prepared(set, phrases, weights)
        })
    }
    guard learns else {
      try prepare(.trained).show(.trained, "trained weights")
      return
    }
    var best: (training: Self, weights: ClassifierWeights, goodness: Double)?
    // Shares within the evidence first: it has to be made anew for each.
    for words in [0.3, 0.5] {
      for rest in [0.5, 1] {
        var start = ClassifierWeights.start
        (start.words, start.rest) = (words, rest)
        let training = try prepare(start)
        let weights = training.climbed(from: start)
        let goodness = training.goodness(weights)
        print(String(format: "words %.1f rest %.1f: %.3f", words, rest, goodness))
        if best.map({ goodness > $0.goodness + least }) ?? true {
          best = (training, weights, goodness)
        }
      }
    }
    guard let best else { return }
    print(best.weights)
    best.training.show(best.weights, "in sample")
    best.training.showOutOfFold(from: best.weights)
    guard let output else { return }
    try Data(source(best.weights).utf8).write(
      to: URL(fileURLWithPath: output), options: .atomic)
  }

  private func goodness(
    _ weights: ClassifierWeights, where isMeant: (JudgedText) -> Bool = { _ in true }
  ) -> Double {
    sets.reduce(0) { $0 + $1.figures(weights, where: isMeant).goodness }
  }

  /// One weight after another, as long as one of them gains.
  private func climbed(
    from start: ClassifierWeights, where isMeant: (JudgedText) -> Bool = { _ in true }
  ) -> ClassifierWeights {
    var weights = start
    var best = goodness(weights, where: isMeant)
    var gains = true
    while gains {
      gains = false
      for path in ClassifierWeights.climbed {
        for step in Self.steps where step != weights[keyPath: path] {
          var tried = weights
          tried[keyPath: path] = step
          let reached = goodness(tried, where: isMeant)
          if reached > best + Self.least { (weights, best, gains) = (tried, reached, true) }
        }
      }
    }
    return weights
  }

  private func show(_ weights: ClassifierWeights, _ title: String) {
    for prepared in sets {
      print("\(prepared.set.name), \(title): \(prepared.figures(weights).text)")
    }
  }

  /// Each fold judged with weights climbed on the other folds.
  private func showOutOfFold(from start: ClassifierWeights) {
    var sums: [String: [Double]] = [:]
    for fold in 0..<ClassificationSet.folds {
      let weights = climbed(from: .start) { $0.fold != fold }
      for prepared in sets {
        let count = Double(prepared.texts.count { $0.fold == fold })
        let figures = prepared.figures(weights) { $0.fold == fold }
        let values = [figures.gain, figures.recall, figures.group].map { $0 * count }
        sums[prepared.set.name] = zip(sums[prepared.set.name] ?? [0, 0, 0], values).map(+)
      }
    }
    for prepared in sets {
      let means = (sums[prepared.set.name] ?? []).map { $0 / Double(prepared.texts.count) }
      print(
        "\(prepared.set.name), weights of other folds: "
          + String(
            format: "nDCG@10 %.3f  recall@20 %.3f  group@1 %.3f", means[0], means[1], means[2]))
    }
  }

  private static func source(_ weights: ClassifierWeights) -> String {
    """
    // SPDX-License-Identifier: Apache-2.0
    // Written by `training classification --data ../shared/data --out FILE`; not to be edited.

    extension ClassifierWeights {
      /// Chosen on notices with CPV codes (five folds) and phrases with WZ codes.
      public static let trained = ClassifierWeights(
        words: \(weights.words), rest: \(weights.rest), levels: \(weights.levels),
        examples: \(weights.examples), examplesAbove: \(weights.examplesAbove),
        divisions: \(weights.divisions))
    }

    """
  }
}

extension ClassifierWeights {
  /// The weights outside the evidence.
  static var climbed: [WritableKeyPath<ClassifierWeights, Double>] {
    [\.levels[0], \.levels[1], \.levels[2], \.examples, \.examplesAbove, \.divisions]
  }
}
