// SPDX-License-Identifier: Apache-2.0
import Registry
import TextAnalysis

/// How large, heavy, exact and many the needed thing is; nil where nobody says.
struct NeededEnvelope: Sendable, Hashable {
  /// The largest side in millimetres.
  var length: Double?
  /// Kilograms.
  var mass: Double?
  /// Millimetres.
  var tolerance: Double?
  /// Pieces a year.
  var yearly: Double?

  /// What the fields say, else what the text states.
  init(_ need: Need, _ quantities: [Quantity]) {
    let sides = [need.envelope.length, need.envelope.width, need.envelope.height].compactMap(\.self)
    length = sides.max() ?? Self.length(quantities)
    mass = need.envelope.mass ?? Self.mass(quantities)
    tolerance = need.envelope.tolerance ?? Self.tolerance(quantities)
    yearly = need.amount?.yearly ?? Self.yearly(quantities)
  }

  /// The largest side of a thing given by several, else the largest length above a centimetre.
  private static func length(_ quantities: [Quantity]) -> Double? {
    let lengths = quantities.filter { $0.kind == .length && $0.bound != .plusMinus }
    let sides = lengths.filter { $0.values.count > 1 && !$0.isRange }.map(\.high).max()
    return sides ?? lengths.map(\.high).filter { $0 > 10 && $0 < 100_000 }.max()
  }

  private static func mass(_ quantities: [Quantity]) -> Double? {
    quantities.first { $0.kind == .mass }?.high
  }

  private static func tolerance(_ quantities: [Quantity]) -> Double? {
    quantities.filter {
      $0.kind == .length && ($0.bound == .plusMinus || $0.high <= 0.1) && $0.low > 0
    }.map(\.low).min()
  }

  private static func yearly(_ quantities: [Quantity]) -> Double? {
    quantities.first { $0.kind == .count && $0.perYear != nil && $0.high >= 2 }
      .map { $0.high * ($0.perYear ?? 1) }
  }
}
