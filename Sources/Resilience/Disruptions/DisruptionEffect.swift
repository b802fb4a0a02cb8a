// SPDX-License-Identifier: Apache-2.0

/// What a disruption does to a compiled network, sparsely: only what is hit is listed.
package struct DisruptionEffect: Sendable {
  /// Ids with the share of capacity that remains, ascending by id.
  package var lines: [(id: Int, remaining: Double)] = []
  package var links: [(id: Int, remaining: Double)] = []
  package var supplies: [(id: Int, remaining: Double)] = []
  /// One material's part of links that carry everything.
  package var arcs: [(id: Int, remaining: Double)] = []
  /// Sites whose on-hand stock is lost, ascending.
  package var emptiedSites: [Int] = []
  /// Days until recovery: the largest stated, else the largest of the elements' own; nil if none.
  package var recoveryDays: Double?

  package init() {}
}
