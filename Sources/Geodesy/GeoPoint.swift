// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A place on Earth, WGS 84, in degrees.
public struct GeoPoint: Sendable, Hashable {
  public let latitude: Double
  public let longitude: Double

  /// The Earth's mean radius in kilometres.
  static let earthRadius = 6371.0088

  /// Nil for what is no place: beyond ±90° or ±180°, or not finite.
  public init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// A place the program itself names; stops it where that is none.
  public init(degreesNorth latitude: Double, east longitude: Double) {
    precondition(
      abs(latitude) <= 90 && abs(longitude) <= 180, "A place lies within ±90° and ±180°.")
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Kilometres along a great circle on a sphere of the Earth's mean radius (haversine).
  public func distance(to other: GeoPoint) -> Double {
    let (first, second) = (latitude * .pi / 180, other.latitude * .pi / 180)
    let height = sin((second - first) / 2)
    let width = sin((other.longitude - longitude) * .pi / 360)
    let square = height * height + cos(first) * cos(second) * width * width
    return 2 * Self.earthRadius * asin(min(1, square.squareRoot()))
  }
}
