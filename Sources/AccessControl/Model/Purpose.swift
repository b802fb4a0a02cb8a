// SPDX-License-Identifier: Apache-2.0
import Localization

/// What somebody wants to know a thing for. Part of every question, every grant, every case and every
/// audit entry: what was opened for one purpose stays closed for another.
public enum Purpose: String, Sendable, CaseIterable {
  /// To be informed of what is public.
  case information
  /// To keep one's own entry, needs, answers and account.
  case ownBusiness = "own_business"
  /// To find and judge suppliers for a need.
  case sourcing
  /// To see what a chain rests on and what breaks it.
  case supplySecurity = "supply_security"
  /// To plan how output grows.
  case rampUp = "ramp_up"
  /// To prepare meetings and follow them up.
  case dialogue
  /// To judge and carry on solutions.
  case innovation
  /// To make or read aggregates.
  case statistics
  /// To check who looked at what.
  case oversight
  /// To keep the platform running.
  case operation

  public var label: LocalizedText {
    switch self {
    case .information: LocalizedText(de: "Unterrichtung", en: "information")
    case .ownBusiness: LocalizedText(de: "eigene Angelegenheit", en: "own business")
    case .sourcing: LocalizedText(de: "Lieferantensuche", en: "sourcing")
    case .supplySecurity: LocalizedText(de: "Versorgungssicherheit", en: "security of supply")
    case .rampUp: LocalizedText(de: "Hochlauf", en: "ramp-up")
    case .dialogue: LocalizedText(de: "Dialog", en: "dialogue")
    case .innovation: LocalizedText(de: "Innovation", en: "innovation")
    case .statistics: LocalizedText(de: "Statistik", en: "statistics")
    case .oversight: LocalizedText(de: "Aufsicht", en: "oversight")
    case .operation: LocalizedText(de: "Betrieb", en: "operation")
    }
  }
}

/// A set of purposes in one word, so that a rule's purposes cost one comparison.
public struct Purposes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ purposes: Purpose...) {
    self = purposes.reduce(into: []) { $0.formUnion(Self($1)) }
  }

  private init(_ purpose: Purpose) {
    // Every purpose is one of them.
    let place = Purpose.allCases.firstIndex(of: purpose) ?? 0
    rawValue = 1 << UInt16(place)
  }

  public static let any = Purposes(rawValue: (1 << UInt16(Purpose.allCases.count)) - 1)

  public func contains(_ purpose: Purpose) -> Bool { isSuperset(of: Self(purpose)) }

  /// In the order of the enumeration.
  public var members: [Purpose] { Purpose.allCases.filter(contains) }
}
