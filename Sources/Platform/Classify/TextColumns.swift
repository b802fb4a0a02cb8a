// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// What the columns of a table of texts mean, by their names.
///
/// Only columns named here are read, so that an answer written into a file can never reach a
/// judgement: `cluster`, `truth_…`, `code` and `cpv…` are none of them.
struct TextColumns {
  /// Places of the columns that hold headings, and of those that say more.
  private(set) var titles: [Int] = []
  private(set) var rests: [Int] = []

  static let titleNames = [
    "title", "label", "name", "phrase", "subject", "titel", "bezeichnung", "gegenstand",
  ]
  static let restNames = ["text", "description", "summary", "beschreibung", "kurzbeschreibung"]

  init(_ header: [String]) {
    for (at, name) in header.enumerated() {
      if Self.begins(name, Self.titleNames) {
        titles.append(at)
      } else if Self.begins(name, Self.restNames) {
        rests.append(at)
      }
    }
    // Where nothing is called a heading, the text is one.
    if titles.isEmpty { swap(&titles, &rests) }
  }

  var isEmpty: Bool { titles.isEmpty }

  /// `title`, `titles`, `title_de`; not `titleholder`.
  static func begins(_ name: String, _ words: [String]) -> Bool {
    words.contains { word in
      name == word || name == word + "s" || name.hasPrefix(word + "_")
        || name.hasPrefix(word + "s_")
    }
  }

  /// The language a column's name states, nil for none.
  static func language(_ name: String) -> Language? {
    name.split(separator: "_").compactMap { Language(rawValue: String($0)) }.first
  }
}
