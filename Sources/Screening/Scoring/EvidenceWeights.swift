// SPDX-License-Identifier: Apache-2.0

/// What statements beside the name add to the logarithm of the odds.
///
/// Set by judgement, not learned: the judged pairs hold names alone. They are small, so that the name
/// decides; and no statement clears a name that is a hit, since lists are wrong in them often.
enum EvidenceWeights {
  /// A score that an equal number gives, whatever the name.
  static let sameIdentifierScore = 0.99
  /// Two different numbers of which everybody has one.
  static let otherIdentifier = -2.0
  static let sameCountry = 0.2
  static let otherCountry = -0.4
  static let sameAddress = 0.3
  /// Day, month and year.
  static let sameBirthDate = 1.0
  static let otherBirthDate = -1.5
  /// A person and a firm, a ship and a person.
  static let otherKind = -1.0
}
