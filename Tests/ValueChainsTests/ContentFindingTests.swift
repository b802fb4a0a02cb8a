// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting
import ValueChains

/// Every finding about the content of the tables, one mistake at a time: exactly these findings.
struct ContentFindingTests {
  typealias Case = FormFindingTests.Case

  static let long200 = String(repeating: "k", count: 199) + "ä"
  static let long201 = String(repeating: "k", count: 200) + "ä"

  @Test(arguments: [
    Case(
      "missing key", "demands", "demand,site,material,value_per_unit\n,yard,steel,7\n",
      .init(.keyMissing, "demands", 2, "demand")),
    Case(
      "missing part of a key", "stocks", "site,material,on_hand\nmill,,5\n,ore,5\n",
      .init(.keyMissing, "stocks", 2, "material", key: "mill|"),
      .init(.keyMissing, "stocks", 3, "site", key: "|ore")),
    Case(
      "key of 200 characters", "demands",
      "demand,site,material,value_per_unit\n\(long200),yard,steel,7\n"),
    Case(
      "key of 201 characters", "demands",
      "demand,site,material,value_per_unit\n\(long201),yard,steel,7\n",
      .init(.keyTooLong, "demands", 2, "demand", key: long201)),
    Case(
      "repeated key", "supplies",
      "supply,site,material,per_day\nmine,mill,ore,30\npit,mill,ore,1\nmine,mill,ore,2\nmine,mill,ore,3\n",
      .init(.keyRepeated, "supplies", 4, "supply", key: "mine"),
      .init(.keyRepeated, "supplies", 5, "supply", key: "mine")),
    Case(
      "repeated compound key", "stocks",
      "site,material,on_hand\nmill,ore,1\nyard,steel,1\nmill,ore,2\n",
      .init(.keyRepeated, "stocks", 4, "site", key: "mill|ore")),
    Case(
      "repeated lines, sites and materials are told once", "lines",
      "line,site,runs_per_day\nfurnace,mill,10\nfurnace,mill,10\n,mill,\n",
      .init(.keyRepeated, "lines", 3, "line", key: "furnace"),
      .init(.keyMissing, "lines", 4, "line")),
    Case(
      "repeated day", "budget", "day,cumulative\n1,5\n1.0,7\n",
      .init(.keyRepeated, "budget", 3, "day", key: "1")),
    Case(
      "dangling organisation", "sites", "site,organisation\nmill,nobody\nyard,\n",
      .init(.referenceUnknown, "sites", 2, "organisation", key: "mill")),
    Case(
      "dangling site and material of an arrival", "arrivals",
      "site,material,day,quantity\nmoon,cheese,1,5\n",
      .init(.referenceUnknown, "arrivals", 2, "site", key: "row:2"),
      .init(.referenceUnknown, "arrivals", 2, "material", key: "row:2")),
    Case(
      "keys differ in case", "stocks", "site,material,on_hand\nMill,ore,5\n",
      .init(.referenceUnknown, "stocks", 2, "site", key: "Mill|ore")),
    Case(
      "dangling donor and target", "options",
      "option,kind,target,donor\na,line,road,\nb,link,road,\nc,supplier,mine,\nd,Conversion,mine,furnace\ne,line,furnace,old\n",
      .init(.referenceUnknown, "options", 2, "target", key: "a"),
      .init(.referenceUnknown, "options", 5, "target", key: "d"),
      .init(.referenceUnknown, "options", 6, "donor", key: "e")),
    Case(
      "kind of option", "options", "option,kind,target\na,factory,furnace\n",
      .init(.choiceUnknown, "options", 2, "kind", key: "a")),
    Case(
      "group members", "group_members", "group,line,use\nheat,furnace,\n",
      .init(.referenceUnknown, "group_members", 2, "group", key: "heat|furnace")),
    Case(
      "targets of disruptions", "disruptions",
      "disruption,kind,target\na,site,nowhere\nb,line,furnace\nc,link,rail\nd,supply,mine\ne,organisation,x\nf,material,gold\n",
      .init(.referenceUnknown, "disruptions", 2, "target", key: "row:2"),
      .init(.referenceUnknown, "disruptions", 4, "target", key: "row:4"),
      .init(.referenceUnknown, "disruptions", 6, "target", key: "row:6"),
      .init(.referenceUnknown, "disruptions", 7, "target", key: "row:7")),
    Case(
      "disruptions without effect", "disruptions",
      "disruption,kind,target\na,country,DE\nb,country,FR\nc,passage,suez\nd,sector,24\ne,mode,sea\nf,group,g\ng,region,DE2\n",
      .init(.disruptionWithoutEffect, .warning, "disruptions", 3, "target", key: "row:3"),
      .init(.disruptionWithoutEffect, .warning, "disruptions", 4, "target", key: "row:4"),
      .init(.disruptionWithoutEffect, .warning, "disruptions", 5, "target", key: "row:5"),
      .init(.disruptionWithoutEffect, .warning, "disruptions", 6, "target", key: "row:6"),
      .init(.disruptionWithoutEffect, .warning, "disruptions", 7, "target", key: "row:7"),
      .init(.disruptionWithoutEffect, .warning, "disruptions", 8, "target", key: "row:8")),
    Case(
      "disruptions left open", "disruptions",
      "disruption,kind,target,stock_lost\n,site,mill,\na,,mill,\nb,site,,\nc,asteroid,mill,perhaps\n",
      .init(.keyMissing, "disruptions", 2, "disruption", key: "row:2"),
      .init(.keyMissing, "disruptions", 3, "kind", key: "row:3"),
      .init(.keyMissing, "disruptions", 4, "target", key: "row:4"),
      .init(.choiceUnknown, "disruptions", 5, "kind", key: "row:5"),
      .init(.choiceUnknown, "disruptions", 5, "stock_lost", key: "row:5")),
    Case(
      "line without an output", "lines", "line,site\nfurnace,mill\nidle,yard\n",
      .init(.lineWithoutOutput, "lines", 3, key: "idle")),
    Case(
      "material without a unit", "materials", "material,unit,kg_per_unit\nore,,1\nsteel,kg,1\n",
      .init(.unitMissing, .warning, "materials", 2, "unit", key: "ore")),
    Case(
      "unused material", "materials",
      "material,unit,kg_per_unit\nore,kg,1\nsteel,kg,1\ngold,kg,1\n",
      .init(.materialUnused, .warning, "materials", 4, key: "gold")),
    Case(
      "unusual stage", "materials", "material,unit,stage\nore,kg,raw\nsteel,kg,shiny\n",
      .init(.suggestionUnknown, .warning, "materials", 3, "stage", key: "steel")),
    Case(
      "mass from nothing", "recipes", "line,material,quantity\nfurnace,ore,-2\nfurnace,steel,3\n",
      .init(.massCreated, .warning, "lines", 2, key: "furnace")),
    Case(
      "demand without value", "demands",
      "demand,site,material,value_per_unit\nneed,yard,steel,\nmore,yard,steel,0\n",
      .init(.demandWithoutValue, .warning, "demands", 2, "value_per_unit", key: "need"),
      .init(.demandWithoutValue, .warning, "demands", 3, "value_per_unit", key: "more")),
    Case(
      "demand nothing can serve", "demands",
      "demand,site,material,value_per_unit\nneed,yard,steel,7\nvain,yard,ore,7\n",
      .init(.demandUnserved, .warning, "demands", 3, key: "vain")),
    Case(
      "unreachable site", "sites", "site,name\nmill,Mill\nyard,Yard\nisland,Island\n",
      .init(.siteUnreachable, .warning, "sites", 4, key: "island")),
    Case(
      "provenance of nothing", "provenance",
      "table,key,column,value_kind\nsites,mill,name,fact\nfactories,x,name,fact\nsites,moon,name,fact\nsites,mill,colour,guess\nrecipes,furnace|ore,quantity,\narrivals,row:2,quantity,\n",
      .init(.suggestionUnknown, .warning, "provenance", 3, "table", key: "row:3"),
      .init(.suggestionUnknown, .warning, "provenance", 4, "key", key: "row:4"),
      .init(.suggestionUnknown, .warning, "provenance", 5, "value_kind", key: "row:5"),
      .init(.suggestionUnknown, .warning, "provenance", 5, "column", key: "row:5")),
    Case(
      "a link left open", "links",
      "link,from_site,to_site,material\nroad,mill,yard,steel\nhalf,mill,,steel\n",
      .init(.incomplete, .warning, "links", 3, "to_site", key: "half")),
    Case(
      "every material on a link", "links", "link,from_site,to_site,material\nroad,mill,yard,*\n"),
  ])
  func oneMistake(of test: Case) throws {
    try expect(.small(test.table, test.text), finds: test.expected)
  }

