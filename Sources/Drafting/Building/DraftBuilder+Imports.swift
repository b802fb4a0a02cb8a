// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import ReferenceLibrary
import ValueChains

extension DraftBuilder {
  /// One supply a country with its share of the need and the spare; the unknown rest is one too.
  mutating func addImports(_ material: Material, perDay: Double, _ shares: SupplyShares)
    -> Draft.Summary.Sourcing
  {
    let view =
      shares.view == .eu
      ? "EU sourcing, \(shares.stage)" : "world production, \(shares.stage)"
    let named = shares.shares.filter { !$0.isUpperBound && $0.share > 0 }
    for share in named {
      add(share, material, perDay: perDay, view: view, shares.provenance)
    }
    let rest = shares.unknownRest
    if rest > 1e-9 {
      let key = "\(material.id)-unknown-rest"
      writer.add(
        .supplies, [.supply: key, .site: Self.assemblySite, .material: material.id],
        [
          .perDay: .estimate(
            rest * perDay * (1 + options.spare), source: shares.provenance.source,
            year: shares.provenance.year,
            note: "\(plain(rest * 100)) % nobody is named for (\(view)), plus spare")
        ])
      unknownSupplies.append(key)
      writer.ask(
        .analyst, .supplies, key, .country,
        LocalizedText(
          de:
            "\(Language.german.percent(rest)) der Herkunft von \(material.name.german) sind nicht benannt: Woher kommen sie?",
          en:
            "\(Language.english.percent(rest)) of where \(material.name.english) comes from is not named: where does it come from?"
        ))
    }
    return .imports(countries: named.count, view: view)
  }

  private mutating func add(
    _ share: CountryShare, _ material: Material, perDay: Double, view: String,
    _ provenance: Provenance
  ) {
    let country = library.country(iso3: share.country)
    let code = country?.iso2 ?? share.country
    let site = origin(of: share.country, country)
    let key = "\(material.id)-\(code)"
    writer.add(
      .supplies,
      [.supply: key, .site: site, .material: material.id, .country: code],
      [
        .perDay: .estimate(
          share.share * perDay * (1 + options.spare), source: provenance.source,
          year: provenance.year,
          note:
            "\(plain(share.share * 100)) % (\(view)) of the need, plus \(plain(options.spare * 100)) % spare"
        )
      ])
    countriesUsed.insert(code)
    if site == Self.assemblySite {
      writer.ask(
        .analyst, .supplies, key, .site,
        LocalizedText(
          de: "Auf welchem Weg kommt \(material.name.german) aus \(country?.name.german ?? code)?",
          en:
            "By which way does \(material.name.english) come from \(country?.name.english ?? code)?"
        ))
    }
  }

  /// The site where a country's goods start, with its ways to the assembler; the assembler itself
  /// where no way is known.
  private mutating func origin(of iso3: String, _ country: Country?) -> String {
    if let known = originSites[iso3] { return known }
    let site: String
    if let country, country.isOverland || country.iso2 == Self.home,
      let place = country.coordinates
    {
      site = overlandSite(country, place)
    } else if let port = library.mainPort(of: iso3), let sea = seaSite(port, country) {
      site = sea
    } else if let country, let place = country.coordinates {
      site = overlandSite(country, place)
    } else {
      site = Self.assemblySite
    }
    originSites[iso3] = site
    return site
  }

  private mutating func overlandSite(_ country: Country, _ place: GeoPoint) -> String {
    let site = "country-\(country.iso2)"
    writer.add(
      .sites, [.site: site, .name: named(country.name), .country: country.iso2],
      [
        .latitude: .fact(place.latitude, country.provenance, note: "a central point"),
        .longitude: .fact(place.longitude, country.provenance, note: "a central point"),
      ])
    addWay(from: site, landLeg(from: place))
    return site
  }

  private mutating func addWay(
    from site: String, _ leg: (kilometres: Double, figure: DraftWriter.Figure)
  ) {
    writer.add(
      .links,
      [
        .link: "\(site)>\(Self.assemblySite)", .fromSite: site, .toSite: Self.assemblySite,
        .material: "*", .mode: leg.kilometres > 1500 ? "rail" : "road",
      ], [.leadDays: leg.figure])
  }

  // MARK: By sea

  /// A country's main port with its routes to the nearer gateway: the shortest, and the way round
  /// each of its passages. Nil where no route is known.
  private mutating func seaSite(_ port: Port, _ country: Country?) -> String? {
    let choices = Self.gateways.compactMap { locode -> (gateway: Port, routes: [SeaRoute])? in
      guard let gateway = library.port(locode) else { return nil }
      let routes = library.routes(from: port.locode, to: locode)
      return routes.isEmpty ? nil : (gateway, routes)
    }
    func days(_ choice: (gateway: Port, routes: [SeaRoute])) -> Double {
      seaDays(choice.routes[0].kilometres) + landLeg(from: choice.gateway.coordinates).figure.value
    }
    guard let best = choices.min(by: { days($0) < days($1) }) else { return nil }
    let site = "port-\(port.locode)"
    if !writer.has(.sites, site) {
      addPort(site, port)
      let end = "port-\(best.gateway.locode)"
      if !writer.has(.sites, end) {
        addPort(end, best.gateway)
        addWay(from: end, landLeg(from: best.gateway.coordinates))
      }
      for route in best.routes where site != end { add(route, from: site, to: end) }
    }
    return site
  }

  private mutating func addPort(_ site: String, _ port: Port) {
    let country = library.country(iso3: port.country)?.iso2 ?? ""
    writer.add(
      .sites,
      [
        .site: site,
        .name: named(LocalizedText(de: "Hafen \(port.name)", en: "Port of \(port.name)")),
        .country: country,
      ],
      [
        .latitude: .fact(port.coordinates.latitude, port.provenance),
        .longitude: .fact(port.coordinates.longitude, port.provenance),
      ])
  }

  private mutating func add(_ route: SeaRoute, from site: String, to end: String) {
    let round = route.avoided.isEmpty ? "" : "-round-\(route.avoided.joined(separator: "-"))"
    let why = route.avoided.isEmpty ? "shortest" : "round \(route.avoided.joined(separator: ", "))"
    writer.add(
      .links,
      [
        .link: "\(site)>\(end)\(round)", .fromSite: site, .toSite: end, .material: "*",
        .mode: "sea", .passages: route.passages.joined(separator: ";"),
      ],
      [
        .leadDays: .estimate(
          seaDays(route.kilometres), source: route.provenance.source, year: route.provenance.year,
          note:
            "\(plain(route.kilometres.rounded())) km (\(why)) at \(plain(options.knots)) knots, plus \(plain(options.portDays)) days in port"
        )
      ])
    if route.avoided.isEmpty { passagesUsed.formUnion(route.passages) }
  }

  /// A knot is 1.852 km an hour.
  private func seaDays(_ kilometres: Double) -> Double {
    kilometres / (options.knots * 1.852 * 24) + options.portDays
  }
}
