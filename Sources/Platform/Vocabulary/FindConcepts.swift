// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis
import Vocabulary

/// Use case: what the vocabulary recognises in a text.
public struct FindConcepts: Sendable {
  public var text: String
  public var scheme: ThesaurusScheme
  /// Files whose concepts are added to the built-in ones.
  public var files: [String]

  public init(text: String, scheme: ThesaurusScheme, files: [String] = []) {
    self.text = text
    self.scheme = scheme
    self.files = files
  }

  /// Throws where a file cannot be added.
  public func run() throws(PlatformError) -> FoundConcepts {
    let spellings: ConceptSpellings
    if files.isEmpty, scheme == .capabilities {
      spellings = .builtIn
    } else {
      spellings = ConceptSpellings(try VocabularyFiles.thesaurus(scheme, adding: files))
    }
    let words = TextWords(text)
    var recogniser = ConceptRecogniser(spellings)
    return FoundConcepts(
      words: words, mentions: recogniser.mentions(in: words), thesaurus: spellings.thesaurus)
  }
}

/// The concepts of a text, each with what is known of it.
public struct FoundConcepts: Sendable {
  public struct Found: Sendable {
    /// As written; empty where the word before says it.
    public let words: String
    public let form: ConceptMention.Form
    public let concept: Concept
    /// The concept's wider ones, the widest last.
    public let wider: [Concept]
    public let makings: [(process: LocalizedText, material: LocalizedText?)]
  }

  public let language: Language
  public let found: [Found]

  init(words: TextWords, mentions: [ConceptMention], thesaurus: Thesaurus) {
    language = words.language == .german ? .german : .english
    // Of words of the procurement thesaurus the makings are capabilities.
    let label = { (id: String) in
      (thesaurus[id] ?? Thesaurus.builtIn[id])?.label ?? LocalizedText(verbatim: id)
    }
    found = mentions.map { mention in
      let concept = thesaurus.concepts[mention.concept]
      return Found(
        words: Self.text(mention.words, words), form: mention.form, concept: concept,
        wider: Array(thesaurus.path(of: concept.id).dropFirst()),
        makings: concept.makings.map { (label($0.process), $0.material.map(label)) })
    }
  }

  private static func text(_ range: Range<Int>, _ words: TextWords) -> String {
    guard let first = words.words[range].first, let last = words.words[range].last else {
      return ""
    }
    return String(words.text[first.surface.startIndex..<last.surface.endIndex])
  }

  public var json: JSONValue {
    .object([
      ("language", .text(language.rawValue)),
      ("mentions", .array(found.map(Self.json))),
    ])
  }

  private static func json(_ found: Found) -> JSONValue {
    let concept = found.concept
    let makings = concept.makings.map { making in
      JSONValue.object([
        ("process", .text(making.process)),
        ("material", making.material.map { .text($0) } ?? .null),
      ])
    }
    let codes = Concept.Scheme.allCases.compactMap { scheme in
      concept.codes[scheme].map { (scheme.rawValue, JSONValue.array($0.map { .text($0) })) }
    }
    return .object([
      ("words", .text(found.words)), ("form", .text("\(found.form)")),
      ("concept", .text(concept.id)), ("kind", .text(concept.kind.rawValue)),
      ("label_de", .text(concept.label.german)), ("label_en", .text(concept.label.english)),
      ("wider", .array(found.wider.map { .text($0.id) })), ("makings", .array(makings)),
      ("codes", .object(codes)),
    ])
  }
}