  @Test func aNetworkOfNothingButCycles() throws {
    var package = PackageText.small
    package.tables["supplies"] = nil
    package.tables["recipes"] =
      "line,material,quantity\nfurnace,steel,-1\nfurnace,steel2,1\nback,steel2,-1\nback,steel,1\n"
    package.tables["lines"] = "line,site\nfurnace,mill\nback,mill\n"
    package.tables["materials"] = "material,unit\nsteel,kg\nsteel2,kg\n"
    try expect(
      package,
      finds: [
        .init(.cycleWithoutSupply, .warning, "lines", 2, key: "furnace"),
        .init(.demandUnserved, .warning, "demands", 2, key: "need"),
      ])
    let message = try package.read().findings[0].message
    #expect(message.english.hasSuffix("steel @ mill → steel2 @ mill."))
    #expect(message.german.hasSuffix("steel @ mill → steel2 @ mill."))
  }

  @Test func aCycleFedFromOutsideIsNone() throws {
    var package = PackageText.small
    package.tables["links"]? += "back,yard,mill,steel,\n"
    try expect(package, finds: [])
  }

  @Test func aRoundTripOfLinks() throws {
    var package = PackageText.small
    package.tables["materials"]? += "pallet,piece,20\n"
    package.tables["links"]? += "out,mill,yard,pallet,\nback,yard,mill,pallet,\n"
    try expect(
      package, finds: [.init(.cycleWithoutSupply, .warning, "links", 3, key: "out")])
  }

  @Test func cyclicGroupsOfOrganisationsAreReadable() throws {
    try expect(
      .small("organisations", "organisation,group\na,b\nb,a\nc,c\n"), finds: [])
  }

  /// Not even a demand can be checked where a table of the flow could not be read.
  @Test func demandsWaitForTheWholeNetwork() throws {
    var package = PackageText.small
    package.tables["demands"]? += "vain,yard,ore,1,7\n"
    package.tables["links"] = "from_site,to_site,material\nmill,yard,steel\n"
    try expect(package, finds: [.init(.columnMissing, "links", 1, "link")])
  }
}
