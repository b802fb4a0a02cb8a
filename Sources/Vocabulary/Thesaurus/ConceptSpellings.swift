// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// The spellings of a thesaurus by the stems of their words. Immutable and shared; a
/// `ConceptRecogniser` reads texts with it.
public struct ConceptSpellings: Sendable {
  /// A spelling of several words; its stems are numbers of its language's table.
  struct Phrase: Sendable {
    let stems: [Int]
    let concept: Int
  }

  /// A spelling of one word.
  struct Single: Sendable {
    let concept: Int
    /// Letters of the word as folded, and whether it is written with umlauts: `Stück` is no `Stuck`.
    let length: Int
    let hasUmlauts: Bool
    /// Whether it is a noun of German, written with a capital, that is no process.
    let isNoun: Bool
  }

  /// Spellings in one language.
  struct Words: Sendable {
    let stems: WordTable
    let single: Grouped<Single>
    /// By the first stem, longest first.
    let several: Grouped<Phrase>
    /// Processes by the stem of their verb: `welded` is of `welding`, but `lined` of no `lining`.
    let verbStems: WordTable
    let verbs: Grouped<Single>
  }

  /// Those of ``Thesaurus/builtIn``; made when first asked for, in some 80 ms.
  public static let builtIn = ConceptSpellings(.builtIn)

  public let thesaurus: Thesaurus
  private let german: Words
  private let english: Words
  let splitter: CompoundSplitter

  /// Some 0.5 µs a spelling.
  public init(_ thesaurus: Thesaurus) {
    var german = ConceptSpellingsBuilder(.german, concepts: thesaurus.concepts.count)
    var english = ConceptSpellingsBuilder(.english, concepts: thesaurus.concepts.count)
    for (number, concept) in thesaurus.concepts.enumerated() {
      german.add(concept.label.german, number, concept.kind)
      for label in concept.otherLabels[.german] ?? [] { german.add(label, number, concept.kind) }
      english.add(concept.label.english, number, concept.kind)
      for label in concept.otherLabels[.english] ?? [] { english.add(label, number, concept.kind) }
    }
    self.thesaurus = thesaurus
    splitter = german.parts
    self.german = german.words()
    self.english = english.words()
  }

  func words(_ language: Language) -> Words { language == .german ? german : english }

  /// Spellings of one word with that stem.
  func singles(_ stem: [UInt8], _ language: Language) -> ArraySlice<Single> {
    let words = words(language)
    return words.stems.number(of: stem).map { words.single[$0] } ?? []
  }

  func verbs(_ stem: [UInt8]) -> ArraySlice<Single> {
    english.verbStems.number(of: stem).map { english.verbs[$0] } ?? []
  }

  /// The number of a stem as phrases hold it, -1 where no spelling has it.
  func number(ofStem stem: [UInt8], _ language: Language) -> Int {
    words(language).stems.number(of: stem) ?? -1
  }

  /// Spellings of several words that begin with a stem, longest first.
  func phrases(from stem: Int, _ language: Language) -> ArraySlice<Phrase> {
    stem < 0 ? [] : words(language).several[stem]
  }
}

/// Values in groups with dense numbers, one array for all.
struct Grouped<Value: Sendable>: Sendable {
  private let starts: [Int]
  private let values: [Value]

  /// - Parameter values: with their groups; their order within a group stays.
  init(_ values: [(group: Int, value: Value)], groups: Int) {
    var starts = [Int](repeating: 0, count: groups + 1)
    for value in values { starts[value.group + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var order = [Int](repeating: 0, count: values.count)
    for (number, value) in values.enumerated() {
      order[next[value.group]] = number
      next[value.group] += 1
    }
    self.starts = starts
    self.values = order.map { values[$0].value }
  }

  subscript(group: Int) -> ArraySlice<Value> { values[starts[group]..<starts[group + 1]] }
}
