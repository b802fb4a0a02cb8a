// SPDX-License-Identifier: Apache-2.0

/// A size, a mass, a number of pieces or the like, as a text states it.
public struct Quantity: Sendable, Hashable {
  /// What is measured, and the unit its values are in.
  public enum Kind: String, Sendable, CaseIterable {
    /// Millimetres.
    case length
    /// Kilograms.
    case mass
    /// Litres.
    case volume
    /// Square metres.
    case area
    /// Kilowatts; apparent power in kilovolt-amperes counts alike.
    case power
    /// Bar.
    case pressure
    /// Degrees Celsius.
    case temperature
    /// Volts.
    case voltage
    /// Amperes.
    case current
    /// Months.
    case time
    /// Pieces, of which `Quantity.perYear` says how they come.
    case count
    /// Metric thread, millimetres: `M12`.
    case thread
    /// ISO tolerance grade: `IT6`.
    case toleranceGrade
  }

  /// How the stated value bounds what is meant.
  public enum Bound: String, Sendable, CaseIterable {
    case exactly, about
    case atMost, atLeast
    /// `±0,5 mm`.
    case plusMinus
  }

  public let kind: Kind
  /// The value, in the order of the text where several belong together: a range's ends, or length,
  /// width and height. Never empty, each finite.
  public let values: [Double]
  public let bound: Bound
  /// Whether the values are the ends of a range.
  public let isRange: Bool
  /// Of a count: the factor that makes it pieces a year, nil where no period is named.
  public let perYear: Double?
  /// The words that state it, a piece of the text given.
  public let surface: Substring

  public var low: Double { values.min() ?? 0 }
  public var high: Double { values.max() ?? 0 }
}
