// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import TragwerkTesting
import ValueChains

struct TravellersTests {
  static func ways(_ network: FlowNetwork) -> [TravellersTwin.Way] {
    let chain = network.chain
    return (0..<network.arcs.count).map { arc in
      TravellersTwin.Way(
        link: chain[.links].key(Int(network.arcs.link[arc])),
        material: chain[.materials].key(
          Int(network.pairs.material[Int(network.arcs.from[arc])])))
    }
  }

  @Test func linksForEverythingCarryJustWhatIsThereAndOfUse() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<2_000 {
      let chain = RandomNetwork.chain(&random)
      let ways = Self.ways(FlowNetwork(chain))
      #expect(Set(ways).count == ways.count)
      #expect(Set(ways) == TravellersTwin(chain).ways)
    }
  }

  @Test func arcsJoinTheEndsOfTheirLinks() {
    var random = SeededGenerator(seed: 62)
    for _ in 0..<500 {
      let network = FlowNetwork(RandomNetwork.chain(&random))
      let (arcs, pairs, links) = (network.arcs, network.pairs, network.links)
      for link in 0..<links.count {
        for arc in links.arcs[link] {
          #expect(Int(arcs.link[arc]) == link)
          #expect(pairs.site[Int(arcs.from[arc])] == links.from[link])
          #expect(pairs.site[Int(arcs.to[arc])] == links.to[link])
          #expect(pairs.material[Int(arcs.from[arc])] == pairs.material[Int(arcs.to[arc])])
          #expect(arcs.weight[arc] == (links.carriesEverything[link] ? 2 : 1))
        }
      }
      let order = (0..<pairs.count).map { (pairs.site[$0], pairs.material[$0]) }
      for at in order.indices.dropFirst() { #expect(order[at - 1] < order[at]) }
      for at in order.indices {
        #expect(pairs.id(site: Int(order[at].0), material: Int(order[at].1)) == at)
      }
    }
  }
}
