// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting
import ValueChains

/// One package with a mistake of every kind: all of them are told at once, in reading order.
struct BrokenPackageTests {
  static let package: PackageText = {
    var package = PackageText([
      "organisations": "organisation,country\nacme,DE\nacme,FR\n",
      "sites": """
      site,name,organisation,latitude,colour
      mill,Mill,acme,52,red
      yard,"Yard
      by the river",nobody,152,
      island,Island,,50,
      ,Nowhere,,50,
      yard,Again,,50,

      """,
      "materials": """
      material,unit,stage,kg_per_unit
      ore,,raw,1
      steel,kg,shiny,1
      gold,kg,raw,1
      a,kg,,
      b,kg,,

      """,
      "lines": """
      line,site,runs_per_day
      furnace,mill,many
      idle,yard,1
      round,mill,1
      back,mill,1

      """,
      "recipes": """
      line,material,quantity
      furnace,ore,-2
      furnace,steel,3
      round,a,-1
      round,b,1
      back,b,-1
      back,a,1
      furnace,steel

      """,
      "links": """
      link,from_site,to_site,material,lead_days,lead_days
      road,mill,yard,steel,-1,
      rail,mill,moon,cheese,1,
      half,mill,,steel,1,

      """,
      "supplies":
        "supply;site;material;per_day;cost_per_unit\nmine;mill;ore;12.345;1,5\nmine2;mill;ore;inf;\n",
      "demands": """
      demand,site,material,per_day,value_per_unit
      need,yard,steel,4,7
      vain,yard,gold,1,7
      gift,yard,steel,1,

      """,
      "options": "option,kind,target\nmore,line,smelter\nodd,factory,furnace\n",
      "disruptions": """
      disruption,kind,target,remaining
      stop,site,nowhere,0
      stop,country,XX,2
      stop,meteor,mill,0

      """,
      "provenance": "table,key,column\nsites,mill,colour\nfactories,,\n",
      "questions": "question,table,key,role\nq1,sites,moon,king\n",
    ])
    package.paths = (package.tables.keys.sorted() + ["budget"]).map { ($0, "\($0).csv") }
    package.tables["groups"] = "group\nheat\n"
    return package
  }()

  @Test func everythingIsToldAtOnce() throws {
    try expect(
      Self.package,
      finds: [
        .init(.keyRepeated, "organisations", 3, "organisation", key: "acme"),
        .init(.columnUnknown, .warning, "sites", 1, "colour"),
        .init(.outOfRange, "sites", 3, "latitude"),
        .init(.referenceUnknown, "sites", 3, "organisation", key: "yard"),
        .init(.siteUnreachable, .warning, "sites", 5, key: "island"),
        .init(.keyMissing, "sites", 6, "site"),
        .init(.keyRepeated, "sites", 7, "site", key: "yard"),
        .init(.unitMissing, .warning, "materials", 2, "unit", key: "ore"),
        .init(.suggestionUnknown, .warning, "materials", 3, "stage", key: "steel"),
        .init(.numberInvalid, "lines", 2, "runs_per_day"),
        .init(.lineWithoutOutput, "lines", 3, key: "idle"),
        .init(.cycleWithoutSupply, .warning, "lines", 4, key: "round"),
        .init(.cellCount, "recipes", 8),
        .init(.keyRepeated, "recipes", 8, "line", key: "furnace|steel"),
        .init(.columnRepeated, "links", 1, "lead_days"),
        .init(.outOfRange, "links", 2, "lead_days"),
        .init(.referenceUnknown, "links", 3, "to_site", key: "rail"),
        .init(.referenceUnknown, "links", 3, "material", key: "rail"),
        .init(.incomplete, .warning, "links", 4, "to_site", key: "half"),
        .init(.numberAmbiguous, "supplies", 2, "per_day"),
        .init(.numberNotFinite, "supplies", 3, "per_day"),
        .init(.demandUnserved, .warning, "demands", 3, key: "vain"),
        .init(.demandWithoutValue, .warning, "demands", 4, "value_per_unit", key: "gift"),
        .init(.tableNotListed, .warning, "groups"),
        .init(.referenceUnknown, "options", 2, "target", key: "more"),
        .init(.choiceUnknown, "options", 3, "kind", key: "odd"),
        .init(.tableMissing, "budget"),
        .init(.referenceUnknown, "disruptions", 2, "target", key: "row:2"),
        .init(.outOfRange, "disruptions", 3, "remaining"),
        .init(.disruptionWithoutEffect, .warning, "disruptions", 3, "target", key: "row:3"),
        .init(.choiceUnknown, "disruptions", 4, "kind", key: "row:4"),
        .init(.suggestionUnknown, .warning, "provenance", 2, "column", key: "row:2"),
        .init(.suggestionUnknown, .warning, "provenance", 3, "table", key: "row:3"),
        .init(.suggestionUnknown, .warning, "questions", 2, "role", key: "q1"),
        .init(.suggestionUnknown, .warning, "questions", 2, "key", key: "q1"),
      ])
  }

  @Test func theSameInEveryRun() throws {
    #expect(try Self.package.read().findings == Self.package.read().findings)
  }

  @Test func hundredsOfFindingsAreAllTold() throws {
    let rows = (0..<500).map { "l\($0),mill,nowhere\($0),steel,-1\n" }.joined()
    let reading = try PackageText.small(
      "links", "link,from_site,to_site,material,lead_days\nroad,mill,yard,steel,1\n" + rows
    ).read()
    #expect(reading.findings.count == 1000)
    #expect(reading.findings.map(\.row) == (3...502).flatMap { [$0, $0] })
  }
}
