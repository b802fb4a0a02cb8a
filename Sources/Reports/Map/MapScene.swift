// SPDX-License-Identifier: Apache-2.0
import Foundation
import Resilience
import ValueChains

/// What there is to show on maps: sites with places, ways between them, passages.
struct MapScene {
  struct Spot {
    let site: Int
    let place: Coordinate
    let country: String
    /// The shortest critical days of an element there.
    let criticalDays: Double?
  }

  enum Mode: Int, CaseIterable { case land, sea, air }

  /// All links of one kind of transport between two sites.
  struct Route {
    let from: Int
    let to: Int
    let mode: Mode
    let count: Int
    let course: [Coordinate]
  }

  /// By position in this list are they named by routes.
  let spots: [Spot]
  let routes: [Route]
  /// Keys of passages that links go through.
  let passages: [String]
  let siteCount: Int

  init(_ context: ReportContext) {
    let sites = context.chain[.sites]
    let critical = Self.criticalSites(context)
    var spots: [Spot] = []
    var spotOf: [Int: Int] = [:]
    for site in 0..<sites.count {
      guard let latitude = sites.number(.latitude, site),
        let longitude = sites.number(.longitude, site)
      else { continue }
      spotOf[site] = spots.count
      spots.append(
        Spot(
          site: site, place: Coordinate(longitude: longitude, latitude: latitude),
          country: sites.text(.country, site).uppercased(), criticalDays: critical[site]))
    }
    self.spots = spots
    siteCount = sites.count
    routes = Self.routes(context, spots, spotOf)
    let cells = context.chain[.links].text(.passages)
    passages = Set(cells.flatMap(PassageList.names)).sorted()
  }

  /// Sites where a critical element stands.
  private static func criticalSites(_ context: ReportContext) -> [Int: Double] {
    var days: [Int: Double] = [:]
    let network = context.network
    let owners = context.chain[.sites].text(.organisation)
    for ranked in context.ranking.limited where ranked.isCritical && ranked.isNarrow {
      let hit = ranked.disruption.hits[0]
      var sites: [Int] = []
      switch hit.kind {
      case .site: sites = context.names.row(.sites, hit.target).map { [$0] } ?? []
      case .line:
        sites = context.names.row(.lines, hit.target).map { [Int(network.lines.site[$0])] } ?? []
      case .supply:
        sites =
          context.names.row(.supplies, hit.target).flatMap { supply in
            let pair = network.supplies.pair[supply]
            return pair >= 0 ? [Int(network.pairs.site[Int(pair)])] : nil
          } ?? []
      case .organisation: sites = owners.indices.filter { owners[$0] == hit.target }
      default: break
      }
      for site in sites where site >= 0 {
        days[site] = min(days[site] ?? .infinity, ranked.survival.days)
      }
    }
    return days
  }

  private struct Ends: Hashable {
    let from: Int
    let to: Int
    let mode: Mode
  }

  private static func routes(
    _ context: ReportContext, _ spots: [Spot], _ spotOf: [Int: Int]
  ) -> [Route] {
    let links = context.chain[.links]
    var counts: [Ends: Int] = [:]
    var quickest: [Ends: (days: Double, passages: [String])] = [:]
    for link in 0..<links.count {
      guard let from = spotOf[Int(context.network.links.from[link])],
        let to = spotOf[Int(context.network.links.to[link])], from != to
      else { continue }
      let mode: Mode =
        switch links.text(.mode, link) {
        case "sea": .sea
        case "air": .air
        default: .land
        }
      let ends = Ends(from: from, to: to, mode: mode)
      counts[ends, default: 0] += 1
      let names = PassageList.names(links.text(.passages, link))
      // Of several courses the quickest is drawn; detours stand by.
      let days = context.network.links.leadDays[link]
      if quickest[ends].map({ days < $0.days }) ?? true { quickest[ends] = (days, names) }
    }
    let ordered = counts.keys.sorted {
      ($0.from, $0.to, $0.mode.rawValue) < ($1.from, $1.to, $1.mode.rawValue)
    }
    return ordered.map { ends in
      let (start, end) = (spots[ends.from].place, spots[ends.to].place)
      let stops =
        ends.mode == .sea
        ? SeaRoute.course(from: start, to: end, passages: quickest[ends]?.passages ?? [])
        : [start, end]
      let course = zip(stops, stops.dropFirst()).flatMap { $0.greatCircle(to: $1).dropLast() }
      return Route(
        from: ends.from, to: ends.to, mode: ends.mode, count: counts[ends] ?? 0,
        course: course + [end])
    }
  }
}
