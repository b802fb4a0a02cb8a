// SPDX-License-Identifier: Apache-2.0
import Localization

/// Somebody the register has facts from: a company itself, an association's list, a public register.
public struct Source: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    /// The organisation speaks for itself.
    case company
    /// A register kept by law: commercial register, LEI, emissions trading, VAT.
    case publicRegister = "public_register"
    /// An analyst of the platform who looked it up.
    case analyst
    /// A list somebody else keeps: members of an association, a fair's exhibitors.
    case list

    public var label: LocalizedText {
      switch self {
      case .company: LocalizedText(de: "eigene Angabe", en: "own word")
      case .publicRegister: LocalizedText(de: "öffentliches Register", en: "public register")
      case .analyst: LocalizedText(de: "Recherche", en: "research")
      case .list: LocalizedText(de: "Liste", en: "list")
      }
    }
  }

  /// Short and unique, as in `vdma-2026`.
  public var name: String
  public var kind: Kind
  /// For people.
  public var title: String

  public init(name: String, kind: Kind, title: String) {
    self.name = name
    self.kind = kind
    self.title = title
  }
}
