// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// A field of a need; the raw value is its column in a list of needs.
public enum NeedField: String, Sendable, CaseIterable, Comparable {
  case title, description, concepts, required, desired
  case quantity, unit
  case perYear = "per_year"
  case length = "length_mm"
  case width = "width_mm"
  case height = "height_mm"
  case mass = "mass_kg"
  case tolerance = "tolerance_mm"
  case material, latitude, longitude
  case radius = "radius_km"
  case from, until, expires, visibility, buyer
  case buyerBranches = "buyer_branches"

  /// In the order in which people read a need.
  public static func < (one: Self, other: Self) -> Bool { one.position < other.position }

  private var position: Int {
    guard let position = Self.allCases.firstIndex(of: self) else {
      preconditionFailure("every case is one of all")
    }
    return position
  }
}

/// What a field of a need holds, whether it must be there, and how people call it.
public struct NeedFieldDefinition: Sendable {
  public let field: NeedField
  public let label: LocalizedText
  public let content: FieldDefinition.Content
  /// Whether several values may stand side by side, separated by `;` in a list.
  public let isMany: Bool
  public let isObligatory: Bool
  /// Whether a number must be above the lower bound, not on it.
  public let isAboveZero: Bool
  /// Other names of the column, folded.
  let headings: [String]

  init(
    _ field: NeedField, _ german: String, _ english: String, _ content: FieldDefinition.Content,
    many: Bool = false, obligatory: Bool = false, aboveZero: Bool = false, headings: [String] = []
  ) {
    self.field = field
    label = LocalizedText(de: german, en: english)
    self.content = content
    isMany = many
    isObligatory = obligatory
    isAboveZero = aboveZero
    self.headings = headings
  }
}

extension NeedField {
  public var definition: NeedFieldDefinition {
    guard let found = NeedFieldDefinition.byField[self] else {
      preconditionFailure("every field is in the catalogue")
    }
    return found
  }
}
