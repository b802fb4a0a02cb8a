// SPDX-License-Identifier: Apache-2.0

/// Where a figure comes from and which year it describes.
public struct Provenance: Sendable, Hashable {
  public let source: String
  /// The year the figure describes, not the year it was printed; nil where it is not stated.
  public let year: Int?

  public init(source: String, year: Int?) {
    self.source = source
    self.year = year
  }
}
