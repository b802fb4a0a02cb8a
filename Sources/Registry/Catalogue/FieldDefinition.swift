// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a field holds, how often, and how people call it.
public struct FieldDefinition: Sendable {
  public enum Content: Sendable, Equatable {
    /// Words; at most that many characters.
    case text(limit: Int)
    /// One of a closed list.
    case choice([Choice])
    /// A number within bounds, in a unit.
    case number(unit: String?, ClosedRange<Double>)
    /// A day, `YYYY-MM-DD`.
    case date
    /// ISO 3166-1 alpha-2.
    case country
    /// A code of a classification; only its form is checked.
    case code(CodePattern)
    /// A number of a register.
    case identifier(IdentifierScheme)
    /// An entity of the register.
    case reference(EntityKind)
    case email
    case phone
    case webAddress
  }

  public struct Choice: Sendable, Equatable {
    public let code: String
    public let label: LocalizedText

    public init(code: String, label: LocalizedText) {
      self.code = code
      self.label = label
    }
  }

  public let field: RegisterField
  public let label: LocalizedText
  public let content: Content
  /// Whether several values may stand side by side, as aliases do.
  public let isMany: Bool

  init(
    _ kind: EntityKind, _ name: String, _ german: String, _ english: String, _ content: Content,
    many: Bool = false
  ) {
    field = RegisterField(kind: kind, name: name)
    label = LocalizedText(de: german, en: english)
    self.content = content
    isMany = many
  }
}

/// The form of a classification's codes.
public enum CodePattern: String, Sendable {
  /// WZ 2008, WZ 2025 and NACE: a section letter, or digits as in `25`, `25.5`, `25.50`, `25.50.1`.
  case branch
  /// NUTS: a country and up to three signs, as in `DE21H`.
  case nuts
  /// UN/LOCODE: a country and three signs, as in `DEHAM`.
  case unlocode
  /// Entity legal form, ISO 20275: four signs, as in `2HBR` (GmbH).
  case legalForm
}
