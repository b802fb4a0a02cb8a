// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A point of a projected map, y growing southwards.
struct MapPoint: Equatable {
  var x: Double
  var y: Double
}

/// From the globe to a plane.
enum Projection {
  /// Equal Earth (Šavrič, Patterson and Jenny 2018), cut in the Bering Strait.
  case world
  /// Albers' equal-area conic around a part of the Earth.
  case conic(centre: Coordinate, n: Double, c: Double)
  /// Around places near the equator, where a cone degenerates.
  case flat(centre: Coordinate)

  private static let worldCentre = 11.0

  /// The projection for a part of the Earth.
  static func around(_ places: [Coordinate]) -> Projection {
    let longitudes = places.map(\.longitude)
    let latitudes = places.map(\.latitude)
    let west = longitudes.min() ?? 0
    let east = longitudes.max() ?? 0
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    let centre = Coordinate(longitude: (west + east) / 2, latitude: (south + north) / 2)
    let margin = max(1, (north - south) / 6)
    let first = sin(radians(south + margin))
    let second = sin(radians(north - margin))
    let n = (first + second) / 2
    guard abs(n) > 0.15 else { return .flat(centre: centre) }
    return .conic(centre: centre, n: n, c: 1 - first * first + 2 * n * first)
  }

  func point(_ place: Coordinate) -> MapPoint {
    switch self {
    case .world:
      let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
      let t = asin(3.0.squareRoot() / 2 * sin(Self.radians(place.latitude)))
      let t2 = t * t
      let t6 = t2 * t2 * t2
      let scale = 3 * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2))
      let longitude = Self.radians(Self.turned(place.longitude - Self.worldCentre))
      return MapPoint(
        x: 2 * 3.0.squareRoot() * longitude * cos(t) / scale,
        y: -t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)))
    case .conic(let centre, let n, let c):
      let radius = max(0, c - 2 * n * sin(Self.radians(place.latitude))).squareRoot() / n
      let middle = max(0, c - 2 * n * sin(Self.radians(centre.latitude))).squareRoot() / n
      let angle = n * Self.radians(Self.turned(place.longitude - centre.longitude))
      return MapPoint(x: radius * sin(angle), y: radius * cos(angle) - middle)
    case .flat(let centre):
      return MapPoint(
        x: Self.radians(Self.turned(place.longitude - centre.longitude))
          * cos(Self.radians(centre.latitude)),
        y: -Self.radians(place.latitude - centre.latitude))
    }
  }

  /// Whether two neighbouring places lie on both sides of the map's cut.
  func isCut(_ first: Coordinate, _ second: Coordinate) -> Bool {
    let middle: Double =
      switch self {
      case .world: Self.worldCentre
      case .conic(let centre, _, _), .flat(let centre): centre.longitude
      }
    return abs(Self.turned(first.longitude - middle) - Self.turned(second.longitude - middle)) > 170
  }

  static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

  /// Degrees between −180 and 180.
  static func turned(_ degrees: Double) -> Double {
    degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  }
}

extension Coordinate {
  /// Places along the shortest way to another place, both ends included.
  func greatCircle(to other: Coordinate) -> [Coordinate] {
    let (a, b) = (vector, other.vector)
    let cosine = max(-1, min(1, a.0 * b.0 + a.1 * b.1 + a.2 * b.2))
    let angle = acos(cosine)
    guard angle > 0.02, angle < .pi - 1e-6 else { return [self, other] }
    let steps = max(2, Int((angle / 0.05).rounded(.up)))
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      let p = sin((1 - share) * angle) / sin(angle)
      let q = sin(share * angle) / sin(angle)
      let (x, y, z) = (p * a.0 + q * b.0, p * a.1 + q * b.1, p * a.2 + q * b.2)
      return Coordinate(
        longitude: atan2(y, x) * 180 / .pi,
        latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi)
    }
  }

  /// The angle to another place, in degrees.
  func degrees(to other: Coordinate) -> Double {
    let (a, b) = (vector, other.vector)
    return acos(max(-1, min(1, a.0 * b.0 + a.1 * b.1 + a.2 * b.2))) * 180 / .pi
  }

  private var vector: (Double, Double, Double) {
    let (latitude, longitude) = (Projection.radians(latitude), Projection.radians(longitude))
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }
}
