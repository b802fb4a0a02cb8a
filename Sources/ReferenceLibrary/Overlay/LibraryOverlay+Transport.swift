// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization

extension LibraryOverlay {
  /// Passages not known yet; the points of known ones are better than means of their edges.
  mutating func readPassages() throws(LibraryError) {
    guard
      let file = try table(
        "transport/chokepoints.csv", "passage", "name_de", "name_en", "latitude_deg",
        "longitude_deg")
    else { return }
    for row in file.rows where !contents.passages.contains(where: { $0.id == row["passage"] }) {
      contents.passages.append(
        Passage(
          id: try file.text(row, "passage"),
          name: LocalizedText(de: row["name_de"], en: row["name_en"]),
          coordinates: try file.coordinates(row, "latitude_deg", "longitude_deg"),
          provenance: Provenance(source: file.name, year: nil)))
    }
  }

  mutating func readPorts() throws(LibraryError) {
    try readPortList()
    guard
      let file = try table(
        "transport/country_main_port_distances_derived.csv", "country_iso3", "un_locode",
        "port_name", "latitude_deg", "longitude_deg")
    else { return }
    let overland = Set(contents.countries.lazy.filter(\.isOverland).map(\.iso3))
    for row in file.rows {
      let country = try file.text(row, "country_iso3")
      // Landlocked neighbours: the port named lies on a river or an inland sea.
      if overland.contains(country), contents.mainPorts[country] == nil { continue }
      let locode = try file.text(row, "un_locode")
      let port = Port(
        locode: locode, name: row["port_name"], country: country,
        coordinates: try file.coordinates(row, "latitude_deg", "longitude_deg"),
        provenance: Provenance(source: "searoute port list, \(file.name)", year: nil))
      let isKnown = contents.mainPorts[country]?.locode == locode
      if !isKnown { contents.mainPorts[country] = port }
      contents.ports[locode] = contents.ports[locode] ?? port
      for destination in ["DEHAM", "NLRTM"] {
        let key = LibraryContents.RouteKey(country: country, destination: destination)
        if isKnown, contents.routes[key] != nil { continue }
        let routes = try Self.routes(in: row, of: file, to: destination)
        contents.routes[key] = routes.isEmpty ? nil : routes
      }
    }
  }

  /// All ports; of those that stand twice the first row.
  private mutating func readPortList() throws(LibraryError) {
    guard
      let file = try table(
        "transport/ports_searoute.csv", "un_locode", "port_name", "country_iso3", "latitude_deg",
        "longitude_deg")
    else { return }
    var listed: Set<String> = []
    for row in file.rows where listed.insert(try file.text(row, "un_locode")).inserted {
      contents.ports[row["un_locode"]] = Port(
        locode: row["un_locode"], name: row["port_name"], country: row["country_iso3"],
        coordinates: try file.coordinates(row, "latitude_deg", "longitude_deg"),
        provenance: Provenance(source: "searoute port list (UN/LOCODE)", year: 2024))
    }
  }

  /// Routes from the columns of a distance table, which states lengths by closed passage only: a
  /// passage lies on the route where closing it makes the way longer or impossible.
  private static func routes(in row: TableFile.Row, of file: TableFile, to destination: String)
    throws(LibraryError) -> [SeaRoute]
  {
    let prefix = destination.lowercased()
    guard let base = try file.number(row, "\(prefix)_base_km", in: 0...100_000) else { return [] }
    let provenance = Provenance(
      source: "\(file.name) (passages inferred from lengths)", year: nil)
    var detours: [(passage: String, kilometres: Double?)] = []
    for passage in ["ormuz", "malacca", "babalmandab", "suez", "bosporus", "panama"]
    where file.header.contains("\(prefix)_no_\(passage)_km") {
      let length = try file.number(row, "\(prefix)_no_\(passage)_km", in: 0...100_000)
      if length != base { detours.append((passage, length)) }
    }
    var routes = [
      SeaRoute(
        kilometres: base, passages: detours.map(\.passage), avoided: [], provenance: provenance)
    ]
    for detour in detours {
      guard let length = detour.kilometres else { continue }
      let stays = detours.filter { $0.kilometres != length }.map(\.passage)
      routes.append(
        SeaRoute(
          kilometres: length, passages: stays, avoided: [detour.passage], provenance: provenance))
    }
    return SeaRoute.distinct(routes)
  }

  mutating func readSeaNetwork() throws(LibraryError) {
    let nodes = try table(
      "transport/sea_nodes.csv", "node_id", "latitude_deg", "longitude_deg")
    let edges = try table(
      "transport/sea_edges.csv", "from_node", "to_node", "length_km", "passage")
    guard let nodes, let edges else {
      if let lone = nodes ?? edges {
        note(
          lone.name, "Vom Seewegenetz fehlt die andere Hälfte; Routen kommen aus der Tabelle.",
          "The other half of the sea network is missing; routes come from the table.")
      }
      return
    }
    var points: [(id: Int, place: GeoPoint)] = []
    for row in nodes.rows {
      guard let id = Int(row["node_id"]) else { throw nodes.bad(row, "node_id") }
      points.append((id, try nodes.coordinates(row, "latitude_deg", "longitude_deg")))
    }
    points.sort { $0.id < $1.id }
    let places = Dictionary(zip(points.map(\.id), points.indices)) { first, _ in first }
    var links: [SeaRouter.Edge] = []
    for row in edges.rows {
      guard let from = Int(row["from_node"]).flatMap({ places[$0] }) else {
        throw edges.bad(row, "from_node")
      }
      guard let to = Int(row["to_node"]).flatMap({ places[$0] }) else {
        throw edges.bad(row, "to_node")
      }
      links.append(
        SeaRouter.Edge(
          from: from, to: to,
          kilometres: try edges.neededNumber(row, "length_km", in: 0...100_000),
          passage: row["passage"]))
    }
    contents.seaRouter = SeaRouter(
      nodes: points.map(\.place), edges: links,
      provenance: Provenance(source: "Eurostat searoute network, own computation", year: 2026))
  }
}
