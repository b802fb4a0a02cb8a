// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// A map of sites, ways and passages.
struct MapPicture {
  let context: ReportContext
  let scene: MapScene
  let outlines: [CountryOutline]
  let view: MapView
  let id: String
  private let clusters: SpotClusters
  private var wording: Wording { context.wording }

  /// Beyond so many, those that matter less are left out: a map is not a tangle.
  static let mostRoutes = 70

  init(
    _ context: ReportContext, _ scene: MapScene, _ outlines: [CountryOutline], _ view: MapView,
    id: String
  ) {
    self.context = context
    self.scene = scene
    self.outlines = outlines
    self.view = view
    self.id = id
    clusters = SpotClusters(scene, view)
  }

  func picture(title: String, table: DataTable, labels: Int) -> Picture {
    let (drawn, all) = routes()
    let seen = clusters.clusters.reduce(0) { $0 + $1.spots.count }
    var content = [
      Markup.element(
        "clipPath", ["id": "\(id)-frame"],
        .element("rect", ["width": svg(view.width), "height": svg(view.height)])),
      Shape.rect(0, 0, view.width, view.height, "sea"),
    ]
    content.append(
      .element(
        "g", ["clip-path": "url(#\(id)-frame)"],
        MapLand(outlines: outlines, view: view, places: scene.spots.map(\.place)).markup()
          + drawn.map(\.path) + passages()))
    content += places(labels: labels)
    content.append(Shape.rect(0.5, 0.5, view.width - 1, view.height - 1, "frame"))
    let most = drawn.map(\.count).max() ?? 0
    return Picture(
      id: id, title: title,
      summary: wording.say(
        de:
          "\(wording.count(seen)) Standorte an \(wording.count(clusters.clusters.count)) Orten und \(wording.count(drawn.count)) Wege; auf einem Weg höchstens \(wording.count(most, de: ("Verbindung", "Verbindungen"), en: ("", ""))). Wege sind schematisch.",
        en:
          "\(wording.count(seen)) sites at \(wording.count(clusters.clusters.count)) places and \(wording.count(drawn.count)) ways; at most \(wording.count(most, de: ("", ""), en: ("link", "links"))) on one way. Ways are schematic."
      ), width: view.width, height: view.height, content: content,
      key: key() + cut(drawn.count, all), table: table)
  }

  // MARK: Ways

  private struct Ends: Hashable {
    let from: Int
    let to: Int
    let mode: MapScene.Mode
  }

  private func routes() -> (drawn: [(path: Markup, count: Int)], all: Int) {
    var counts: [Ends: Int] = [:]
    var courses: [Ends: [Coordinate]] = [:]
    let spotCount = scene.spots.count
    for route in scene.routes {
      let (from, to) = (clusters.clusterOf[route.from], clusters.clusterOf[route.to])
      guard from != nil || to != nil, from != to else { continue }
      // Outside the view every site stands for itself.
      let a = from ?? spotCount + route.from
      let b = to ?? spotCount + route.to
      let ends = Ends(from: min(a, b), to: max(a, b), mode: route.mode)
      counts[ends, default: 0] += route.count
      if courses[ends] == nil { courses[ends] = route.course }
    }
    let ordered = counts.sorted { first, second in
      let (a, b) = (matters(first.key, first.value), matters(second.key, second.value))
      return (b, first.key.mode.rawValue, first.key.from, first.key.to)
        < (a, second.key.mode.rawValue, second.key.from, second.key.to)
    }
    let drawn = ordered.prefix(Self.mostRoutes).compactMap { ends, count -> (Markup, Int)? in
      guard let course = courses[ends], let path = view.path(course, isClosed: false) else {
        return nil
      }
      let width = min(5, 0.9 + 0.55 * Double(count - 1).squareRoot())
      return (Shape.path(path, "way \(ends.mode)", width: width), count)
    }
    return (drawn.map { (path: $0.0, count: $0.1) }, max(drawn.count, ordered.count))
  }

  /// Ways of far transport, then those at critical places, then those of many links.
  private func matters(_ ends: Ends, _ count: Int) -> Int {
    let touchesCritical = [ends.from, ends.to].contains { at in
      at < clusters.clusters.count && clusters.clusters[at].criticalDays != nil
    }
    return (ends.mode == .land ? 0 : 10_000) + (touchesCritical ? 1_000 : 0) + min(count, 999)
  }

  private func passages() -> [Markup] {
    scene.passages.flatMap { key -> [Markup] in
      guard let place = KnownNames.place(ofPassage: key) else { return [] }
      let point = view.point(Coordinate(longitude: place.longitude, latitude: place.latitude))
      guard view.shows(point) else { return [] }
      return [
        Shape.path(
          "M\(svg(point.x)) \(svg(point.y - 5))l5 5l-5 5l-5 -5z", "passage")
      ]
    }
  }

  // MARK: Places

