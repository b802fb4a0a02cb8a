// SPDX-License-Identifier: Apache-2.0

/// The frame of a ring, to rule out most places quickly.
struct RingBox {
  let longitudes: ClosedRange<Double>
  let latitudes: ClosedRange<Double>

  init(_ ring: [Coordinate]) {
    longitudes = (ring.map(\.longitude).min() ?? 0)...(ring.map(\.longitude).max() ?? 0)
    latitudes = (ring.map(\.latitude).min() ?? 0)...(ring.map(\.latitude).max() ?? 0)
  }

  func contains(_ place: Coordinate) -> Bool {
    longitudes.contains(place.longitude) && latitudes.contains(place.latitude)
  }
}

extension [Coordinate] {
  /// Whether a place lies inside the ring, by counting crossings.
  func encloses(_ place: Coordinate) -> Bool {
    var isInside = false
    var before = count - 1
    for at in indices {
      let (a, b) = (self[at], self[before])
      if (a.latitude > place.latitude) != (b.latitude > place.latitude),
        place.longitude < (b.longitude - a.longitude) * (place.latitude - a.latitude)
          / (b.latitude - a.latitude) + a.longitude
      {
        isInside.toggle()
      }
      before = at
    }
    return isInside
  }
}
