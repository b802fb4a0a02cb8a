// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a company lets whom see of itself.
public struct Release: Sendable, Hashable {
  public enum Field: String, Sendable, CaseIterable {
    case name
    /// Where its sites are.
    case place
    case branch
    /// What it says of itself in prose, descriptions of sites and capabilities included.
    case texts
    /// What it declares to be able to do.
    case capabilities
    /// How large, heavy, exact and many.
    case envelope
    case qualifications
    /// What it writes about free capacity.
    case capacityInWords = "capacity_in_words"
    case capacityFigures = "capacity_figures"
    case employees

    public var label: LocalizedText {
      switch self {
      case .name: LocalizedText(de: "Name", en: "name")
      case .place: LocalizedText(de: "Standorte", en: "sites")
      case .branch: LocalizedText(de: "Branche", en: "branch")
      case .texts: LocalizedText(de: "Beschreibungen", en: "descriptions")
      case .capabilities: LocalizedText(de: "Fähigkeiten", en: "capabilities")
      case .envelope: LocalizedText(de: "Grenzen der Fähigkeiten", en: "limits of capabilities")
      case .qualifications: LocalizedText(de: "Nachweise", en: "qualifications")
      case .capacityInWords:
        LocalizedText(de: "Kapazität in Worten", en: "capacity in words")
      case .capacityFigures: LocalizedText(de: "Kapazität in Zahlen", en: "capacity in figures")
      case .employees: LocalizedText(de: "Beschäftigte", en: "employees")
      }
    }
  }

  /// From which audience on a field is seen; the operator's alone where a field is missing.
  private var from: [Field: Audience]

  /// - Parameter from: the widest audience each field is for.
  public init(_ from: [Field: Audience]) { self.from = from }

  /// What holds where a company decided nothing.
  public static let standard = Release([
    .name: .everyone, .branch: .everyone, .place: .registeredBuyer, .texts: .registeredBuyer,
    .capabilities: .registeredBuyer, .qualifications: .registeredBuyer,
    .envelope: .invitedBuyer, .capacityInWords: .invitedBuyer, .capacityFigures: .invitedBuyer,
  ])

  public func releases(_ field: Field, to audience: Audience) -> Bool {
    audience >= from[field] ?? .operator
  }
}
