// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A place on Earth, WGS 84, in degrees.
public struct GeoPoint: Sendable, Hashable {
  public let latitude: Double
  public let longitude: Double

  /// Nil for what is no place: beyond ±90° or ±180°, or not finite.
  public init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Kilometres along a great circle on a sphere of 6,371 km (haversine).
  public func distance(to other: GeoPoint) -> Double {
    let radians = Double.pi / 180
    let a = latitude * radians
    let b = other.latitude * radians
    let sine = sin((b - a) / 2)
    let across = sin((other.longitude - longitude) * radians / 2)
    let chord = sine * sine + cos(a) * cos(b) * across * across
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }
}
