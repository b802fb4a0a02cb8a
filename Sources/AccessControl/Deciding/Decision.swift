// SPDX-License-Identifier: Apache-2.0
import Localization

/// The answer to one question, as the audit keeps it.
public struct Decision: Sendable, Hashable {
  /// Why nothing opened it. For the audit; whoever asked is told "no" alone.
  public enum Denial: String, Sendable, CaseIterable {
    /// The object has no such field group.
    case unknownField = "unknown_field"
    /// Nobody may do that with it.
    case noRule = "no_rule"
    /// No role of the person may.
    case role
    /// A role may, but not for this purpose.
    case purpose
    /// A role may for this purpose, but not in relation to this object, or not at this instant.
    case relation

    public var label: LocalizedText {
      switch self {
      case .unknownField:
        LocalizedText(de: "Das Objekt hat kein solches Feld.", en: "The object has no such field.")
      case .noRule: LocalizedText(de: "Das darf niemand.", en: "Nobody may do that.")
      case .role:
        LocalizedText(de: "Keine Rolle der Person darf das.", en: "No role of the person may.")
      case .purpose:
        LocalizedText(de: "Nicht zu diesem Zweck.", en: "Not for this purpose.")
      case .relation:
        LocalizedText(
          de: "Nicht bei diesem Objekt oder nicht zu dieser Zeit.",
          en: "Not for this object or not at this time.")
      }
    }
  }

  /// The rule that opened it; nil where none did.
  public let rule: AccessRule?
  /// Nil where a rule opened it.
  public let denial: Denial?
  public let purpose: Purpose
  /// Whether somebody looks, or would have looked, at what is not open to all: such looks are logged one
  /// by one, and the owner can see them.
  public let isLookAtProtected: Bool

  public var isAllowed: Bool { rule != nil }

  /// What decided, for the audit: the rule's id, or the reason of the refusal.
  public var basis: String { rule?.id ?? denial.map { "denied." + $0.rawValue } ?? "denied" }

  public var explanation: LocalizedText {
    if let rule {
      return rule.conditionLabel + LocalizedText(verbatim: " (") + rule.purposeLabel
        + LocalizedText(verbatim: ")")
    }
    return denial?.label ?? LocalizedText(de: "Nein.", en: "No.")
  }
}
