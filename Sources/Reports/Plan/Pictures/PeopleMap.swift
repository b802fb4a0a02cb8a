// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import ValueChains

/// Where people are needed and where capacity is built, in the country that needs most of them.
struct PeopleMap {
  let context: PlanContext
  let outlines: [CountryOutline]

  private static let id = "picture-people"
  private static let labels = 16
  private static let mostRows = 200
  private var wording: Wording { context.wording }

  private struct Spot {
    let site: Int
    let place: Coordinate
    let country: String
    let people: Double
    let builds: Int
  }

  /// nil where no site that needs people or building has a place.
  func picture() -> Picture? {
    let all = spots()
    guard let home = home(all) else { return nil }
    let shown = all.filter { $0.country == home }
    let frame = MapLand.frame(shown.map(\.place), outlines)
    let view = MapView(.around(frame), fitting: frame, width: 760)
    var content = [
      Markup.element(
        "clipPath", ["id": "\(Self.id)-frame"],
        .element("rect", ["width": svg(view.width), "height": svg(view.height)])),
      Shape.rect(0, 0, view.width, view.height, "sea"),
      .element(
        "g", ["clip-path": "url(#\(Self.id)-frame)"],
        MapLand(outlines: outlines, view: view, places: shown.map(\.place)).markup()),
    ]
    content += marks(shown, view)
    content.append(Shape.rect(0.5, 0.5, view.width - 1, view.height - 1, "frame"))
    let place = home.isEmpty ? "" : ": \(wording.country(home))"
    return Picture(
      id: Self.id,
      title: wording.say(
        de: "Wo Personen gebraucht werden und wo gebaut wird\(place)",
        en: "Where people are needed and where capacity is built\(place)"),
      summary: all.prefix(6).map {
        "\(context.names.plain(.sites, $0.site)): \(context.people($0.people))"
      }.joined(separator: "; "), width: view.width, height: view.height, content: content,
      key: key(shown, outside: all.count - shown.count), table: table(all))
  }

  // MARK: Sites

  /// Sites with a place, those that need most people first.
  private func spots() -> [Spot] {
    let sites = context.chain[.sites]
    var people: [Int: Double] = [:]
    for site in context.schedule?.workforce ?? [] { people[site.site] = site.needed.max() }
    var builds: [Int: Int] = [:]
    for option in context.options {
      if let site = site(of: option) { builds[site, default: 0] += 1 }
    }
    return (0..<sites.count).compactMap { site -> Spot? in
      guard let latitude = sites.number(.latitude, site),
        let longitude = sites.number(.longitude, site),
        (people[site] ?? 0) > 0 || builds[site] != nil
      else { return nil }
      return Spot(
        site: site, place: Coordinate(longitude: longitude, latitude: latitude),
        country: sites.text(.country, site).uppercased(), people: people[site] ?? 0,
        builds: builds[site] ?? 0)
    }.sorted { ($1.people, $0.site) < ($0.people, $1.site) }
  }

  /// Where an option is built: at its line, where its supply arrives or where its link begins.
  private func site(of option: PlannedOption) -> Int? {
    let network = context.network
    let target = context.chain[.options].text(.target, option.build.row)
    let site: Int32?
    switch option.kind {
    case .line, .conversion:
      site = context.names.row(.lines, target).map { network.lines.site[$0] }
    case .link: site = context.names.row(.links, target).map { network.links.from[$0] }
    case .supplier:
      site = context.names.row(.supplies, target).flatMap { supply in
        let pair = network.supplies.pair[supply]
        return pair >= 0 ? network.pairs.site[Int(pair)] : nil
      }
    }
    return site.flatMap { $0 >= 0 ? Int($0) : nil }
  }

  private func home(_ spots: [Spot]) -> String? {
    var people: [String: Double] = [:]
    for spot in spots { people[spot.country, default: 0] += spot.people }
    return people.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  // MARK: Signs

  private func marks(_ spots: [Spot], _ view: MapView) -> [Markup] {
    let most = max(spots.map(\.people).max() ?? 0, 1)
    func radius(_ spot: Spot) -> Double { 3 + 15 * (spot.people / most).squareRoot() }
    var labels = LabelPlaces(view)
    var parts: [Markup] = []
    for spot in spots {
      let point = view.point(spot.place)
      parts.append(Shape.circle(point.x, point.y, radius(spot), "people"))
      if spots.count < 200 { labels.block(point, min(radius(spot), 6)) }
    }
    for spot in spots where spot.builds > 0 {
      let point = view.point(spot.place)
      parts.append(diamond(point.x, point.y))
    }
    let named = spots.filter { $0.builds > 0 } + spots.filter { $0.builds == 0 }
    for spot in named.prefix(Self.labels) {
      let point = view.point(spot.place)
      let name = Shape.fitted(context.names.plain(.sites, spot.site), 170, size: 11.5)
      let width = Shape.width(name, size: 11.5)
      guard let at = labels.place(beside: point, radius(spot), width: width) else { continue }
      parts.append(Shape.text(name, at.x, at.y, "place", anchor: at.anchor))
    }
    return parts
  }

  private func diamond(_ x: Double, _ y: Double) -> Markup {
    Shape.path("M\(svg(x)) \(svg(y - 6))l6 6l-6 6l-6 -6z", "built")
  }

  private func key(_ shown: [Spot], outside: Int) -> [(sign: Markup, meaning: String)] {
    let most = context.people(shown.map(\.people).max() ?? 0)
    var key: [(sign: Markup, meaning: String)] = [
      (
        Shape.circle(7, 7, 3, "people") + Shape.circle(19, 7, 6.5, "people"),
        wording.say(
          de: "Personen in der Spitze; der größte Kreis: \(most)",
          en: "people at the peak; the largest circle: \(most)")
      )
    ]
    if shown.contains(where: { $0.builds > 0 }) {
      key.append((diamond(13, 7), wording.say(de: "hier wird gebaut", en: "built here")))
    }
    if outside > 0 {
      let count = wording.count(outside)
      key.append(
        (
          .empty,
          wording.say(
            de: "in anderen Ländern: \(count), siehe Tabelle",
            en: "in other countries: \(count), see the table")
        ))
    }
    return key
  }

  private func table(_ spots: [Spot]) -> DataTable {
    DataTable(
      caption: wording.say(
        de: "Standorte mit Bedarf an Personen oder Ausbau",
        en: "Sites that need people or building"),
      columns: [
        .text(wording.say(de: "Standort", en: "Site")),
        .text(wording.say(de: "Land", en: "Country")),
        .text(wording.say(de: "Region", en: "Region")),
        .number(wording.say(de: "Personen in der Spitze", en: "People at the peak")),
        .number(wording.say(de: "Ausbauten", en: "Build-ups")),
      ],
      rows: spots.prefix(Self.mostRows).map { spot in
        let region = context.regions.given(spot.site)
        return [
          context.names.cell(.sites, spot.site),
          .text(spot.country.isEmpty ? "–" : wording.country(spot.country)),
          .text(region.isEmpty ? "–" : region),
          .text(wording.number(spot.people, spot.people < 10 ? 1 : 0)),
          .text(spot.builds > 0 ? wording.count(spot.builds) : "–"),
        ]
      }, total: spots.count)
  }
}
