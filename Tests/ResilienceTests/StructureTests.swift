// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import Resilience

@Suite struct StructureTests {
  /// product ← 2 part ← 3 ore each, and 1 ore directly; half the ore from CN, half from AU.
  static func chain() -> ValueChain {
    var chain = ValueChain(name: "structure")
    for (site, country) in [("mine", "AU"), ("works", "DE"), ("port", "")] {
      chain[.sites].append([.site: Cell(site), .country: Cell(country), .organisation: "o"])
    }
    chain[.organisations].append([.organisation: "o", .group: "holding"])
    chain[.organisations].append([.organisation: "holding", .group: "Family"])
    for material in ["product", "part", "ore", "spare"] {
      chain[.materials].append([.material: Cell(material), .unit: "kg"])
    }
    for (line, site) in [("assemble", "works"), ("make", "works"), ("dig", "mine")] {
      chain[.lines].append([.line: Cell(line), .site: Cell(site), .runsPerDay: 60])
    }
    for (line, material, quantity) in [
      ("assemble", "product", 1.0), ("assemble", "part", -2), ("assemble", "ore", -1),
      ("make", "part", 1), ("make", "ore", -3), ("dig", "ore", 1),
    ] {
      chain[.recipes].append([
        .line: Cell(line), .material: Cell(material), .quantity: .number(quantity),
      ])
    }
    chain[.supplies].append([
      .supply: "import", .site: "port", .material: "ore", .perDay: 60, .country: "CN",
    ])
    chain[.links].append([
      .link: "sea", .fromSite: "port", .toSite: "works", .material: "ore", .leadDays: 30,
      .passages: "suez;gibraltar",
    ])
    chain[.links].append([
      .link: "round", .fromSite: "port", .toSite: "works", .material: "ore", .leadDays: 40,
      .passages: "south_africa",
    ])
    chain[.links].append([
      .link: "rail", .fromSite: "mine", .toSite: "works", .material: "ore", .leadDays: 3,
    ])
    chain[.demands].append([
      .demand: "d", .site: "works", .material: "product", .perDay: 2, .valuePerUnit: 1,
    ])
    return chain
  }

  private func structure(_ chain: ValueChain) -> [String: MaterialStructure] {
    Dictionary(
      uniqueKeysWithValues: MaterialStructure.all(FlowNetwork(chain)).map { ($0.material, $0) })
  }

  @Test func tiersAndRequirementsByHand() {
    let structure = structure(Self.chain())
    #expect(structure["product"]?.tier == 0)
    #expect(structure["part"]?.tier == 1)
    #expect(structure["ore"]?.tier == 2, "the longest way counts")
    #expect(structure["spare"]?.tier == nil)
    #expect(structure["part"]?.perUnitOfProduct == 2)
    #expect(structure["ore"]?.perUnitOfProduct == 7)
    #expect(structure["spare"]?.perUnitOfProduct == nil)
  }

  @Test func concentrationByHand() {
    let ore = structure(Self.chain())["ore"]
    #expect(ore?.sources == 2)
    #expect(ore?.hhiCountry == 0.5, "half CN, half AU")
    // The import has no organisation: it counts as different from the mine's group.
    #expect(ore?.hhiGroup == 0.5)
    // Only the import comes through passages, on its quickest way.
    #expect(ore?.hhiPassage == 0.25)
    #expect(ore?.unknownCountryShare == 0)
  }

  @Test func sharesAreEqualWhereACapacityIsMissing() {
    var chain = Self.chain()
    chain[.supplies].append([.supply: "other", .site: "port", .material: "ore"])
    let ore = structure(chain)["ore"]
    #expect(ore.map { abs(($0.hhiCountry ?? 0) - 3.0 / 9) < 1e-12 } == true)
    #expect(ore.map { abs($0.unknownCountryShare - 1.0 / 3) < 1e-12 } == true)
  }

  /// 1 part needs 0.2 of itself back: 1 / (1 − 0.2) = 1.25 must be made for each that leaves.
  @Test func cyclesSettle() {
    var chain = Self.chain()
    chain[.recipes].append([.line: "make", .material: "product", .quantity: -0.1])
    let structure = structure(chain)
    // product = 1 + 0.1 × part, part = 2 × product → product = 1.25, part = 2.5.
    #expect(abs((structure["product"]?.perUnitOfProduct ?? 0) - 1.25) < 1e-9)
    #expect(abs((structure["part"]?.perUnitOfProduct ?? 0) - 2.5) < 1e-9)
    #expect(abs((structure["ore"]?.perUnitOfProduct ?? 0) - 8.75) < 1e-9)
  }

  @Test func cyclesThatNeedMoreThanTheyMakeHaveNoFigure() {
    var chain = Self.chain()
    chain[.recipes].append([.line: "make", .material: "product", .quantity: -1])
    #expect(structure(chain)["product"]?.perUnitOfProduct == nil)
  }
}
