// SPDX-License-Identifier: Apache-2.0

/// What a name on a list, or one to be screened, belongs to. Names of each kind differ in their own
/// way: people are written with and without middle names, firms with and without legal forms.
public enum SubjectKind: String, Sendable, CaseIterable, Hashable, Codable {
  case person
  case organisation
  case vessel
  /// Nobody said. Compared as an organisation, the commonest case here, against any kind.
  case unknown

  /// Reads what lists write in a column `schema` or `type`, in any case: `Person`, `LegalEntity`,
  /// `enterprise`. Anything else is `unknown`.
  public init(schema: String) {
    switch schema.lowercased().filter({ $0.isLetter }) {
    case "person", "individual", "natürlicheperson", "p": self = .person
    case "organization", "organisation", "company", "legalentity", "publicbody", "enterprise",
      "entity", "unternehmen", "firma", "e":
      self = .organisation
    case "vessel", "ship", "schiff": self = .vessel
    default: self = .unknown
    }
  }

  /// Whether two kinds can be one subject: equal, or one of them unknown.
  func mayBe(_ other: Self) -> Bool { self == other || self == .unknown || other == .unknown }
}
