// SPDX-License-Identifier: Apache-2.0
import Registry
import TextAnalysis

/// Whether a supplier's limits hold what is needed.
struct ScaleFit: Sendable, Hashable {
  /// What is needed over what is possible: 1 or less fits; nil where either is unknown.
  var length: Double?
  var mass: Double?
  var yearly: Double?
  var tolerance: Double?

  /// Declared envelopes decide; where there is none, the largest figures the texts state.
  init(_ need: NeededEnvelope, _ supplier: SupplierProfile) {
    let envelopes = supplier.supplier.declared.map(\.envelope)
    let lengths = envelopes.flatMap { [$0.length, $0.width, $0.height].compactMap(\.self) }
    length = Self.ratio(need.length, lengths.max() ?? Self.largest(supplier, .length))
    mass = Self.ratio(
      need.mass, envelopes.compactMap(\.mass).max() ?? Self.largest(supplier, .mass))
    yearly = Self.ratio(
      need.yearly,
      envelopes.compactMap(\.yearlyQuantity).max() ?? Self.yearly(supplier))
    if let wanted = need.tolerance, let finest = envelopes.compactMap(\.tolerance).min(),
      finest > 0,
      wanted > 0
    {
      tolerance = finest / wanted
    }
  }

  private static func ratio(_ needed: Double?, _ possible: Double?) -> Double? {
    guard let needed, let possible, possible > 0, needed > 0 else { return nil }
    return needed / possible
  }

  /// Texts speak of many things; machines of tens of tonnes are presses.
  private static func largest(_ supplier: SupplierProfile, _ kind: Quantity.Kind) -> Double? {
    let stated = supplier.quantities.filter { $0.kind == kind && $0.bound != .plusMinus }
    switch kind {
    case .length: return stated.map(\.high).filter { $0 >= 20 && $0 <= 100_000 }.max()
    case .mass: return stated.map(\.high).filter { $0 <= 50_000 }.max()
    default: return stated.map(\.high).max()
    }
  }

  private static func yearly(_ supplier: SupplierProfile) -> Double? {
    supplier.quantities.filter { $0.kind == .count && $0.perYear != nil }
      .map { $0.high * ($0.perYear ?? 1) }.max()
  }

  /// 0…1. What is too large by a tenth costs little, by half much; what is far smaller than the
  /// usual work costs some. Unknown limits neither speak for the supplier nor against it.
  var fit: Double {
    let parts = [part(length, slack: 1.1), part(mass, slack: 1.2), part(yearly, slack: 1.5)]
      .compactMap(\.self)
    let tolerance = tolerance.map { $0 <= 1 ? 1 : 1 / $0 }
    let all = parts + [tolerance].compactMap(\.self)
    return all.isEmpty ? Self.unknown : all.min() ?? Self.unknown
  }

  static let unknown = 0.75

  private func part(_ ratio: Double?, slack: Double) -> Double? {
    guard let ratio else { return nil }
    if ratio > slack { return max(0, 1 - (ratio - slack) / (2 * slack)) }
    return ratio < 0.003 ? 0.6 : 1
  }

  /// Whether a stated limit is clearly exceeded.
  var isExceeded: Bool {
    (length ?? 0) > 1.1 || (mass ?? 0) > 1.2 || (yearly ?? 0) > 1.5 || (tolerance ?? 0) > 1.5
  }
}
