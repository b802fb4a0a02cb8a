// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// How a supplier stands to one qualification.
public enum QualificationState: Sendable, Hashable {
  /// Valid on the day, or of unknown end.
  case held(Supplier.Held)
  /// Ended; it can be renewed.
  case expired(Supplier.Held)
  case missing

  static func state(
    of standard: Standard, _ supplier: SupplierProfile, on day: CalendarDay
  ) -> QualificationState {
    var lapsed: Supplier.Held?
    for (other, held) in supplier.held where standard.isMet(by: other) {
      guard let until = held.validUntil, until < day else { return .held(held) }
      if lapsed?.validUntil ?? until <= until { lapsed = held }
    }
    return lapsed.map { .expired($0) } ?? .missing
  }

  /// All required ones, and what share of them holds.
  static func all(
    _ need: NeedProfile, _ supplier: SupplierProfile, on day: CalendarDay
  ) -> (states: [(standard: Standard, state: QualificationState)], share: Double) {
    let states = need.required.map { ($0, state(of: $0, supplier, on: day)) }
    guard !states.isEmpty else { return ([], 1) }
    let sum = states.reduce(0.0) { $0 + $1.1.share }
    return (states, sum / Double(states.count))
  }

  private var share: Double {
    switch self {
    case .held: 1
    case .expired: 0.7
    case .missing: 0
    }
  }
}
