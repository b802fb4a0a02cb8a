// SPDX-License-Identifier: Apache-2.0

/// The rough course of a sea link: by great circles through the passages it states, so that it is
/// drawn on the water. A picture, not a distance.
enum SeaRoute {
  static func course(
    from start: Coordinate, to end: Coordinate, passages: [String]
  ) -> [Coordinate] {
    var open = passages.compactMap { key in
      KnownNames.place(ofPassage: key).map {
        Coordinate(longitude: $0.longitude, latitude: $0.latitude)
      }
    }
    // Passages are listed in any order; the nearest next one is right for those that exist.
    var stops = [start]
    while !open.isEmpty {
      let here = stops[stops.count - 1]
      let nearest =
        open.indices.min { here.degrees(to: open[$0]) < here.degrees(to: open[$1]) } ?? 0
      stops.append(open.remove(at: nearest))
    }
    stops.append(end)
    if isLonger(stops, than: [start] + stops.dropFirst().dropLast().reversed() + [end]) {
      stops = [start] + stops.dropFirst().dropLast().reversed() + [end]
    }
    return withCapes(stops)
  }

  private static func isLonger(_ first: [Coordinate], than second: [Coordinate]) -> Bool {
    length(first) > length(second)
  }

  private static func length(_ stops: [Coordinate]) -> Double {
    zip(stops, stops.dropFirst()).reduce(0) { $0 + $1.0.degrees(to: $1.1) }
  }

  /// Headlands that ships round between two seas.
  private static func withCapes(_ stops: [Coordinate]) -> [Coordinate] {
    var course = [stops[0]]
    for (here, next) in zip(stops, stops.dropFirst()) {
      let from = sea(here)
      let to = sea(next)
      let capes = capes(from, to) ?? capes(to, from)?.reversed() ?? []
      course += capes + [next]
    }
    return course
  }

  private enum Sea { case north, gibraltar, suez, arabian, hormuz, malacca, cape, eastAsia, other }

  private static func sea(_ place: Coordinate) -> Sea {
    let (x, y) = (place.longitude, place.latitude)
    if x > -6, x < -4, y > 35, y < 37 { return .gibraltar }
    if x > 32, x < 33.5, y > 29, y < 32 { return .suez }
    if y > 49, x > -6, x < 31 { return .north }
    if x > 55.5, x < 58, y > 25.5, y < 27.5 { return .hormuz }
    if x > 40, x < 46, y > 10, y < 14 { return .arabian }
    if x > 95, x < 107, y > -7, y < 8 { return .malacca }
    if x > 15, x < 25, y < -30 { return .cape }
    if x > 107, x < 150, y > 18, y < 46 { return .eastAsia }
    return .other
  }

  private static func place(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(longitude: longitude, latitude: latitude)
  }

  private static func capes(_ from: Sea, _ to: Sea) -> [Coordinate]? {
    let channel = [place(43.5, -10.2), place(48.8, -6), place(51, 1.6)]
    return switch (from, to) {
    case (.gibraltar, .north): [place(36.6, -9.6)] + channel
    case (.cape, .north): [place(15, -19)] + channel
    case (.suez, .gibraltar): [place(32, 32.3), place(36, 15), place(37.6, 10)]
    case (.arabian, .suez): [place(20, 38.6), place(27.6, 34)]
    case (.hormuz, .arabian):
      [place(24.8, 58.2), place(22.3, 60.4), place(15, 53.5), place(12.4, 46.5)]
    case (.malacca, .arabian): [place(6, 95), place(5.6, 80.5), place(12, 52)]
    case (.malacca, .cape): [place(6, 95), place(-28, 48)]
    case (.eastAsia, .malacca): [place(22, 118.5), place(10, 110), place(1.3, 104.6)]
    case (.arabian, .cape): [place(12, 52), place(-28, 40)]
    default: nil
    }
  }
}
