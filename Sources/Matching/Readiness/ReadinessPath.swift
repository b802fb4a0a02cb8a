// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a supplier lacks for a need, in the order in which it is mended.
public struct ReadinessPath: Sendable, Hashable {
  public enum Lack: Sendable, Hashable {
    /// A qualification it never had.
    case missing(Standard)
    /// What has to be held before a missing one, and is missing too.
    case prerequisite(Standard)
    /// One that ended, and when.
    case expired(Standard, since: CalendarDay)
    /// No free capacity, or less than needed: the share of the needed quantity that is free.
    case capacity(share: Double)
  }

  public struct Step: Sendable, Hashable {
    public let lack: Lack
    /// Months from the beginning of the step; nil where nobody has estimated them.
    public let months: ClosedRange<Double>?
    /// True until an expert confirms the months.
    public let isEstimate: Bool
    /// The steps that come first, as indices into the path.
    public let after: [Int]
    /// The nearest firm with the capability that holds the qualification already.
    public var holder: Holder?
  }

  public struct Holder: Sendable, Hashable {
    public let supplier: String
    public let name: String
    /// Kilometres between the two firms; nil where a place is unknown.
    public let distance: Double?
  }

  public internal(set) var steps: [Step]

  public var isEmpty: Bool { steps.isEmpty }

  /// Months until everything is mended if what can be done side by side is: the longest chain of
  /// steps. Nil where there is nothing to mend or a step has no estimate.
  public var months: ClosedRange<Double>? {
    var ends: [ClosedRange<Double>] = []
    for step in steps {
      guard let months = step.months else { return nil }
      let low = step.after.map { ends[$0].lowerBound }.max() ?? 0
      let high = step.after.map { ends[$0].upperBound }.max() ?? 0
      ends.append(low + months.lowerBound...high + months.upperBound)
    }
    guard let low = ends.map(\.lowerBound).max(), let high = ends.map(\.upperBound).max() else {
      return nil
    }
    return low...high
  }

  /// What lacks in signs, as in `missing:EN9100+low_capacity`; the same in every language.
  public var code: String { steps.map(\.code).joined(separator: "+") }
}

extension ReadinessPath.Step {
  /// As in `missing:EN9100`.
  public var code: String {
    switch lack {
    case .missing(let standard): "missing:\(standard.id)"
    case .prerequisite(let standard): "prerequisite:\(standard.id)"
    case .expired(let standard, _): "expired:\(standard.id)"
    case .capacity(let share): share > 0 ? "low_capacity" : "no_capacity"
    }
  }
}
