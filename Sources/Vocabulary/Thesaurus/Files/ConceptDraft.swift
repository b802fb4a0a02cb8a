// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// What a file says of one concept; what is missing may be known from elsewhere.
struct ConceptDraft: Sendable {
  let id: String
  /// The line where the file first speaks of it.
  let line: Int
  var kind: Concept.Kind?
  var german: String?
  var english: String?
  var otherGerman: [String] = []
  var otherEnglish: [String] = []
  var broader: [String] = []
  var makings: [Concept.Making] = []
  var related: [Concept.Related] = []
  var codes: [Concept.Scheme: [String]] = [:]
  var formerIDs: [String] = []

  init(_ id: String, line: Int) {
    self.id = id
    self.line = line
  }

  /// Every label with its language.
  var labels: [(language: Language, label: String)] {
    ([german].compactMap(\.self) + otherGerman).map { (.german, $0) }
      + ([english].compactMap(\.self) + otherEnglish).map { (.english, $0) }
  }

  /// A label missing in one language is that of the other; nil without any, or without a kind.
  var concept: Concept? {
    guard let kind, let german = german ?? english, let english = english ?? self.german else {
      return nil
    }
    var others: [Language: [String]] = [:]
    if !otherGerman.isEmpty { others[.german] = otherGerman }
    if !otherEnglish.isEmpty { others[.english] = otherEnglish }
    return Concept(
      id: id, kind: kind, label: LocalizedText(de: german, en: english), otherLabels: others,
      broader: broader, makings: makings, related: related, codes: codes, formerIDs: formerIDs)
  }

  /// A concept with what the draft adds to it; its own labels stay the preferred ones.
  func added(to concept: Concept) -> Concept {
    var others = concept.otherLabels
    for (language, labels) in [
      (Language.german, [german].compactMap(\.self) + otherGerman),
      (.english, [english].compactMap(\.self) + otherEnglish),
    ] {
      let known = concept.spellings(in: language)
      let new = labels.filter { !known.contains($0) }
      if !new.isEmpty { others[language, default: []] += new }
    }
    return Concept(
      id: concept.id, kind: concept.kind, label: concept.label, otherLabels: others,
      broader: Self.joined(concept.broader, broader),
      makings: Self.joined(concept.makings, makings),
      related: Self.joined(concept.related, related),
      codes: concept.codes.merging(codes) { Self.joined($0, $1) },
      formerIDs: Self.joined(concept.formerIDs, formerIDs))
  }

  private static func joined<Item: Equatable>(_ old: [Item], _ new: [Item]) -> [Item] {
    old + new.filter { !old.contains($0) }
  }
}
