// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// A code of a classification with what is written about it.
public struct CodeEntry: Sendable, Hashable {
  public var code: String
  /// The wider code, nil where none is stated.
  public var parent: String?
  /// The name of the level as the classification calls it, `""` where it does not.
  public var level: String
  /// What the code is called, in one or more languages.
  public var labels: [String]
  /// Further words for what belongs there.
  public var phrases: [String]

  public init(
    _ code: String, parent: String? = nil, level: String = "", labels: [String],
    phrases: [String] = []
  ) {
    (self.code, self.parent, self.level) = (code, parent, level)
    (self.labels, self.phrases) = (labels, phrases)
  }
}

/// A word or phrase of a trade and the codes it belongs to, as a thesaurus gives them.
public struct CodedPhrase: Sendable, Hashable {
  public var text: String
  public var language: Language
  /// A code that the classification does not have speaks for those below it (`25.62` for `25.62.0`),
  /// or, where there are none, for the nearest one above it.
  public var codes: [String]

  public init(_ text: String, _ language: Language, codes: [String]) {
    (self.text, self.language, self.codes) = (text, language, codes)
  }
}

/// A text and the codes people gave it.
public struct CodedExample: Sendable, Hashable {
  public var text: TextToClassify
  /// The code it is about.
  public var code: String
  /// Codes it also touches.
  public var further: [String]

  public init(_ text: TextToClassify, code: String, further: [String] = []) {
    (self.text, self.code, self.further) = (text, code, further)
  }
}

/// What is to be classified: a heading, and what is said beyond it.
public struct TextToClassify: Sendable, Hashable {
  public var title: String
  public var rest: String

  public init(_ title: String, rest: String = "") { (self.title, self.rest) = (title, rest) }
}
