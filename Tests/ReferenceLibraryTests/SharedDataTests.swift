// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Testing
import TragwerkTesting

@testable import ReferenceLibrary

/// Over the real public data beside the checkout.
@Suite(.enabled(if: SharedFolder.isThere)) struct SharedDataTests {
  static let library = Result {
    try BuiltInLibrary.get().overlaid(with: SharedFolder.path("data") ?? "")
  }

  private let library: ReferenceLibrary
  private let builtIn: ReferenceLibrary

  init() throws {
    library = try Self.library.get()
    builtIn = try BuiltInLibrary.get()
  }

  @Test func seaDistancesAreReproduced() throws {
    let router = try #require(library.seaRouter)
    let file = try TableFile(
      "transport/sea_distances_computed.csv",
      in: URL(fileURLWithPath: SharedFolder.path("data") ?? ""),
      columns: ["scenario", "distance_km"])
    var workspace = SeaRouter.Workspace()
    #expect(file.rows.count == 1880)
    // One search for all rows with the same destination and closures.
    let groups = Dictionary(grouping: file.rows) { [$0["destination_locode"], $0["scenario"]] }
    for (key, rows) in groups {
      let destination = try #require(library.port(key[0]))
      let origins = try rows.map { try #require(library.port($0["origin_locode"])).coordinates }
      let closed = key[1].split(separator: "_").filter { $0 != "no" && $0 != "base" }
      let ways = router.ways(
        from: origins, to: destination.coordinates, closed: Set(closed.map(String.init)),
        workspace: &workspace)
      for (row, way) in zip(rows, ways) {
        if let expected = row.number("distance_km") {
          let found = try #require(way)
          #expect(abs(found.kilometres - expected) <= 0.001 * expected, "row \(row.line)")
          #expect(found.passages.joined(separator: " ") == row["passages_in_order"])
        } else {
          #expect(way == nil, "row \(row.line)")
        }
      }
    }
  }

  @Test func oneSearchGivesTheSameWayAsMany() throws {
    let router = try #require(library.seaRouter)
    let ports = try ["CNSHA", "AEJEA", "USNYC", "BRSSZ"].map { try #require(library.port($0)) }
    let hamburg = try #require(library.port("DEHAM"))
    var workspace = SeaRouter.Workspace()
    let ways = router.ways(
      from: ports.map(\.coordinates), to: hamburg.coordinates, closed: ["suez", "panama"],
      workspace: &workspace)
    for (port, way) in zip(ports, ways) {
      let alone = router.way(
        from: port.coordinates, to: hamburg.coordinates, closed: ["suez", "panama"],
        workspace: &workspace)
      #expect(alone == way)
    }
    #expect(abs((ways[0]?.kilometres ?? 0) / 1.852 - 14_171) < 15)
  }

  @Test func routesOfTheGraphAgreeWithTheTable() {
    for country in builtIn.countries {
      let known = builtIn.routes(from: country.iso3, to: "DEHAM")
      guard !known.isEmpty, builtIn.mainPort(of: country.iso3) == library.mainPort(of: country.iso3)
      else { continue }
      let computed = library.routes(from: country.iso3, to: "DEHAM")
      #expect(computed.count == known.count, "\(country.iso3)")
      for (one, other) in zip(known, computed) {
        #expect(abs(one.kilometres - other.kilometres) < 1)
        #expect(one.passages == other.passages)
      }
    }
  }

  @Test func plantsMatchTheRegister() {
    #expect(library.plants(nace: "24.45").isEmpty)
    let steel = library.plants(nace: "24.10")
    #expect(steel.contains { $0.town == "Duisburg" })
    #expect(steel.flatMap(\.installations).count == 72)
    #expect(library.plants(nace: "24.42").contains { $0.holder.contains("TRIMET") })
    #expect(library.register.closedCount == 694)
    #expect(library.register.defenceCount == 1)
    let installations = library.register.plants.map(\.installations.count).reduce(0, +)
    #expect(installations == 1345)
  }

  /// The rules for choosing a stage lead to what was chosen by hand for the built-in tables.
  @Test func choicesAgreeWithTheBuiltInTables() throws {
    var differences: [String] = []
    for material in builtIn.materials {
      for view in SupplyView.allCases {
        guard let known = builtIn.shares(of: material.id, view: view) else { continue }
        let found = try #require(library.shares(of: material.id, view: view))
        let isSame =
          found.stage == known.stage && found.provenance.year == known.provenance.year
          && found.shares.first?.country == known.shares.first?.country
          && abs((found.shares.first?.share ?? 0) - (known.shares.first?.share ?? 1)) < 0.0001
        if !isSame { differences.append("\(material.id) \(view)") }
      }
    }
    // By hand: usable ore instead of iron content, mines instead of refineries of platinum metals.
    #expect(differences.sorted() == ["iron_ore world", "palladium world", "platinum world"])
  }

  @Test func everyShareIsPlausible() {
    for material in library.materials {
      for view in SupplyView.allCases {
        guard let shares = library.shares(of: material.id, view: view) else { continue }
        let sum = shares.shares.filter { !$0.isUpperBound }.map(\.share).reduce(0, +)
        #expect(sum <= 1.045, "\(material.id) \(view) \(sum)")
        #expect(Set(shares.shares.map(\.country)).count == shares.shares.count)
        #expect(shares.shares.allSatisfy { library.country(iso3: $0.country) != nil })
      }
    }
  }
}
