// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis
import Turtle

/// What a Turtle file of somebody's own says: new concepts, and more about known ones.
public struct ThesaurusFile: Sendable {
  let drafts: [ConceptDraft]
  /// What reading it found.
  private let readingFindings: [ThesaurusFinding]

  /// - Throws: where the file is no Turtle, every fault.
  public init(_ bytes: [UInt8]) throws(TurtleError) {
    let reader = ThesaurusReader(try TurtleReader().read(bytes), locating: true)
    drafts = reader.drafts
    readingFindings = reader.findings
  }

  public var conceptCount: Int { drafts.count }

  /// Everything to mend or to know about the file as an addition to a thesaurus, in the order of
  /// its lines.
  ///
  /// - Parameter makingsIn: the thesaurus whose processes and materials makings name, nil where it
  ///   is `base` itself.
  public func findings(
    over base: Thesaurus = .builtIn, makingsIn other: Thesaurus? = nil
  ) -> [ThesaurusFinding] {
    var findings = readingFindings
    for draft in drafts where base[draft.id] == nil {
      if draft.german == nil, draft.english == nil {
        findings.append(ThesaurusFinding(.noLabel, draft.id, line: draft.line))
      } else if draft.german == nil || draft.english == nil {
        let missing = draft.german == nil ? Language.german : .english
        findings.append(ThesaurusFinding(.labelMissing(missing), draft.id, line: draft.line))
      }
      if draft.kind == nil {
        findings.append(ThesaurusFinding(.noKind, draft.id, line: draft.line))
      }
    }
    let lines = Dictionary(drafts.map { ($0.id, $0.line) }) { first, _ in first }
    let concepts = concepts(over: base)
    do throws(ThesaurusError) {
      _ = try Thesaurus(concepts, makingsIn: other)
    } catch {
      findings += error.flaws.map { flaw in
        switch flaw {
        case .duplicate(let id): ThesaurusFinding(.duplicateID, id, line: lines[id] ?? 0)
        case .unknown(let reference, let id):
          ThesaurusFinding(.unknownReference(reference), id, line: lines[id] ?? 0)
        case .cycle(let id): ThesaurusFinding(.cycle, id, line: lines[id] ?? 0)
        }
      }
    }
    findings += usedTwice(concepts)
    return findings.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// The concepts of a thesaurus in their order with what the file adds to them, then the new ones;
  /// what cannot become a concept is left out.
  func concepts(over base: Thesaurus) -> [Concept] {
    var concepts = base.concepts
    for draft in drafts {
      if let known = base.index(of: draft.id) {
        concepts[known] = draft.added(to: concepts[known])
      } else if let concept = draft.concept {
        concepts.append(concept)
      }
    }
    return concepts
  }

  /// Labels of the file that another concept of the same kind has too.
  private func usedTwice(_ concepts: [Concept]) -> [ThesaurusFinding] {
    struct Key: Hashable {
      let kind: Concept.Kind
      let language: Language
      let label: [UInt8]
    }
    var owners: [Key: [String]] = [:]
    for concept in concepts {
      for language in Language.allCases {
        for label in concept.spellings(in: language) {
          let key = Key(
            kind: concept.kind, language: language,
            label: FoldedText(label, umlauts: .spelledOut).joined)
          if owners[key]?.contains(concept.id) != true {
            owners[key, default: []].append(concept.id)
          }
        }
      }
    }
    let kinds = Dictionary(concepts.map { ($0.id, $0.kind) }) { first, _ in first }
    var findings: [ThesaurusFinding] = []
    for draft in drafts {
      guard let kind = kinds[draft.id] else { continue }
      for (language, label) in draft.labels {
        let key = Key(
          kind: kind, language: language, label: FoldedText(label, umlauts: .spelledOut).joined)
        for other in owners[key] ?? [] where other != draft.id {
          findings.append(
            ThesaurusFinding(.labelUsedTwice(label, by: other), draft.id, line: draft.line))
        }
      }
    }
    return findings
  }
}

extension Thesaurus {
  /// A thesaurus with the concepts of files added: new ones behind those of `base`, whose numbers
  /// stay; labels, wider concepts, makings, relations and codes of known ones beside what they have.
  ///
  /// - Throws: `ThesaurusError` as of ``init(_:makingsIn:)``; ``ThesaurusFile/findings(over:makingsIn:)``
  ///   says where.
  public init(
    adding files: [ThesaurusFile], to base: Thesaurus = .builtIn, makingsIn other: Thesaurus? = nil
  ) throws(ThesaurusError) {
    var thesaurus = base
    for file in files {
      thesaurus = try Thesaurus(file.concepts(over: thesaurus), makingsIn: other)
    }
    self = thesaurus
  }
}