  private func places(labels most: Int) -> [Markup] {
    var labels = LabelPlaces(view)
    for cluster in clusters.clusters { labels.block(cluster.point, cluster.radius) }
    var parts: [Markup] = []
    for cluster in clusters.clusters {
      parts.append(
        Shape.circle(
          cluster.point.x, cluster.point.y, cluster.radius,
          cluster.criticalDays == nil
            ? "spot" : cluster.spots.count > 1 ? "spot mixed" : "spot critical"))
      if cluster.spots.count > 1 {
        parts.append(
          Shape.text(
            "\(cluster.spots.count)", cluster.point.x, cluster.point.y + 4, "count",
            anchor: "middle"))
      }
      if cluster.criticalDays != nil {
        parts.append(
          Shape.warning(
            cluster.point.x + cluster.radius * 0.6, cluster.point.y - cluster.radius * 0.6))
      }
    }
    let traffic = traffic()
    let order = clusters.clusters.indices.sorted { first, second in
      let (a, b) = (clusters.clusters[first], clusters.clusters[second])
      return (a.criticalDays ?? .infinity, -traffic[first], first)
        < (b.criticalDays ?? .infinity, -traffic[second], second)
    }
    var count = 0
    for at in order where count < most {
      let cluster = clusters.clusters[at]
      let text = label(cluster)
      let width = Shape.width(text, size: 11.5)
      guard let place = labels.place(beside: cluster.point, cluster.radius, width: width) else {
        continue
      }
      count += 1
      parts.append(
        Shape.text(
          text, place.x, place.y, cluster.criticalDays == nil ? "place" : "place alarm",
          anchor: place.anchor))
    }
    for key in scene.passages {
      guard let place = KnownNames.place(ofPassage: key) else { continue }
      let point = view.point(Coordinate(longitude: place.longitude, latitude: place.latitude))
      guard view.shows(point), let name = KnownNames.passage(key)?[context.language] else {
        continue
      }
      let width = Shape.width(name, size: 11)
      if let at = labels.place(beside: point, 6, width: width) {
        parts.append(Shape.text(name, at.x, at.y, "passage-name", anchor: at.anchor))
      }
    }
    return parts
  }

  /// How much each cluster matters for finding one's way: far transport first, then links, sites.
  private func traffic() -> [Int] {
    var traffic = clusters.clusters.map(\.spots.count)
    for route in scene.routes {
      for end in [route.from, route.to] {
        guard let cluster = clusters.clusterOf[end] else { continue }
        traffic[cluster] += route.count * (route.mode == .land ? 1 : 20)
      }
    }
    return traffic
  }

  /// The critical site's name, or the first one's, and how many more stand there.
  private func label(_ cluster: SpotClusters.Cluster) -> String {
    let spots = cluster.spots.map { scene.spots[$0] }
    let first = spots.first { $0.criticalDays == cluster.criticalDays } ?? spots[0]
    let name = Shape.fitted(context.names.plain(.sites, first.site), 150, size: 11.5)
    return spots.count > 1 ? "\(name) +\(spots.count - 1)" : name
  }

  /// Says so where ways are left out.
  private func cut(_ drawn: Int, _ all: Int) -> [(sign: Markup, meaning: String)] {
    guard drawn < all, all > Self.mostRoutes else { return [] }
    let (shown, total) = (wording.count(drawn), wording.count(all))
    return [
      (
        .empty,
        wording.say(
          de: "gezeigt: \(shown) von \(total) Wegen, zuerst See, Luft und kritische Orte",
          en: "shown: \(shown) of \(total) ways, sea, air and critical places first")
      )
    ]
  }

  private func key() -> [(sign: Markup, meaning: String)] {
    var key: [(sign: Markup, meaning: String)] = [
      (
        Shape.circle(13, 7, 4.5, "spot"),
        wording.say(
          de: "Standort; mit Zahl: mehrere am selben Ort",
          en: "site; with a number: several at one place")
      )
    ]
    if scene.spots.contains(where: { $0.criticalDays != nil }) {
      key.append(
        (
          Shape.circle(10, 8, 4.5, "spot critical") + Shape.warning(13, 8),
          wording.say(de: "kritisches Element", en: "critical element")
        ))
    }
    let names: [(MapScene.Mode, String)] = [
      (
        .land,
        wording.say(
          de: "zu Lande, Binnenschiff, Rohrleitung", en: "by land, inland waterway, pipeline")
      ),
      (.sea, wording.say(de: "zur See", en: "by sea")),
      (.air, wording.say(de: "durch die Luft", en: "by air")),
    ]
    for (mode, name) in names where scene.routes.contains(where: { $0.mode == mode }) {
      key.append((Shape.path("M0 7H26", "way \(mode)", width: 1.6), name))
    }
    if !scene.passages.isEmpty {
      key.append(
        (Shape.path("M13 2l5 5l-5 5l-5 -5z", "passage"), wording.say(de: "Passage", en: "passage")))
    }
    return key
  }
}
