// SPDX-License-Identifier: Apache-2.0

/// A place in a text that names a concept.
public struct ConceptMention: Sendable, Hashable {
  /// How the words name it.
  public enum Form: Sendable, Hashable, CaseIterable {
    /// A spelling of the concept, inflected or not.
    case whole
    /// The last part of a longer compound, which says what kind of thing it is: `Milchkühltank`.
    case head
    /// An earlier part of a compound: `Edelstahl` in `Edelstahlkessel`.
    case modifier
  }

  /// The concept's index in the thesaurus.
  public let concept: Int
  /// The words, as indices into `TextWords.words`.
  public let words: Range<Int>
  public let form: Form

  public init(concept: Int, words: Range<Int>, form: Form) {
    self.concept = concept
    self.words = words
    self.form = form
  }
}
