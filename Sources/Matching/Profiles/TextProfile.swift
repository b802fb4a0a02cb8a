// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis
import Vocabulary

/// What a text names: concepts with how surely, and quantities.
public struct TextProfile: Sendable {
  public struct Named: Sendable, Hashable {
    /// The concept's index in the thesaurus.
    public let concept: Int
    /// 0…1: how directly the words name it.
    public let strength: Double
    /// The words, as written.
    public let surface: String
    public let sentence: Int
    public let isBoughtIn: Bool
  }

  public let named: [Named]
  public let quantities: [Quantity]
  public let language: Language
}

/// Reads texts of needs and firms. Keeps a memory of words: one a task.
public struct ProfileReader: ~Copyable {
  public var recogniser: ConceptRecogniser

  public init(_ spellings: ConceptSpellings) { recogniser = ConceptRecogniser(spellings) }

  public var thesaurus: Thesaurus { recogniser.spellings.thesaurus }

  /// Denied things are left out: `Hersteller sind wir nicht`.
  public mutating func profile(of text: String, language: Language? = nil) -> TextProfile {
    let words = TextWords(text, language: language)
    let contexts = MentionContext.clauses(of: words)
    var meanings: [Range<Int>: Int] = [:]
    let mentions = recogniser.mentions(in: words)
    for mention in mentions where mention.form != .modifier {
      meanings[mention.words, default: 0] += 1
    }
    var named: [TextProfile.Named] = []
    for mention in mentions {
      let first = words.words[mention.words.lowerBound]
      let context = contexts[first.clause] ?? MentionContext()
      guard !context.isDenied else { continue }
      let concept = thesaurus.concepts[mention.concept]
      let shared = mention.form == .modifier ? 1 : Double(max(1, meanings[mention.words] ?? 1))
      let last = words.words[mention.words.upperBound - 1]
      let surface = words.text[first.surface.startIndex..<last.surface.endIndex]
      named.append(
        TextProfile.Named(
          concept: mention.concept,
          strength: Self.strength(mention.form, concept.kind) / shared.squareRoot(),
          surface: String(surface), sentence: first.sentence, isBoughtIn: context.isBoughtIn))
    }
    return TextProfile(
      named: named,
      quantities: QuantityReader.quantities(in: text, language: words.language),
      language: words.language)
  }

  private static func strength(_ form: ConceptMention.Form, _ kind: Concept.Kind) -> Double {
    switch form {
    case .whole: 1
    case .head: 0.75
    case .modifier: kind == .process || kind == .material ? 0.7 : 0.3
    }
  }
}
