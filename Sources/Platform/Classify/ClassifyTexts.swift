// SPDX-License-Identifier: Apache-2.0
import Batching
import Classification
import DelimitedText
import Foundation
import Localization
import TextAnalysis
import ValueChains

/// Use case: free texts to codes of a classification.
public struct ClassifyTexts: Sendable {
  /// CSV files: codes with their texts, texts to classify, texts with codes to learn from.
  public var codes: String
  public var texts: String
  public var examples: String?
  public var limit = 20
  /// Of the texts; nil to tell it from each.
  public var textLanguage: Language?
  /// Words of a thesaurus with codes of this classification, as further evidence; nil for what the
  /// built-in vocabularies know of it.
  public var phrases: [CodedPhrase]?
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(codes: String, texts: String, examples: String? = nil) {
    (self.codes, self.texts, self.examples) = (codes, texts, examples)
  }

  public struct Outcome: Sendable {
    /// Header and one line a text and code: `id,rank,code,score,words`.
    public let csv: String
    public let texts: Int
    /// Texts that nothing speaks for.
    public let empty: Int
    /// What the files lack without being wrong.
    public let findings: [Finding]
  }

  public static let header = "id,rank,code,score,words"

  /// Throws with the findings of all files where one of them cannot be used. The same lines for any
  /// number of tasks.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let input = try read()
    let (languages, ready) = try classifiers(input, isCancelled)
    let (texts, ids, limit) = (input.texts.texts, input.texts.ids, limit)
    let finished: @Sendable (Int) -> Void = { progress($0, texts.count) }
    let lines = try await SideBySide.batches(
      of: 8, count: texts.count, tasks: tasks, isCancelled: isCancelled, finished: finished
    ) { range, finished in
      var lines: [String] = []
      for at in range {
        let classifier = ready.best(for: texts[at], in: languages[at])
        lines.append(Self.lines(ids[at], classifier?.rank(texts[at], limit: limit) ?? []))
        finished()
      }
      return lines
    }
    return Outcome(
      csv: Self.header + "\n" + lines.joined(), texts: texts.count,
      empty: lines.count { $0.isEmpty }, findings: input.findings)
  }

  /// The language of each text where it is known, and a classifier for each that may come up: both
  /// where a text states none and the codes speak both.
  private func classifiers(_ input: Input, _ isCancelled: () -> Bool) throws
    -> (languages: [Language?], LanguageClassifiers)
  {
    let languages =
      textLanguage.map { [Language?](repeating: $0, count: input.texts.ids.count) }
      ?? input.texts.languages()
    let phrases = phrases ?? CodedPhrase.builtIn(for: input.codes.codes)
    let isBilingual =
      input.codes.isBilingual || Set(phrases.lazy.map(\.language)).count > 1
    let stated = Language.allCases.filter { languages.contains($0) }
    let wanted =
      !languages.contains(nil)
      ? stated : isBilingual ? Language.allCases : stated.isEmpty ? [.german] : stated
    var all: [(language: Language, classifier: CodeClassifier)] = []
    for language in wanted {
      if isCancelled() { throw CancellationError() }
      all.append(
        (
          language,
          CodeClassifier(
            input.codes.entries(language), phrases: phrases, examples: input.examples,
            language: language)
        ))
    }
    return (languages, LanguageClassifiers(all: all))
  }

  private struct Input {
    let codes: CodeTable
    let texts: QuestionTexts
    let examples: [CodedExample]
    let findings: [Finding]
  }

  private func read() throws(PlatformError) -> Input {
    guard limit > 0 else {
      throw PlatformError(
        .request,
        LocalizedText(
          de: "--top muss mindestens 1 sein.", en: "--top has to be at least 1."))
    }
    let codeTable = try CodeTable(codes)
    let questions = try QuestionTexts(texts)
    var findings = codeTable.findings + questions.findings
    var learned: [CodedExample] = []
    if let examples {
      let table = try ExampleTexts(examples, codes: codeTable.codes)
      learned = table.examples
      findings += table.findings
    }
    guard !findings.hasErrors else {
      throw PlatformError(unusable: findings)
    }
    return Input(codes: codeTable, texts: questions, examples: learned, findings: findings)
  }

  private static func lines(_ id: String, _ codes: [RankedCode]) -> String {
    var lines = ""
    for (rank, found) in codes.enumerated() {
      let words = found.words.prefix(3).map(\.word).joined(separator: "; ")
      let cells = [
        id, "\(rank + 1)", found.code, String(format: "%.6f", found.score),
        ScreeningTable.guarded(words),
      ]
      lines += cells.map(CSVCell.quoted).joined(separator: ",") + "\n"
    }
    return lines
  }
}

/// Classifiers of one classification, German before English.
private struct LanguageClassifiers: Sendable {
  let all: [(language: Language, classifier: CodeClassifier)]

  /// That of the text's language; where it states none, the one that knows its words best.
  func best(for text: TextToClassify, in language: Language?) -> CodeClassifier? {
    if let own = all.first(where: { $0.language == language }) { return own.classifier }
    var best: (classifier: CodeClassifier, resemblance: Double)?
    for (_, classifier) in all {
      let resemblance = all.count > 1 ? classifier.resemblance(text) : 0
      if best.map({ resemblance > $0.resemblance }) ?? true { best = (classifier, resemblance) }
    }
    return best?.classifier
  }
}
