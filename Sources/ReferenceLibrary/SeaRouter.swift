// SPDX-License-Identifier: Apache-2.0
import Foundation
import Geodesy
import HeapModule

/// Shortest ways by sea over a network of shipping lanes, with passages closed on demand.
///
/// A way is the great circle from the origin to the nearest node, the shortest path, and the great
/// circle to the destination. Of nodes equally near, the one with the lowest id is taken.
public struct SeaRouter: Sendable {
  /// A way and the passages it leads through, in order.
  public struct Way: Sendable, Hashable {
    public let kilometres: Double
    public let passages: [String]
  }

  /// Memory a search needs; reuse it from search to search, one for each task.
  public struct Workspace: Sendable {
    fileprivate var distances: [Double] = []
    /// The edge by which a node was reached, -1 before that.
    fileprivate var arrivals: [Int32] = []
    fileprivate var heap = Heap<Candidate>()

    public init() {}
  }

  fileprivate struct Candidate: Comparable {
    let distance: Double
    let node: Int32

    static func < (first: Self, second: Self) -> Bool {
      (first.distance, first.node) < (second.distance, second.node)
    }
  }

  /// The arctic passage, which no ordinary ship takes: always closed.
  static let alwaysClosed = "northwest"

  private let nodes: [GeoPoint]
  private let cosines: [Double]
  /// The edges of node n are `offsets[n]..<offsets[n + 1]`.
  private let offsets: [Int32]
  private let origins: [Int32]
  private let targets: [Int32]
  private let lengths: [Double]
  /// Index into `names`, -1 on the open sea.
  private let labels: [Int8]
  private let names: [String]
  let provenance: Provenance

  struct Edge {
    let from: Int
    let to: Int
    let kilometres: Double
    let passage: String
  }

  /// Edges are undirected and name nodes by their place in the array.
  init(nodes: [GeoPoint], edges: [Edge], provenance: Provenance) {
    self.nodes = nodes
    self.provenance = provenance
    cosines = nodes.map { cos($0.latitude * .pi / 180) }
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for edge in edges {
      starts[edge.from + 1] += 1
      starts[edge.to + 1] += 1
    }
    for node in 0..<nodes.count { starts[node + 1] += starts[node] }
    var next = starts
    var names: [String] = []
    var (origins, targets) = (
      [Int32](repeating: 0, count: edges.count * 2), [Int32](repeating: 0, count: edges.count * 2)
    )
    var lengths = [Double](repeating: 0, count: edges.count * 2)
    var labels = [Int8](repeating: -1, count: edges.count * 2)
    for edge in edges {
      var label = Int8(-1)
      if !edge.passage.isEmpty {
        if !names.contains(edge.passage), names.count < Int8.max { names.append(edge.passage) }
        label = Int8(names.firstIndex(of: edge.passage) ?? -1)
      }
      for (from, to) in [(edge.from, edge.to), (edge.to, edge.from)] {
        let slot = Int(next[from])
        next[from] += 1
        (origins[slot], targets[slot]) = (Int32(from), Int32(to))
        (lengths[slot], labels[slot]) = (edge.kilometres, label)
      }
    }
    offsets = starts
    (self.origins, self.targets, self.lengths, self.labels) = (origins, targets, lengths, labels)
    self.names = names
  }

  /// The shortest way, nil where the destination cannot be reached by sea. A few milliseconds.
  public func way(
    from origin: GeoPoint, to destination: GeoPoint, closed: Set<String> = [],
    workspace: inout Workspace
  ) -> Way? {
    ways(from: [origin], to: destination, closed: closed, workspace: &workspace)[0]
  }

  /// The shortest way from each of many origins to one destination, in one search.
  public func ways(
    from origins: [GeoPoint], to destination: GeoPoint, closed: Set<String> = [],
    workspace: inout Workspace
  ) -> [Way?] {
    guard let end = nearestNode(to: destination) else { return origins.map { _ in nil } }
    let starts = origins.compactMap(nearestNode)
    let isClosed = names.map { $0 == Self.alwaysClosed || closed.contains($0) }
    search(from: end, until: starts, isClosed: isClosed, workspace: &workspace)
    return zip(origins, starts).map { origin, start in
      guard workspace.distances[start] < .infinity else { return nil }
      let kilometres =
        origin.distance(to: nodes[start]) + workspace.distances[start]
        + nodes[end].distance(to: destination)
      return Way(kilometres: kilometres, passages: passages(from: start, to: end, workspace))
    }
  }

  /// Follows the tree of a search from a node to its root, which is the order of sailing.
  private func passages(from start: Int, to root: Int, _ workspace: Workspace) -> [String] {
    var passages: [String] = []
    var node = start
    while node != root {
      let edge = Int(workspace.arrivals[node])
      if labels[edge] >= 0, passages.last != names[Int(labels[edge])] {
        passages.append(names[Int(labels[edge])])
      }
      node = Int(origins[edge])
    }
    return passages
  }

  /// Dijkstra from a root until all wanted nodes have their final distance.
  private func search(
    from root: Int, until wanted: [Int], isClosed: [Bool], workspace: inout Workspace
  ) {
    workspace.distances.removeAll(keepingCapacity: true)
    workspace.arrivals.removeAll(keepingCapacity: true)
    workspace.heap.removeAll { _ in true }
    workspace.distances.append(contentsOf: repeatElement(.infinity, count: nodes.count))
    workspace.arrivals.append(contentsOf: repeatElement(-1, count: nodes.count))
    workspace.distances[root] = 0
    workspace.heap.insert(Candidate(distance: 0, node: Int32(root)))
    var open = Set(wanted)
    while let best = workspace.heap.popMin() {
      let node = Int(best.node)
      if best.distance > workspace.distances[node] { continue }
      if open.remove(node) != nil, open.isEmpty { return }
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) {
        if labels[edge] >= 0, isClosed[Int(labels[edge])] { continue }
        let distance = best.distance + lengths[edge]
        let target = Int(targets[edge])
        guard distance < workspace.distances[target] else { continue }
        workspace.distances[target] = distance
        workspace.arrivals[target] = Int32(edge)
        workspace.heap.insert(Candidate(distance: distance, node: targets[edge]))
      }
    }
  }

  /// By the smallest haversine over all nodes; linear, well below a millisecond.
  private func nearestNode(to place: GeoPoint) -> Int? {
    let latitude = place.latitude * .pi / 180
    let cosine = cos(latitude)
    var best: (square: Double, node: Int)?
    for (node, point) in nodes.enumerated() {
      let height = sin((point.latitude * .pi / 180 - latitude) / 2)
      var square = height * height
      if let best, square >= best.square { continue }
      let width = sin((point.longitude - place.longitude) * .pi / 360)
      square += cosine * cosines[node] * width * width
      if best.map({ square < $0.square }) ?? true { best = (square, node) }
    }
    return best?.node
  }
}
