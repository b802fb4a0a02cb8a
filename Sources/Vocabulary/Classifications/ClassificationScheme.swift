// SPDX-License-Identifier: Apache-2.0

/// An official classification: codes in a tree, each with its titles.
public struct ClassificationScheme: Sendable {
  public enum Standard: String, Sendable, CaseIterable {
    /// Common Procurement Vocabulary: eight digits, the check digit left out.
    case cpv
    /// WZ 2008 or 2025; down to four digits NACE Rev. 2 or 2.1.
    case wz
    case nace
    /// Harmonised System: two, four, six digits.
    case hs
    /// NATO supply groups and classes: two, four digits.
    case nsg
  }

  public struct Entry: Sendable, Hashable {
    /// As the standard writes it: `44322000`, `25.62`, `C`.
    public let code: String
    /// The code of the wider entry; nil for the widest.
    public let parent: String?
    /// Steps from the top of the tree, 0 for the widest.
    public let level: Int
    /// Titles; empty where the file has none in that language.
    public let german: String
    public let english: String
    /// What the entry holds and does not hold, in the file's words.
    public let includes: String
    public let excludes: String
    /// The line in the file, from 1.
    public let line: Int
  }

  public let standard: Standard
  /// In the order of the file.
  public let entries: [Entry]
  private let indices: [String: Int]

  init(_ standard: Standard, _ entries: [Entry]) {
    self.standard = standard
    self.entries = entries
    indices = Dictionary(entries.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in
      first
    }
  }

  /// The entry of a code in any of the ways people write it, nil where there is none.
  public subscript(code: String) -> Entry? {
    (ClassificationCode(code, standard).flatMap { indices[$0.text] } ?? indices[code])
      .map { entries[$0] }
  }

  /// The entry and its wider ones, the widest last.
  public func path(of code: String) -> [Entry] {
    var path: [Entry] = []
    var next = self[code]
    while let entry = next, path.count < 16 {
      path.append(entry)
      next = entry.parent.flatMap { self[$0] }
    }
    return path
  }

  /// The entries directly below a code; the widest ones for nil. Linear.
  public func entries(below code: String?) -> [Entry] { entries.filter { $0.parent == code } }
}
