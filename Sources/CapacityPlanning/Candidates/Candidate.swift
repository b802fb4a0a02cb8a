// SPDX-License-Identifier: Apache-2.0

/// Somebody who could supply a material: a line of a list of candidates.
public struct Candidate: Sendable, Equatable {
  /// Where it stands in the list, the header usually being line 1.
  public let line: Int
  /// Key or name of an organisation; of a new one its name.
  public let supplier: String
  /// What the organisation is called, where `supplier` is a key; `""` where not stated.
  public let name: String
  /// Key or name of the material.
  public let material: String
  /// Key or name of the site where it enters; `""` for the only one that uses the material.
  public let site: String
  /// Units a day that all modules bring together.
  public let capacityPerDay: Double
  /// Months until it can deliver.
  public let readinessMonths: Double
  /// Money for one unit, delivered.
  public let cost: Estimate
  /// Money once, for all modules; nil where not stated.
  public let setupCost: Estimate?
  /// ISO 3166 alpha-2, upper case; `""` where not known.
  public let country: String
  /// NUTS; `""` where not known.
  public let region: String
  public let modules: Int
  public let note: String
  public let source: String
  public let year: String

  /// A figure as stated, with its range where one is stated.
  public struct Estimate: Sendable, Equatable {
    public let likely: Double
    public let low: Double?
    public let high: Double?

    /// nil where neither end is stated; a single end leaves the other at the likely value.
    var range: AssumedRange? {
      low == nil && high == nil ? nil : AssumedRange(low ?? likely, likely, high ?? likely)
    }
  }
}
