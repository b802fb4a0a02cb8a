// SPDX-License-Identifier: Apache-2.0
import Localization

/// Something done to the register, by whom and when. Every statement begins and ends by an act.
public struct Act: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case `import`
    /// Rows of an import that a person decided.
    case answer
    /// Facts entered one by one.
    case entry
    case merge
    case unmerge
    case split
    case undo

    public var label: LocalizedText {
      switch self {
      case .import: LocalizedText(de: "Import", en: "Import")
      case .answer: LocalizedText(de: "Entscheidung über Zeilen", en: "Decision on rows")
      case .entry: LocalizedText(de: "Eintrag", en: "Entry")
      case .merge: LocalizedText(de: "Zusammenführung", en: "Merge")
      case .unmerge: LocalizedText(de: "Trennung einer Zusammenführung", en: "Merge taken back")
      case .split: LocalizedText(de: "Aufteilung", en: "Split")
      case .undo: LocalizedText(de: "Rücknahme", en: "Undo")
      }
    }
  }

  public var id: String
  public var kind: Kind
  /// Who did it, as people name them.
  public var actor: String
  /// ISO 8601, UTC, to the second.
  public var at: String
  public var note: String

  public init(id: String, kind: Kind, actor: String, at: String, note: String) {
    self.id = id
    self.kind = kind
    self.actor = actor
    self.at = at
    self.note = note
  }
}
