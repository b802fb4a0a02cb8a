// SPDX-License-Identifier: Apache-2.0

/// A language of the interface. Everything a person reads exists in each of them.
public enum Language: String, Sendable, CaseIterable, Codable {
  case german = "de"
  case english = "en"
}

/// One message in every language of the interface.
///
/// A value of this type cannot be made without both texts, so no message is ever missing in one.
public struct LocalizedText: Sendable, Hashable {
  public var german: String
  public var english: String

  public init(de german: String, en english: String) {
    self.german = german
    self.english = english
  }

  /// The same text in both languages: names, codes, symbols.
  public init(verbatim text: String) {
    self.init(de: text, en: text)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .german: german
    case .english: english
    }
  }

  public static func + (first: Self, second: Self) -> Self {
    Self(de: first.german + second.german, en: first.english + second.english)
  }
}
