// SPDX-License-Identifier: Apache-2.0
import Foundation

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

/// A point on the earth in degrees.
public struct Coordinates: Sendable, Hashable {
  public let latitude: Double
  public let longitude: Double

  /// The earth's mean radius in kilometres.
  static let earthRadius = 6371.0088

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle distance in kilometres on a sphere of the earth's mean radius.
  public func kilometres(to other: Self) -> Double {
    let (first, second) = (latitude * .pi / 180, other.latitude * .pi / 180)
    let height = sin((second - first) / 2)
    let width = sin((other.longitude - longitude) * .pi / 360)
    let square = height * height + cos(first) * cos(second) * width * width
    return 2 * Self.earthRadius * asin(min(1, square.squareRoot()))
  }
}
