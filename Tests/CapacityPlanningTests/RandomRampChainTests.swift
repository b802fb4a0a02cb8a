// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Testing
import ValueChains

/// The random chains are worth asking about, and the twin's answers hang together.
@Suite struct RandomRampChainTests {
  private func plan(_ seed: Int, _ shape: RandomRampChain.Shape = .init()) -> ObviousPlan {
    let chain = RandomRampChain.make(seed: seed, shape)
    return ObviousPlan(chain, RandomRampQuestion.make(seed: seed, about: chain))
  }

  @Test func chainsAreSound() {
    for seed in 0..<100 {
      let errors = RandomRampChain.make(seed: seed).findings().filter { $0.severity == .error }
      #expect(errors.isEmpty, "seed \(seed): \(errors.first?.message.english ?? "")")
    }
  }

  /// The compiled network and the twin let `*` links carry the same things: what the network leaves
  /// out beyond the twin never comes to the link's start.
  @Test func starLinksCarryWhatTheNetworkSays() {
    var carried = 0
    for seed in 0..<100 {
      let network = FlowNetwork(RandomRampChain.make(seed: seed))
      let (useful, chain) = (UsefulPlaces(network.chain), network.chain)
      for arc in 0..<network.arcs.count {
        let link = Int(network.arcs.link[arc])
        guard network.links.carriesEverything[link] else { continue }
        let material = Int(network.pairs.material[Int(network.arcs.to[arc])])
        carried += 1
        #expect(
          useful.isOfUse(
            chain[.materials].text(.material, material), at: chain[.links].text(.toSite, link)),
          "seed \(seed), link \(link), material \(material)")
      }
    }
    #expect(carried > 20)
  }

  /// Plans and chains without one, with and without modules: all occur, and each has a verdict.
  @Test func answersAreVaried() throws {
    var (plans, none, delivering, building) = (0, 0, 0, 0)
    for seed in 0..<60 {
      let result = try plan(seed).solve()
      switch result.status {
      case .optimal: plans += 1
      case .infeasible, .unbounded: none += 1
      default: Issue.record("seed \(seed): \(result.status)")
      }
      if result.deliveredTotal > 1e-6 { delivering += 1 }
      if result.modules.values.contains(where: { $0 > 1e-6 }) { building += 1 }
    }
    #expect(plans >= 40 && none >= 3 && delivering >= 30 && building >= 10)
  }

  /// A linear program's objective bends one way only: one unit more saves at most what one unit
  /// less costs.
  @Test func valuesOfCapacitiesBendOneWay() throws {
    var degenerate = 0
    for seed in 100..<116 {
      let chain = RandomRampChain.make(seed: seed, .init(hasSwitches: false))
      var settings = RandomRampQuestion.make(seed: seed, about: chain, .init(mayBeWhole: false))
      settings.periods = 3
      let sign: Double = settings.goal == .leastCost ? 1 : -1
      for (capacity, value) in try ObviousPlan(chain, settings).capacityValues() {
        guard let less = value.oneLess, let more = value.oneMore else { continue }
        #expect(sign * less <= sign * more + 1e-4, "seed \(seed), \(capacity): \(less), \(more)")
        if abs(less - more) > 1e-3 { degenerate += 1 }
      }
    }
    #expect(degenerate > 20, "Both sides often differ: the optima are degenerate")
  }
}
