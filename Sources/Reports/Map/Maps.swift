// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// One map of a compact chain; of a far-flung one the world and its home.
struct Maps {
  let context: ReportContext
  let outlines: [CountryOutline]
  private let scene: MapScene
  private var wording: Wording { context.wording }

  init(_ context: ReportContext, _ outlines: [CountryOutline]) {
    self.context = context
    self.outlines = outlines
    scene = MapScene(context)
  }

  /// How many sites have a place, of all.
  var placed: (sites: Int, all: Int) { (scene.spots.count, scene.siteCount) }

  func pictures() -> [Picture] {
    guard !scene.spots.isEmpty else { return [] }
    let places = scene.spots.map(\.place)
    guard isFarFlung(places) else {
      let view = MapView(.around(places), fitting: MapLand.frame(places, outlines))
      return [
        MapPicture(context, scene, outlines, view, id: "picture-map").picture(
          title: wording.say(de: "Wo die Standorte liegen", en: "Where the sites are"),
          table: siteTable(scene.spots), labels: 26)
      ]
    }
    let courses = scene.routes.flatMap(\.course)
    let world = MapView(.world, fitting: places + courses)
    var pictures = [
      MapPicture(context, scene, outlines, world, id: "picture-world").picture(
        title: wording.say(de: "Die Kette in der Welt", en: "The chain in the world"),
        table: countryTable(), labels: 16)
    ]
    if let home = home() {
      let spots = scene.spots.filter { $0.country == home }
      let frame = MapLand.frame(spots.map(\.place), outlines)
      let view = MapView(.around(frame), fitting: frame)
      let name = wording.country(home)
      pictures.append(
        MapPicture(context, scene, outlines, view, id: "picture-home").picture(
          title: wording.say(
            de: "Wo die meisten Standorte liegen: \(name)", en: "Where most sites are: \(name)"),
          table: siteTable(scene.spots), labels: 30))
    }
    return pictures
  }

  private func isFarFlung(_ places: [Coordinate]) -> Bool {
    let longitudes = places.map(\.longitude)
    let latitudes = places.map(\.latitude)
    return (longitudes.max() ?? 0) - (longitudes.min() ?? 0) > 50
      || (latitudes.max() ?? 0) - (latitudes.min() ?? 0) > 32
  }

  /// The country with most sites, if it has at least three.
  private func home() -> String? {
    var counts: [String: Int] = [:]
    for spot in scene.spots where !spot.country.isEmpty { counts[spot.country, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { $0.value >= 3 ? $0.key : nil }
  }

  // MARK: Tables

  private func siteTable(_ spots: [MapScene.Spot]) -> DataTable {
    let ordered = spots.sorted {
      ($0.criticalDays ?? .infinity, $0.site) < ($1.criticalDays ?? .infinity, $1.site)
    }
    let shown = ordered.prefix(200)
    return DataTable(
      caption: wording.say(de: "Standorte mit Ort", en: "Sites with a place"),
      columns: [
        .text(wording.say(de: "Standort", en: "Site")),
        .text(wording.say(de: "Land", en: "Country")),
        .text(wording.say(de: "Region", en: "Region")),
        .number(wording.say(de: "Breite", en: "Latitude")),
        .number(wording.say(de: "Länge", en: "Longitude")),
        .number(wording.say(de: "kritische Reichweite", en: "critical time to survive")),
      ],
      rows: shown.map { spot in
        [
          context.names.cell(.sites, spot.site),
          .text(spot.country.isEmpty ? "–" : wording.country(spot.country)),
          .text(context.chain[.sites].text(.region, spot.site)),
          .text(wording.number(spot.place.latitude, 2)),
          .text(wording.number(spot.place.longitude, 2)),
          .text(spot.criticalDays.map(wording.days) ?? "–"),
        ]
      }, total: ordered.count)
  }

  private func countryTable() -> DataTable {
    var rows: [String: (sites: Int, critical: Int, ways: Int)] = [:]
    for spot in scene.spots {
      rows[spot.country, default: (0, 0, 0)].sites += 1
      if spot.criticalDays != nil { rows[spot.country, default: (0, 0, 0)].critical += 1 }
    }
    for route in scene.routes {
      let countries = Set([scene.spots[route.from].country, scene.spots[route.to].country])
      for country in countries { rows[country, default: (0, 0, 0)].ways += route.count }
    }
    let ordered = rows.sorted { ($1.value.sites, $0.key) < ($0.value.sites, $1.key) }
    return DataTable(
      caption: wording.say(de: "Standorte nach Ländern", en: "Sites by country"),
      columns: [
        .text(wording.say(de: "Land", en: "Country")),
        .number(wording.say(de: "Standorte", en: "Sites")),
        .number(wording.say(de: "davon kritisch", en: "of these critical")),
        .number(wording.say(de: "Verbindungen", en: "Links")),
      ],
      rows: ordered.map { country, counts in
        [
          .text(
            country.isEmpty
              ? wording.say(de: "nicht angegeben", en: "not stated") : wording.country(country)),
          .text(wording.count(counts.sites)), .text(wording.count(counts.critical)),
          .text(wording.count(counts.ways)),
        ]
      })
  }
}
