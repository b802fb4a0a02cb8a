// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import TragwerkTesting
import ValueChains

/// Small networks compiled and compared with what a person would write down.
struct CompilingTests {
  static func network(_ package: PackageText) throws -> FlowNetwork {
    let reading = try package.read()
    #expect(!reading.findings.hasErrors)
    return FlowNetwork(reading.chain)
  }

  @Test func millAndYard() throws {
    var package = PackageText.small
    package.tables["stocks"] =
      "site,material,on_hand,in_transit,holding_cost_per_day,maximum\nyard,steel,3,1,0.5,9\n"
    package.tables["arrivals"] =
      "site,material,day,quantity\nyard,steel,2,4\nyard,steel,5,6\nmill,ore,,1\n"
    package.tables["groups"] = "group,per_day\nheat,8\nfree,\n"
    package.tables["group_members"] = "group,line,use\nheat,furnace,\nfree,furnace,0.5\n"
    let network = try Self.network(package)
    #expect(network.findings.isEmpty)
    #expect((network.siteCount, network.materialCount) == (2, 2))

    // mill ore, mill steel, yard steel
    #expect(network.pairs.site == [0, 0, 1])
    #expect(network.pairs.material == [0, 1, 1])
    #expect(network.pairs.onHand == [0, 0, 3])
    #expect(network.pairs.inTransit == [0, 0, 1])
    #expect(network.pairs.arriving == [1, 0, 10])
    #expect(network.pairs.holdingCostPerDay == [0, 0, 0.5])
    #expect(network.pairs.maximum == [.infinity, .infinity, 9])
    #expect(network.pairs.id(site: 1, material: 1) == 2)
    #expect(network.pairs.id(site: 1, material: 0) == nil)
    #expect(network.pairs.id(site: 9, material: 9) == nil)

    #expect(network.lines.site == [0])
    #expect(network.lines.runsPerDay == [10])
    #expect(network.lines.recipe.offsets == [0, 2])
    #expect(network.lines.recipePair == [0, 1])
    #expect(network.lines.recipeQuantity == [-2, 1])

    #expect(network.links.from == [0])
    #expect(network.links.to == [1])
    #expect(network.links.perDay == [5])
    #expect(network.links.carriesEverything == [false])
    #expect(network.links.arcs.offsets == [0, 1])
    #expect(network.arcs.link == [0])
    #expect(network.arcs.from == [1])
    #expect(network.arcs.to == [2])
    #expect(network.arcs.weight == [1])

    #expect(network.supplies.pair == [0])
    #expect(network.supplies.perDay == [30])
    #expect((network.supplies.fromDay, network.supplies.toDay) == ([1], [.infinity]))
    #expect(network.demands.pair == [2])
    #expect(network.demands.steadyRate(0) == 4)
    #expect(network.demands.valuePerUnit == [7])
    #expect(network.groups.perDay == [8, .infinity])
    #expect(network.groups.members.offsets == [0, 1, 2])
    #expect(network.groups.memberLine == [0, 0])
    #expect(network.groups.memberUse == [1, 0.5])
    #expect(network.arrivals.pair == [2, 2, 0])
    #expect(network.arrivals.day == [2, 5, 1])
    #expect(network.arrivals.quantity == [4, 6, 1])
  }

  @Test func rowsThatTakeNoPart() throws {
    var package = PackageText.small
    package.tables["lines"]? += "nowhere,,\n"
    package.tables["recipes"]? += "nowhere,steel,1\n"
    package.tables["links"]? += "half,mill,,steel,\nblank,mill,yard,,\n"
    package.tables["supplies"]? += "loose,,ore,\n"
    package.tables["demands"]? += "loose,yard,,1,1\n"
    let network = try Self.network(package)
    #expect(network.lines.recipe.offsets == [0, 2, 2])
    #expect(network.links.arcs.offsets == [0, 1, 1, 1])
    #expect(network.supplies.pair == [0, -1])
    #expect(network.demands.pair == [2, -1])
    #expect(network.pairs.count == 3)
  }

  @Test func aLinkForEverything() throws {
    var package = PackageText.small
    package.tables["links"] =
      "link,from_site,to_site,material,per_day\nroad,mill,yard,*,5\nback,yard,mill,*,\n"
    package.tables["materials"] = "material,unit,kg_per_unit\nore,kg,\nsteel,kg,2.5\n"
    let network = try Self.network(package)
    // Steel is wanted in the yard; ore is wanted in the mill and might come back from the yard, but
    // has been brought there only by the road, which is of use because of the way back.
    #expect(network.links.carriesEverything == [true, true])
    #expect(network.links.arcs.offsets == [0, 2, 4])
    #expect(network.arcs.link == [0, 0, 1, 1])
    #expect(network.pairs.material.count == 4)
    #expect(network.arcs.weight == [0, 2.5, 0, 2.5])
    // Ore weighs nothing on the link with a capacity, and that is said.
    #expect(network.findings.map(\.code) == [.massUnknown])
    #expect(network.findings.map(\.table) == ["links"])
    #expect(network.findings.map(\.row) == [2])
    #expect(network.findings.map(\.column) == ["per_day"])
    #expect(network.findings[0].message.german.contains("„ore“"))
    #expect(network.findings[0].message.english.contains("“ore”"))
  }

  @Test func aOneWayLinkForEverythingCarriesWhatIsOfUse() throws {
    var package = PackageText.small
    package.tables["links"] = "link,from_site,to_site,material\nroad,mill,yard,*\n"
    let network = try Self.network(package)
    #expect(network.links.arcs.offsets == [0, 1])
    #expect(network.pairs.material[Int(network.arcs.from[0])] == 1)
  }

  @Test func daysOfDemandsAndSupplies() throws {
    var package = PackageText.small
    package.tables["demands"] =
      "demand,site,material,from_day,to_day,per_day,value_per_unit\na,yard,steel,3,5,2,1\nb,yard,steel,,,,1\n"
    let demands = try Self.network(package).demands
    #expect(demands.rate(0, within: 1...2) == 0)
    #expect(demands.rate(0, within: 1...3) == 2)
    #expect(demands.rate(0, within: 5...9) == 2)
    #expect(demands.rate(0, within: 6...9) == 0)
    #expect(demands.steadyRate(0) == 0)
    #expect(demands.perDay[1] == .infinity)
    #expect(demands.steadyRate(1) == 0)
  }
}
