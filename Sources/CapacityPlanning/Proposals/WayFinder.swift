// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import HeapModule
import ValueChains

/// Ways over the links of a chain that can carry something, or could by an option.
struct WayFinder {
  private let network: FlowNetwork
  /// Links that leave each site.
  private let leaving: (rows: Compressed, entries: [Int32])
  private let material: [String]
  let passages: [Set<String>]
  let mode: [String]

  init(_ network: FlowNetwork) {
    self.network = network
    let links = network.chain[.links]
    let extended = network.chain.targets(ofOptions: "link")
    leaving = Compressed.grouping(
      (0..<network.links.count).map { link in
        let isOpen = network.links.perDay[link] > 0 || extended.contains(links.key(link))
        return isOpen ? network.links.from[link] : -1
      }, rows: network.siteCount)
    material = Array(links.text(.material))
    mode = links.text(.mode).map { $0.lowercased() }
    passages = links.text(.passages).map { Set(PassageList.names($0)) }
  }

  /// Whether what a link carries has a way from its start to its end without some links.
  func hasWay(around link: Int, avoiding isClosed: (Int) -> Bool) -> Bool {
    let carried = material[link]
    return way(from: link) { other in
      isClosed(other) || (material[other] != "*" && material[other] != carried)
    } != nil
  }

  /// The soonest way from a link's start to its end without some links, whatever they carry.
  func soonestWay(around link: Int, avoiding isClosed: (Int) -> Bool) -> [Int]? {
    way(from: link, avoiding: isClosed)
  }

  private struct Reached: Comparable {
    let days: Double
    let site: Int

    static func < (a: Self, b: Self) -> Bool { (a.days, a.site) < (b.days, b.site) }
  }

  /// Sites in the order of their days; of ways as long, the one found first stays.
  private func way(from link: Int, avoiding isClosed: (Int) -> Bool) -> [Int]? {
    let (start, end) = (Int(network.links.from[link]), Int(network.links.to[link]))
    guard start >= 0, end >= 0, start != end else { return nil }
    var days: [Int: Double] = [start: 0]
    var arrivedBy: [Int: Int] = [:]
    var queue = Heap([Reached(days: 0, site: start)])
    while let next = queue.popMin(), next.site != end {
      if next.days > days[next.site] ?? .infinity { continue }
      for at in leaving.rows[next.site] {
        let link = Int(leaving.entries[at])
        let to = Int(network.links.to[link])
        guard to >= 0, !isClosed(link) else { continue }
        let arrival = next.days + network.links.leadDays[link]
        if arrival < days[to] ?? .infinity {
          days[to] = arrival
          arrivedBy[to] = link
          queue.insert(Reached(days: arrival, site: to))
        }
      }
    }
    guard arrivedBy[end] != nil else { return nil }
    var way: [Int] = []
    var site = end
    while site != start, let link = arrivedBy[site] {
      way.append(link)
      site = Int(network.links.from[link])
    }
    return way.reversed()
  }
}
