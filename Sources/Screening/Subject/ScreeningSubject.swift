// SPDX-License-Identifier: Apache-2.0

/// Somebody to be screened, or an entry of a list: what both sides can be compared by.
public struct ScreeningSubject: Sendable, Hashable, Codable {
  public var kind: SubjectKind
  /// The first is the one to show; the others are full names as well.
  public var names: [String]
  /// Names a list calls weak (nicknames, initials): they can raise a review, never a hit.
  public var weakNames: [String]
  public var identifiers: [SubjectIdentifier]
  /// Two letters, ISO 3166-1, capital: seat, citizenship, flag.
  public var countries: [String]
  /// One line each: street, postcode, town.
  public var addresses: [String]
  /// More than one where a list is not sure.
  public var birthDates: [BirthDate]

  public init(
    _ name: String, kind: SubjectKind = .unknown, otherNames: [String] = [],
    weakNames: [String] = [], identifiers: [SubjectIdentifier] = [], countries: [String] = [],
    addresses: [String] = [], birthDates: [BirthDate] = []
  ) {
    self.kind = kind
    self.names = [name] + otherNames
    self.weakNames = weakNames
    self.identifiers = identifiers
    self.countries = countries
    self.addresses = addresses
    self.birthDates = birthDates
  }

  /// The name to show.
  public var name: String { names.first ?? "" }

  /// Whether any name holds a letter or digit to compare.
  public var isComparable: Bool {
    (names + weakNames).contains { !ScreeningName($0, .person).tokens.isEmpty }
  }
}
