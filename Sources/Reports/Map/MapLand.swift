// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The land of a map, with the countries that hold a place set off from the others.
struct MapLand {
  let outlines: [CountryOutline]
  let view: MapView
  let places: [Coordinate]

  func markup() -> [Markup] {
    outlines.flatMap { outline -> [Markup] in
      // The Antarctic smears over every map of trade and carries none.
      guard outline.country != "ATA" else { return [] }
      let paths = outline.rings.compactMap { ring -> String? in view.path(ring, isClosed: true) }
      guard !paths.isEmpty else { return [] }
      let isUsed = outline.rings.contains { ring in
        let box = RingBox(ring)
        return places.contains { box.contains($0) && ring.encloses($0) }
      }
      return [Shape.path(paths.joined(), isUsed ? "land used" : "land")]
    }
  }

  /// The places and, of countries that are not continents, the whole outline around them.
  static func frame(_ places: [Coordinate], _ outlines: [CountryOutline]) -> [Coordinate] {
    var frame = places
    for ring in outlines.flatMap(\.rings) {
      let box = RingBox(ring)
      let size = max(
        box.longitudes.upperBound - box.longitudes.lowerBound,
        box.latitudes.upperBound - box.latitudes.lowerBound)
      guard size < 14 else { continue }
      let inside = places.count { box.contains($0) && ring.encloses($0) }
      if inside * 3 > places.count { frame += ring }
    }
    return frame
  }
}
