// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing

@testable import ReferenceLibrary

@Suite struct OverlayTests {
  let builtIn: ReferenceLibrary

  init() throws { builtIn = try BuiltInLibrary.get() }

  private func overlaid(_ files: [String: String]) throws -> ReferenceLibrary {
    let folder = try TemporaryLibrary(files)
    return try builtIn.overlaid(with: folder.path)
  }

  // MARK: Errors

  @Test func aMissingFolderIsNamed() {
    #expect(throws: LibraryError.noSuchFolder(path: "/no/such/folder")) {
      try builtIn.overlaid(with: "/no/such/folder")
    }
    #expect(throws: LibraryError.notAFolder(path: #filePath)) {
      try builtIn.overlaid(with: #filePath)
    }
  }

  @Test func aFolderOfOtherThingsIsNoLibrary() throws {
    let folder = try TemporaryLibrary(["holiday.csv": "a,b\n1,2\n"])
    #expect(throws: LibraryError.nothingKnown(path: folder.path)) {
      try builtIn.overlaid(with: folder.path)
    }
  }

  @Test(arguments: [
    (
      "raw_materials/material_crosswalk.csv", "id;name\n1;2\n",
      LibraryError.columnMissing(
        file: "raw_materials/material_crosswalk.csv", column: "material_id")
    ),
    (
      "transport/ports_searoute.csv",
      "un_locode,port_name,country_iso3,longitude_deg,latitude_deg\nDEHAM,Hamburg,DEU,9.9,north\n",
      .badCell(
        file: "transport/ports_searoute.csv", row: 2, column: "latitude_deg", text: "north")
    ),
    (
      "raw_materials/wgi2022_mean_normalised.csv",
      "country_source,country_iso3,wgi_mean_0_1\nGermany,DEU,85\n",
      .badCell(
        file: "raw_materials/wgi2022_mean_normalised.csv", row: 2, column: "wgi_mean_0_1",
        text: "85")
    ),
    ("sites/x.csv", "\0\0\u{1}PK", .notText(file: "sites/x.csv")),
  ])
  func errorsNameThePlace(file: String, text: String, error: LibraryError) throws {
    #expect(throws: error) { try overlaid([file: text]) }
    #expect(error.message.german.contains(file) && error.message.english.contains(file))
  }

  // MARK: Materials and shares

  private let crosswalk = """
    material_id,name_en,name_de,eu_2024_1252_status,eu_crm2023_material,eu_crm2023_stages,eu_crm2017_material,eu_crm_scores_material,usgs_commodity_id,usgs_stage_types,nace_of_processing_industry
    copper,Copper,Kupfer,strategic_and_critical,Copper,extraction processing,Copper,Copper,coppe,"Mine production, copper | Refinery production, copper",24.44
    unobtainium,Unobtainium,Unobtainium,critical,Unobtainium,extraction,Unobtainium,Unobtainium,,,24.45

    """

  @Test func newMaterialsAppearBesideTheOldOnes() throws {
    let library = try overlaid(["raw_materials/material_crosswalk.csv": crosswalk])
    #expect(library.materials.count == builtIn.materials.count + 1)
    let fresh = try #require(library.material(named: "unobtainium"))
    #expect(fresh.euList == .critical)
    #expect(fresh.importReliance == nil)
    #expect(
      library.shares(of: "copper", view: .world) == builtIn.shares(of: "copper", view: .world))
  }

  @Test func oneStageIsChosenAndTheRestStaysUnknown() throws {
    let library = try overlaid([
      "raw_materials/material_crosswalk.csv": crosswalk,
      "raw_materials/eu_crm2023_global_supply_shares.csv": """
      material,stage,country_source,country_iso3,share_percent,share_flag,trade_parameter_t
      Copper,extraction,Chile,CHL,28,,1
      Copper,processing,China,CHN,38,,1.1
      Copper,processing,Brasil,,"<0.1%",,
      Copper,processing,Japane,,5 %,,
      Copper,processing,Atlantis,,7,,
      Copper,processing,Other countries,,30,,
      Copper,processing,Peru,PER,W,,
      Copper,processing,China,CHN,38,,1.1
      Unobtainium,extraction,Congo (Kinshasa),,9,,
      Strangium,extraction,Turkyie,,50,lt,

      """,
    ])
    let copper = try #require(library.shares(of: "copper", view: .world))
    #expect(copper.stage == "processing")
    #expect(copper.shares.map(\.country) == ["CHN", "JPN", "BRA"])
    #expect(copper.shares[2].isUpperBound && copper.shares[2].range == 0...0.001)
    #expect(abs(copper.unknownRest - 0.57) < 1e-12)
    #expect(copper.provenance == Provenance(source: "EC CRM study 2023", year: 2020))
    let notes = library.notes.map(\.row)
    #expect(notes == [6, 8, 9])
    let fresh = try #require(library.shares(of: "unobtainium", view: .world))
    #expect(fresh.shares.map(\.country) == ["COD"])
    #expect(abs(fresh.unknownRest - 0.91) < 1e-12)
    let strange = try #require(library.material(named: "Strangium"))
    #expect(library.shares(of: strange.id, view: .world)?.unknownRest == 1)
  }

  @Test func theMoreRecentSourceCountsWithinAStage() throws {
    let library = try overlaid([
      "raw_materials/material_crosswalk.csv": crosswalk,
      "raw_materials/eu_crm2023_global_supply_shares.csv": """
      material,stage,country_source,country_iso3,share_percent,share_flag,trade_parameter_t
      Copper,processing,China,CHN,38,,1.1

      """,
      "raw_materials/usgs_mcs2024_country_shares_derived.csv": """
      commodity_id,commodity,stage_type,year,country_source,country_iso3,share_percent,world_basis,rows_sum_over_world
      coppe,copper,"Mine production, copper",2023,Chile,CHL,23,world_total,1
      coppe,copper,"Refinery production, copper",2023,China,CHN,44.4,world_total,1
      coppe,copper,"Smelter production, copper",2023,China,CHN,50,world_total,1

      """,
    ])
    let copper = try #require(library.shares(of: "copper", view: .world))
    #expect(copper.shares.map(\.share) == [0.444])
    #expect(copper.provenance == Provenance(source: "USGS MCS 2024", year: 2023))
  }

  @Test func worldSharesRoundedToWholePercentAreNoSourcing() throws {
    func rows(_ shares: [Double]) -> String {
      let countries = ["China,CHN", "Chile,CHL", "Peru,PER", "Japan,JPN", "Poland,POL"]
      let head = "material,stage,country_source,country_iso3,share_percent,share_flag\n"
      return head + zip(countries, shares).map { "Copper,processing,\($0),\($1),\n" }.joined()
    }
    let library = try overlaid([
      "raw_materials/material_crosswalk.csv": crosswalk,
      "raw_materials/eu_crm2023_global_supply_shares.csv": rows([40.2, 9.6, 8.1, 7.3, 3.4]),
      "raw_materials/eu_crm2023_eu_sourcing_shares.csv": rows([40, 10, 8, 7, 3]),
    ])
    #expect(library.shares(of: "copper", view: .eu) == builtIn.shares(of: "copper", view: .eu))
    #expect(library.shares(of: "copper", view: .world)?.shares.count == 5)
  }

  @Test(arguments: [
    ("12.5", 12.5, false), ("<0.1%", 0.1, true), ("1,234", 1234, false), ("9,5 %", 9.5, false),
    ("1\u{A0}234", 1234, false),
  ])
  func looseNumbersAreRead(text: String, value: Double, isBound: Bool) {
    #expect(LooseNumber(text)?.value == value)
    #expect(LooseNumber(text)?.isUpperBound == isBound)
  }

  @Test(arguments: ["W", "NA", "—", "", "Large", "1e400", "-", "nan"])
  func textIsNoFigure(text: String) {
    #expect(LooseNumber(text) == nil)
  }

  // MARK: Transport

  @Test func routesComeFromADistanceTableWhereThereIsNoNetwork() throws {
    let library = try overlaid([
      "transport/country_main_port_distances_derived.csv": """
      country_iso3,un_locode,port_name,longitude_deg,latitude_deg,deham_base_km,deham_no_suez_km,deham_no_babalmandab_km,deham_no_ormuz_km,nlrtm_base_km,nlrtm_no_suez_km,nlrtm_no_babalmandab_km,nlrtm_no_ormuz_km
      ARE,AEXXX,Elsewhere,55,25,12000,21000,21000,,11500,20500,20500,
      CHE,CHBSL,Basel,7.6,47.5,1,1,1,1,1,1,1,1

      """
    ])
    let routes = library.routes(from: "ARE", to: "DEHAM")
    #expect(routes.map(\.kilometres) == [12_000, 21_000])
    #expect(routes[0].passages == ["ormuz", "babalmandab", "suez"])
    #expect(routes[1].passages == ["ormuz"])
    #expect(Set(routes[1].avoided) == ["babalmandab", "suez"])
    #expect(library.mainPort(of: "CHE") == nil)
  }

  @Test func halfASeaNetworkIsNoted() throws {
    let library = try overlaid([
      "transport/sea_nodes.csv": "node_id,longitude_deg,latitude_deg\n0,1,1\n"
    ])
    #expect(!library.hasSeaNetwork)
    #expect(library.notes.map(\.file) == ["transport/sea_nodes.csv"])
  }

  @Test func anEdgeToNowhereIsAnError() throws {
    #expect(
      throws: LibraryError.badCell(
        file: "transport/sea_edges.csv", row: 2, column: "to_node", text: "7")
    ) {
      try overlaid([
        "transport/sea_nodes.csv": "node_id,longitude_deg,latitude_deg\n0,1,1\n",
        "transport/sea_edges.csv": "from_node,to_node,length_km,passage\n0,7,10,\n",
      ])
    }
  }

  // MARK: Plants

  @Test func installationsBecomePlants() throws {
    let library = try overlaid([
      "sites/register.csv": """
      site_id,country_iso2,account_holder,installation_name,company_register_no,nace_rev2,city,region_state,latitude_deg,longitude_deg,account_status,verified_emissions_2021_tco2e,verified_emissions_2022_tco2e
      DE_1,DE,Stahl AG,Hochofen,HRB 1,24.10,Duisburg,NRW,51.4,6.7,open,100,200
      DE_2,DE,STAHL AG,Walzwerk,HRB 1,24.10,Duisburg ,NRW,51.4,6.7,open,50,
      DE_3,DE,Stahl AG,Altwerk,HRB 1,24.10,Duisburg,NRW,51.4,6.7,closed,70,
      DE_4,DE,Stahl AG,Werk,HRB 1,24.10,Bremen,HB,,,open,,
      DE_5,DE,Alu GmbH,Werk,,24.42,Essen,NRW,51.4,7.0,open,10,20
      DE_6,DE,Panzer GmbH,Werk,,30.40,Essen,NRW,51.4,7.0,open,10,20
      DE_7,DE,Munitionswerk X,Werk,,20.14,Essen,NRW,51.4,7.0,open,10,20
      DE_8,DE,Feuerwehr,Kessel,,,Essen,NRW,91,7.0,open,10,20

      """,
      "sites/other.csv.gz": "packed",
    ])
    let steel = library.plants(nace: "24.10")
    #expect(steel.map(\.id) == ["DE_1", "DE_4"])
    #expect(steel[0].installations == ["DE_1", "DE_2"])
    #expect(steel[0].activity == 250 && steel[0].activityYear == 2022)
    #expect(steel[1].coordinates == nil && steel[1].activity == nil)
    #expect(library.plants(nace: "24").count == 3)
    #expect(library.plants(nace: "24.10", wholeDivision: true).count == 3)
    #expect(library.plants(nace: "2").isEmpty)
    #expect(library.plants(nace: "24.45").isEmpty)
    #expect(library.register.closedCount == 1)
    #expect(library.register.defenceCount == 2)
    #expect(library.register.plants.first { $0.id == "DE_8" }?.coordinates == nil)
    #expect(library.notes.map(\.file).sorted() == ["sites/other.csv.gz", "sites/register.csv"])
  }
}
