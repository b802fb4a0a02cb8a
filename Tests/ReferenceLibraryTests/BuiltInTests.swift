// SPDX-License-Identifier: Apache-2.0
import Localization
import ReferenceLibrary
import Testing

@Suite struct BuiltInTests {
  let library: ReferenceLibrary

  init() throws { library = try BuiltInLibrary.get() }

  @Test func everyRowHasASource() {
    #expect(library.materials.count == 74)
    #expect(library.countries.count == 225)
    #expect(library.passages.count == 13)
    #expect(library.words.count == 1890)
    #expect(library.materials.allSatisfy { !$0.provenance.source.isEmpty })
    #expect(library.materials.allSatisfy { $0.provenance.year != nil })
    #expect(library.countries.allSatisfy { $0.provenance.year != nil && $0.coordinates != nil })
    #expect(library.notes.isEmpty)
    #expect(!library.hasSeaNetwork)
    #expect(library.register.files.isEmpty)
  }

  @Test(arguments: [
    ("copper", "copper"), ("Kupfer", "copper"), ("Cu", "copper"), ("aluminum", "aluminium"),
    ("Bauxit", "aluminium"), ("titanium metal", "titanium_metal"), ("Titan", "titanium_metal"),
    ("SCHWERSPAT", "baryte"), ("In", "indium"), ("ree neodymium", "ree_neodymium"),
  ])
  func materialsAreFoundByTheirNames(name: String, id: String) {
    #expect(library.material(named: name)?.id == id)
  }

  @Test func symbolsCountAsTheyAreWritten() {
    #expect(library.material(named: "in") == nil)
    #expect(library.material(named: "unobtainium") == nil)
    #expect(library.material("unobtainium") == nil)
  }

  @Test func alloysConsistOfKnownMaterials() throws {
    let steel = try #require(library.alloy(named: "V2A"))
    #expect(steel.id == "stainless_steel")
    #expect(steel.constituents.map(\.material).contains("chromium"))
    for alloy in library.alloys {
      #expect(alloy.constituents.allSatisfy { library.material($0.material) != nil })
      let sum = alloy.constituents.map(\.likely).reduce(0, +)
      #expect(sum > 0.95 && sum < 1.001)
    }
  }

  @Test func sharesKeepTheirUnknownRest() throws {
    let sourcing = try #require(library.shares(of: "titanium_metal", view: .eu))
    #expect(sourcing.shares.prefix(3).map(\.country) == ["KAZ", "RUS", "CHN"])
    #expect(sourcing.shares[0].share == 0.36)
    let tungsten = try #require(library.shares(of: "tungsten", view: .eu))
    #expect(abs(tungsten.unknownRest - (1 - tungsten.shares.map(\.share).reduce(0, +))) < 1e-9)
    #expect(tungsten.unknownRest > 0.05)
    #expect(library.shares(of: "zinc", view: .world) == nil)
  }

  @Test func countriesAreFoundByCodeAndName() {
    #expect(library.country(iso2: "DE")?.name.german == "Deutschland")
    for name in ["Turkyie", "Türkei", "TUR", "tr"] {
      #expect(library.country(named: name)?.iso3 == "TUR", "\(name)")
    }
    #expect(library.country(named: "United\u{A0}States")?.iso3 == "USA")
    #expect(library.country(named: "Japane")?.iso3 == "JPN")
    #expect(library.country(named: "Congo (Kinshasa)")?.iso3 == "COD")
    #expect(library.country(named: "Congo, D.R.")?.iso3 == "COD")
    #expect(library.country(named: "Other countries") == nil)
  }

  @Test func governanceAndPorts() throws {
    let china = try #require(library.governance(of: "CHN"))
    #expect((0.2...0.6).contains(china.value))
    #expect(library.mainPort(of: "DEU")?.locode == "DEHAM")
    #expect(library.mainPort(of: "CHE") == nil)
    #expect(library.country(iso3: "KAZ")?.isOverland == true)
  }

  @Test func routesNameTheirDetours() throws {
    let routes = library.routes(from: "CHN", to: "DEHAM")
    #expect(routes.map(\.kilometres) == [19_897, 20_951, 25_613])
    #expect(routes[0].passages == ["malacca", "babalmandab", "suez", "gibraltar"])
    #expect(routes[0].avoided.isEmpty)
    #expect(routes[2].avoided == ["babalmandab", "gibraltar", "suez"])
    #expect(routes[2].passages == ["panama"])
    #expect(routes[1].avoided == ["malacca"])
    #expect(library.routes(from: "CNNGB", to: "DEHAM") == routes)
    #expect(library.routes(from: "CHE", to: "DEHAM").isEmpty)
    let gulf = library.routes(from: "ARE", to: "NLRTM")
    #expect(gulf.allSatisfy { !$0.avoided.contains("ormuz") })
  }

  @Test func bridgesAreCandidatesWithANote() {
    let magnets = library.bridges(of: "motor_pump_fan")
    #expect(magnets.contains { $0.material == "ree_neodymium" && $0.kind == .typical })
    #expect(library.bridges.allSatisfy { !$0.note.german.isEmpty && !$0.note.english.isEmpty })
    #expect(library.bridges.allSatisfy { library.material($0.material) != nil })
  }
}
