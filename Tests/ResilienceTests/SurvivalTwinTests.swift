// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import TragwerkTesting
import ValueChains

@testable import Resilience

/// Netting, program and the obvious program give the same numbers on random chains.
@Suite struct SurvivalTwinTests {
  static let horizon = 500.0

  static func disruptions(_ chain: ValueChain, seed: Int) -> [Disruption] {
    var generator = SeededGenerator(seed: UInt64(seed + 77_000))
    let kinds: [Disruption.Kind] = [.site, .line, .link, .supply, .material, .country, .passage]
    return kinds.flatMap { Disruption.each($0, in: chain) }.map { disruption in
      let shares: [Double] = [0, 0, 0, 0.5]
      let remaining = shares.randomElement(using: &generator) ?? 0
      let isLost = Bool.random(using: &generator)
      return Disruption(
        disruption.id,
        disruption.hits.map {
          Disruption.Hit($0.kind, $0.target, remaining: remaining, stockLost: isLost)
        })
    }
  }

  private func close(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))
  }

  private func compare(seed: Int, _ shape: RandomChains.Shape) throws -> Bool {
    let chain = RandomChains.make(seed: seed, shape)
    #expect(!chain.findings().hasErrors)
    let network = FlowNetwork(chain)
    let needed = NeededNetwork(network)
    let disruptions = Self.disruptions(chain, seed: seed)
    let resolver = DisruptionResolver(network)
    let effects = disruptions.map { resolver.resolve($0).effect }
    let automatic = try SurvivalModel(
      needed, effects, horizon: Self.horizon, isCancelled: { false })
    let program = try SurvivalModel(
      needed, effects, horizon: Self.horizon, method: .programOnly, isCancelled: { false })
    let arcs = (0..<network.arcs.count).map { arc in
      (
        link: Int(network.arcs.link[arc]),
        material: Int(network.pairs.material[Int(network.arcs.from[arc])])
      )
    }
    let undisturbed = try ObviousProgram(chain, DisruptionEffect(), arcs: arcs).solve(
      days: nil, horizon: Self.horizon)
    #expect(close(automatic.undisturbed(), undisturbed), "seed \(seed), undisturbed")
    let names = disruptions.map(\.id)
    func days(_ model: SurvivalModel) throws -> [Double] {
      let netted = model.nettedDays(effects)
      let solved = try model.programDays(
        effects[...], names: names[...], isCancelled: { false }, progress: {})
      return zip(netted, solved).map(min)
    }
    let (byParts, byProgram) = (try days(automatic), try days(program))
    for at in effects.indices {
      let twin = try ObviousProgram(chain, effects[at], arcs: arcs).solve(
        days: nil, horizon: Self.horizon)
      #expect(close(byParts[at], twin), "seed \(seed), \(names[at]): \(byParts[at]) \(twin)")
      #expect(close(byProgram[at], twin), "seed \(seed), \(names[at]): \(byProgram[at]) \(twin)")
    }
    return !automatic.usesPrograms
  }

  @Test func nettingWithoutChoice() throws {
    var netted = 0
    for seed in 0..<60 where try compare(seed: seed, .init(hasChoice: false)) { netted += 1 }
    #expect(netted > 30, "Most chains without choice are netted, else this tests nothing")
  }

  @Test func programsWithChoice() throws {
    for seed in 100..<150 { _ = try compare(seed: seed, .init()) }
  }

  @Test func linksThatCarryEverything() throws {
    for seed in 200..<240 { _ = try compare(seed: seed, .init(hasStarLinks: true)) }
  }

  @Test func lossesAgainstTheObviousProgram() throws {
    for seed in 300..<340 {
      let chain = RandomChains.make(seed: seed, .init(hasStarLinks: seed.isMultiple(of: 2)))
      let network = FlowNetwork(chain)
      let needed = NeededNetwork(network)
      let resolver = DisruptionResolver(network)
      let disruptions = Self.disruptions(chain, seed: seed)
      let effects = disruptions.map { resolver.resolve($0).effect }
      let program = RecoveryProgram(needed, ReferenceRates(needed), effects)
      var solver = try program.makeSolver { false }
      let basis = try program.undisturbed(&solver, days: 30)
      let arcs = (0..<network.arcs.count).map { arc in
        (
          link: Int(network.arcs.link[arc]),
          material: Int(network.pairs.material[Int(network.arcs.from[arc])])
        )
      }
      for (effect, disruption) in zip(effects, disruptions) {
        let days = 5 + Double(disruption.id.count)
        let loss = try program.loss(
          over: days, under: effect, named: disruption.id, &solver, startingFrom: basis)
        let twin = try ObviousProgram(chain, effect, arcs: arcs).solve(
          days: days, horizon: Self.horizon)
        #expect(close(loss, twin), "seed \(seed), \(disruption.id): \(loss) \(twin)")
      }
    }
  }
}
