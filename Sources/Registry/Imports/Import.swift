// SPDX-License-Identifier: Apache-2.0
import Localization

/// How far an import is.
public enum ImportState: String, Sendable, CaseIterable {
  /// Rows are being read and compared; can be taken up again after an interruption.
  case reading
  /// Every row is read; nothing is in the register yet.
  case ready
  /// In the register; rows that ask may still be open.
  case committed
  /// Given up before it reached the register.
  case discarded
  /// Taken back as a whole.
  case undone

  public var label: LocalizedText {
    switch self {
    case .reading: LocalizedText(de: "unterbrochen beim Lesen", en: "interrupted while reading")
    case .ready: LocalizedText(de: "gelesen, nicht übernommen", en: "read, not committed")
    case .committed: LocalizedText(de: "übernommen", en: "committed")
    case .discarded: LocalizedText(de: "verworfen", en: "discarded")
    case .undone: LocalizedText(de: "zurückgenommen", en: "undone")
    }
  }
}

/// What comparing a row with the register and the rows before it said.
public enum RowOutcome: String, Sendable, CaseIterable {
  /// The same organisation as one that is there; what the row says is new or has changed.
  case linked
  /// A person has to say.
  case ask
  /// An organisation nobody knew.
  case new
  /// Unusable, with reasons.
  case refused
  /// The source said exactly this before.
  case unchanged

  public var label: LocalizedText {
    switch self {
    case .linked: LocalizedText(de: "verbunden", en: "linked")
    case .ask: LocalizedText(de: "zu fragen", en: "to be asked")
    case .new: LocalizedText(de: "neu", en: "new")
    case .refused: LocalizedText(de: "abgelehnt", en: "refused")
    case .unchanged: LocalizedText(de: "unverändert", en: "unchanged")
    }
  }
}

/// The organisation a row belongs to.
public enum RowTarget: Sendable, Hashable {
  case organisation(EntityID)
  /// The organisation of an earlier row of the same list.
  case line(Int)

  /// As it is stored and written by people: an id, or `=LINE`.
  public var text: String {
    switch self {
    case .organisation(let id): id.text
    case .line(let line): "=\(line)"
    }
  }

  public init?(_ text: String) {
    if text.hasPrefix("=") {
      guard let line = Int(text.dropFirst()), line > 0 else { return nil }
      self = .line(line)
    } else {
      guard let id = EntityID(text), id.kind == .organisation else { return nil }
      self = .organisation(id)
    }
  }
}

/// What a person says about a row that asks.
public enum RowAnswer: Sendable, Hashable {
  case same(RowTarget)
  /// None of the candidates.
  case new
  /// Leave the row out of the register.
  case leave

  public var text: String {
    switch self {
    case .same(let target): target.text
    case .new: "new"
    case .leave: "leave"
    }
  }

  public init?(_ text: String) {
    switch text.lowercased() {
    case "new", "neu": self = .new
    case "leave", "auslassen": self = .leave
    case let other:
      guard let target = RowTarget(other) else { return nil }
      self = .same(target)
    }
  }
}
