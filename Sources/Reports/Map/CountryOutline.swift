// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation

/// A place on the Earth, in degrees; north and east are positive.
public struct Coordinate: Sendable, Hashable {
  public let longitude: Double
  public let latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// The outline of a country, as closed rings.
public struct CountryOutline: Sendable {
  /// ISO 3166 alpha-3.
  public let country: String
  public let rings: [[Coordinate]]

  public init(country: String, rings: [[Coordinate]]) {
    self.country = country
    self.rings = rings
  }
}

extension CountryOutline {
  /// Reads a table `country,outline` with one ring a row, written `lon lat lon lat …`.
  ///
  /// Countries in the order of their first row. Rows that are not rings of at least three places are
  /// left out: a map with a gap is better than none.
  public static func read(_ bytes: [UInt8]) -> [CountryOutline] {
    var order: [String] = []
    var rings: [String: [[Coordinate]]] = [:]
    for row in DelimitedTable(DecodedText(bytes)).rows {
      let country = row["country"]
      guard let ring = ring(row["outline"]) else { continue }
      if rings[country] == nil { order.append(country) }
      rings[country, default: []].append(ring)
    }
    return order.map { CountryOutline(country: $0, rings: rings[$0] ?? []) }
  }

  /// The same from a file; no outlines where it cannot be read.
  public static func read(contentsOf path: String) -> [CountryOutline] {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return [] }
    return read([UInt8](data))
  }

  private static func ring(_ text: String) -> [Coordinate]? {
    let numbers = text.split(separator: " ").map { Double($0) }
    guard numbers.count >= 6, numbers.count % 2 == 0 else { return nil }
    var ring: [Coordinate] = []
    for at in stride(from: 0, to: numbers.count, by: 2) {
      guard let longitude = numbers[at], let latitude = numbers[at + 1],
        abs(longitude) <= 180, abs(latitude) <= 90
      else { return nil }
      ring.append(Coordinate(longitude: longitude, latitude: latitude))
    }
    return ring
  }
}
