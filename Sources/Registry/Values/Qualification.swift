// SPDX-License-Identifier: Apache-2.0
import Localization

/// A certificate, approval or clearance an organisation says it has.
public struct Qualification: Sendable, Hashable {
  public enum Assurance: String, Sendable {
    case selfDeclared = "self_declared"
    case verified
  }

  public var id: EntityID
  /// As in `ISO9001` of the vocabulary, or the words somebody used.
  public var standard: String?
  public var scope: String?
  public var issuer: String?
  public var validUntil: CalendarDay?
  /// Where it can be seen: number, address of a document.
  public var evidence: String?
  /// Self-declared unless somebody checked it.
  public var assurance: Assurance

  public init(_ profile: EntityProfile) {
    id = profile.id
    standard = profile["standard"]
    scope = profile["scope"]
    issuer = profile["issuer"]
    validUntil = profile["valid_until"].flatMap { CalendarDay($0) }
    evidence = profile["evidence"]
    assurance = profile["assurance"].flatMap(Assurance.init) ?? .selfDeclared
  }

  /// Whether it holds on a day; nil where nobody says until when.
  public func isValid(on day: CalendarDay) -> Bool? {
    validUntil.map { day <= $0 }
  }
}
