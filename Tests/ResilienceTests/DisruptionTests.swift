// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import Resilience

@Suite struct DisruptionTests {
  private static func chain() -> ValueChain {
    var chain = ValueChain(name: "hits")
    for (key, group, sector) in [
      ("holding", "", ""), ("steel", "holding", "24.10"), ("tubes", "steel", "24.20"),
      ("paint", "", "20.30"),
    ] {
      chain[.organisations].append([
        .organisation: Cell(key), .group: Cell(group), .sector: Cell(sector),
      ])
    }
    for (site, owner, country, region) in [
      ("a", "steel", "DE", "DE21"), ("b", "tubes", "DE", "DEA1"), ("c", "paint", "AT", "AT13"),
    ] {
      chain[.sites].append([
        .site: Cell(site), .organisation: Cell(owner), .country: Cell(country),
        .region: Cell(region), .recoveryDays: site == "a" ? 10 : site == "b" ? 30 : .empty,
      ])
    }
    for material in ["m", "n"] {
      chain[.materials].append([.material: Cell(material), .unit: "t", .kgPerUnit: 1000])
    }
    for (line, site, output, input) in [("la", "a", "m", ""), ("lb", "b", "n", "m")] {
      chain[.lines].append([.line: Cell(line), .site: Cell(site), .recoveryDays: 99])
      chain[.recipes].append([.line: Cell(line), .material: Cell(output), .quantity: 1])
      if !input.isEmpty {
        chain[.recipes].append([.line: Cell(line), .material: Cell(input), .quantity: -1])
      }
    }
    chain[.links].append([
      .link: "ab", .fromSite: "a", .toSite: "b", .material: "*", .mode: "rail", .perDay: 500,
      .passages: "Suez; gibraltar",
    ])
    chain[.links].append([
      .link: "bc", .fromSite: "b", .toSite: "c", .material: "n", .mode: "road",
    ])
    chain[.supplies].append([
      .supply: "e", .site: "a", .material: "m", .country: "AT", .organisation: "paint",
      .region: "AT1", .recoveryDays: 7, .perDay: 3,
    ])
    chain[.stocks].append([.site: "b", .material: "m", .onHand: 5])
    chain[.demands].append([
      .demand: "d", .site: "c", .material: "n", .perDay: 1, .valuePerUnit: 1,
    ])
    return chain
  }

  private let network = FlowNetwork(chain())

  private func hits(_ hits: Disruption.Hit...) -> String {
    let effect = DisruptionResolver(network).resolve(Disruption("x", hits)).effect
    let chain = network.chain
    let lines = effect.lines.map { "\(chain[.lines].key($0.id)):\($0.remaining)" }
    let links = effect.links.map { "\(chain[.links].key($0.id)):\($0.remaining)" }
    let supplies = effect.supplies.map { "\(chain[.supplies].key($0.id)):\($0.remaining)" }
    let arcs = effect.arcs.map { "arc\($0.id):\($0.remaining)" }
    let empty = effect.emptiedSites.map { "empty " + chain[.sites].key($0) }
    let recovery = effect.recoveryDays.map { ["recovery \($0)"] } ?? []
    return (lines + links + supplies + arcs + empty + recovery).joined(separator: ", ")
  }

  @Test func everyKindHitsWhatTheFormatSays() {
    #expect(hits(.init(.line, "la")) == "la:0.0, recovery 99.0")
    #expect(hits(.init(.link, "bc", remaining: 0.5)) == "bc:0.5")
    #expect(hits(.init(.supply, "e")) == "e:0.0, recovery 7.0")
    #expect(hits(.init(.site, "a")) == "la:0.0, ab:0.0, e:0.0, recovery 10.0")
    #expect(
      hits(.init(.site, "b", stockLost: true)) == "lb:0.0, ab:0.0, bc:0.0, empty b, recovery 30.0")
    #expect(hits(.init(.organisation, "paint")) == "bc:0.0, e:0.0, recovery 7.0")
    #expect(
      hits(.init(.group, "holding")) == "la:0.0, lb:0.0, ab:0.0, bc:0.0, e:0.0, recovery 30.0")
    #expect(hits(.init(.group, "steel")) == hits(.init(.group, "holding")), "the parent itself too")
    #expect(hits(.init(.country, "AT")) == "bc:0.0, e:0.0, recovery 7.0")
    #expect(hits(.init(.region, "DE2")) == hits(.init(.site, "a")))
    #expect(hits(.init(.region, "DE")) == hits(.init(.group, "holding")))
    #expect(hits(.init(.sector, "24")) == hits(.init(.group, "holding")))
    #expect(hits(.init(.sector, "24.2")) == "lb:0.0, ab:0.0, bc:0.0, recovery 30.0")
    #expect(hits(.init(.passage, "suez")) == "ab:0.0")
    #expect(hits(.init(.mode, "road")) == "bc:0.0")
    // Of a link that carries everything only this material's part falls.
    #expect(hits(.init(.material, "m")) == "la:0.0, lb:0.0, e:0.0, arc0:0.0")
    #expect(hits(.init(.material, "n")) == "lb:0.0, bc:0.0")
  }

  @Test func theSmallestShareAndTheLongestRecoveryCount() {
    #expect(
      hits(.init(.line, "la", remaining: 0.7, recoveryDays: 3), .init(.site, "a", remaining: 0.2))
        == "la:0.2, ab:0.2, e:0.2, recovery 3.0")
  }

  @Test func partlyHitUnlimitedCapacitiesAreTold() {
    let resolver = DisruptionResolver(network)
    let findings = resolver.resolve(Disruption("x", [.init(.site, "b", remaining: 0.5)])).findings
    #expect(findings.map(\.code) == [.unlimitedStaysUnlimited, .unlimitedStaysUnlimited])
    #expect(findings.map(\.key) == ["lb", "bc"])
    #expect(resolver.resolve(Disruption("x", [.init(.site, "b")])).findings.isEmpty)
  }

  @Test func eachElementIsNamedAfterKindAndKey() {
    #expect(Disruption.each(.site, in: network.chain).map(\.id) == ["site:a", "site:b", "site:c"])
    #expect(
      Disruption.each(.passage, in: network.chain).map(\.id)
        == ["passage:gibraltar", "passage:suez"])
    #expect(
      Disruption.each(.group, in: network.chain).map(\.id) == ["group:holding", "group:steel"])
  }
}
