// SPDX-License-Identifier: Apache-2.0

/// Strongly connected components of a directed graph (Tarjan, SIAM J. Comput. 1, 1972), without
/// recursion so that long chains do not exhaust the stack. Linear in nodes and edges.
package struct StronglyConnectedComponents {
  /// The component of each node. Components are numbered so that an edge between two of them leads
  /// from the higher number to the lower: ascending numbers are reverse topological order.
  package private(set) var component: [Int]
  package private(set) var count = 0

  package init(_ edges: [[Int]]) {
    var offsets = [0]
    for targets in edges { offsets.append(offsets[offsets.count - 1] + targets.count) }
    self.init(offsets: offsets, targets: edges.flatMap { $0.map(Int32.init) })
  }

  /// - Parameters:
  ///   - offsets: where the targets of each node begin, and the end of the last.
  package init(offsets: [Int], targets: [Int32]) {
    let nodes = offsets.count - 1
    component = Array(repeating: -1, count: nodes)
    var order = Array(repeating: -1, count: nodes)
    var lowest = order
    var stack: [Int] = []
    var path: [(node: Int, next: Int)] = []
    var visited = 0
    for root in 0..<nodes where order[root] < 0 {
      path.append((root, 0))
      while let (node, next) = path.last {
        if next == 0 {
          order[node] = visited
          lowest[node] = visited
          visited += 1
          stack.append(node)
        }
        if offsets[node] + next < offsets[node + 1] {
          path[path.count - 1].next += 1
          let target = Int(targets[offsets[node] + next])
          if order[target] < 0 {
            path.append((target, 0))
          } else if component[target] < 0 {
            lowest[node] = min(lowest[node], order[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        if lowest[node] == order[node] {
          while let member = stack.popLast() {
            component[member] = count
            if member == node { break }
          }
          count += 1
        }
      }
    }
  }
}
