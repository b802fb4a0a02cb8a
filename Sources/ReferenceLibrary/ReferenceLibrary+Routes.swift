// SPDX-License-Identifier: Apache-2.0
import Geodesy

extension ReferenceLibrary {
  /// Whether routes are computed over a sea network; if not, they come from a table.
  public var hasSeaNetwork: Bool { contents.seaRouter != nil }

  /// The router over the library's sea network, for questions of one's own.
  public var seaRouter: SeaRouter? { contents.seaRouter }

  /// The shortest route by sea, and for each passage on it the way round with that passage closed.
  ///
  /// Distinct routes only; a way round names all passages it is the way round for. A passage of the
  /// shortest route that no other route avoids cannot be gone round by sea. Empty where the
  /// destination cannot be reached by sea, or nothing is known.
  /// - Parameters:
  ///   - origin: a country (ISO 3166 alpha-3; its main port is meant) or a port (UN/LOCODE).
  ///   - destination: a port; without a sea network only `DEHAM` and `NLRTM` are known.
  public func routes(from origin: String, to destination: String) -> [SeaRoute] {
    let start = mainPort(of: origin) ?? port(origin)
    if let router = contents.seaRouter, let start, let end = port(destination) {
      return router.routes(from: start.coordinates, to: end.coordinates)
    }
    if let routes = contents.routes[.init(country: origin, destination: destination)] {
      return routes
    }
    guard let start, start.locode == origin else { return [] }
    return contents.routes[.init(country: start.country, destination: destination)] ?? []
  }
}

extension SeaRouter {
  /// The shortest route, and for each passage on it the way round; see ``ReferenceLibrary``.
  public func routes(from origin: GeoPoint, to destination: GeoPoint) -> [SeaRoute] {
    var workspace = Workspace()
    guard let base = way(from: origin, to: destination, workspace: &workspace) else { return [] }
    var routes = [route(base, avoiding: [])]
    var seen: Set<String> = []
    for passage in base.passages where seen.insert(passage).inserted {
      let detour = way(
        from: origin, to: destination, closed: [passage], workspace: &workspace)
      if let detour { routes.append(route(detour, avoiding: [passage])) }
    }
    return SeaRoute.distinct(routes)
  }

  private func route(_ way: Way, avoiding passages: [String]) -> SeaRoute {
    SeaRoute(
      kilometres: way.kilometres, passages: way.passages, avoided: passages, provenance: provenance)
  }
}

extension SeaRoute {
  /// Ways round that are the same way become one. The shortest route first, then by length.
  static func distinct(_ routes: [SeaRoute]) -> [SeaRoute] {
    var distinct: [SeaRoute] = []
    let ordered = routes.sorted {
      ($0.avoided.count, $0.kilometres, $0.avoided.first ?? "")
        < ($1.avoided.count, $1.kilometres, $1.avoided.first ?? "")
    }
    for route in ordered {
      let same = distinct.firstIndex {
        !$0.avoided.isEmpty && $0.passages == route.passages
          && abs($0.kilometres - route.kilometres) < 0.5
      }
      guard let same else {
        distinct.append(route)
        continue
      }
      distinct[same] = SeaRoute(
        kilometres: distinct[same].kilometres, passages: route.passages,
        avoided: (distinct[same].avoided + route.avoided).sorted(), provenance: route.provenance)
    }
    return distinct
  }
}
