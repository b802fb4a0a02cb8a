// SPDX-License-Identifier: Apache-2.0

/// A part of the Earth fitted into a drawing.
struct MapView {
  let projection: Projection
  let width: Double
  let height: Double
  private let scale: Double
  private let left: Double
  private let top: Double

  /// Fits places with a margin; the drawing is neither a strip nor a tower.
  init(_ projection: Projection, fitting places: [Coordinate], width: Double = 960) {
    self.projection = projection
    let points = places.map(projection.point)
    var (west, east) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    var (north, south) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    // At least some 150 km each way, so that one place alone still gets a map.
    let size = max(east - west, south - north)
    let margin = size < 0.03 ? 0.03 : size * 0.06
    (west, east, north, south) = (west - margin, east + margin, north - margin, south + margin)
    let ratio = (south - north) / (east - west)
    let kept = max(0.46, min(0.92, ratio))
    if ratio < kept {
      let more = ((east - west) * kept - (south - north)) / 2
      (north, south) = (north - more, south + more)
    } else if ratio > kept {
      let more = ((south - north) / kept - (east - west)) / 2
      (west, east) = (west - more, east + more)
    }
    self.width = width
    height = (width * kept).rounded()
    scale = width / (east - west)
    left = west
    top = north
  }

  func point(_ place: Coordinate) -> MapPoint {
    let point = projection.point(place)
    return MapPoint(x: (point.x - left) * scale, y: (point.y - top) * scale)
  }

  func shows(_ point: MapPoint) -> Bool {
    point.x >= 0 && point.x <= width && point.y >= 0 && point.y <= height
  }

  /// A path through places; broken at the map's cut. nil where nothing of it can be seen.
  func path(_ places: [Coordinate], isClosed: Bool) -> String? {
    var path = ""
    var last: MapPoint?
    var (west, east, north, south) = (
      Double.infinity, -Double.infinity, Double.infinity, -Double.infinity
    )
    var previous: Coordinate?
    for place in places {
      if let previous, projection.isCut(previous, place) {
        // Land is not cut in two here; a ring across the cut would smear over the map.
        if isClosed { return nil }
        last = nil
      }
      previous = place
      let point = point(place)
      (west, east) = (min(west, point.x), max(east, point.x))
      (north, south) = (min(north, point.y), max(south, point.y))
      if let last {
        // Steps below half a pixel are not seen.
        if abs(point.x - last.x) + abs(point.y - last.y) < 0.6, place != places.last { continue }
        path += "L\(svg(point.x)) \(svg(point.y))"
      } else {
        path += "M\(svg(point.x)) \(svg(point.y))"
      }
      last = point
    }
    guard west < width, east > 0, north < height, south > 0 else { return nil }
    return isClosed ? path + "Z" : path
  }
}
