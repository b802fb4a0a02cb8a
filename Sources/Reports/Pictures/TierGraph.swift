// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Resilience
import ValueChains

/// The chain as boxes in columns, from raw to product: single materials while they are few, else
/// the critical ones beside groups of the others.
struct TierGraph {
  struct Box {
    /// Rows of the materials inside.
    let materials: [Int]
    let column: Int
    let label: String
    let isGroup: Bool
    /// The shortest critical days of a material inside.
    let criticalDays: Double?
    /// How many inside are critical.
    let criticalCount: Int
  }

  struct Flow: Hashable {
    let from: Int
    let to: Int
  }

  let boxes: [Box]
  /// How many materials go into how many between two boxes.
  let flows: [(flow: Flow, count: Int)]
  let columns: Int
  /// Tiers of each column, the product's first.
  let tiers: [ClosedRange<Int>]
  let isGrouped: Bool
  /// The few boxes whose flows are followed in colour.
  let worst: Set<Int>

  static let mostSingles = 40
  private static let mostCriticalSingles = 12
  private static let mostSinglesInColumn = 6
  private static let mostGroupsInColumn = 5

  init(_ context: ReportContext) {
    let basis = context.basis
    let needed = basis.tier.indices.filter { basis.tier[$0] != nil }
    let longest = needed.compactMap { basis.tier[$0] }.max() ?? 0
    isGrouped = needed.count > Self.mostSingles
    let tiers = Self.columns(
      counts: (0...longest).map { tier in needed.count { basis.tier[$0] == tier } },
      most: isGrouped ? 6 : 8)
    self.tiers = tiers
    columns = tiers.count
    let columnOf = basis.tier.map { tier in
      tier.flatMap { tier in tiers.firstIndex { $0.contains(tier) } }
    }
    let boxes =
      isGrouped
      ? Self.groups(needed, columnOf, context)
      : needed.map { Self.single($0, columnOf[$0] ?? 0, context) }
    self.boxes = boxes
    flows = Self.flows(boxes, context.network)
    let ordered = boxes.indices.filter { boxes[$0].criticalDays != nil && !boxes[$0].isGroup }
    worst = Set(
      ordered.sorted { (boxes[$0].criticalDays ?? 0, $0) < (boxes[$1].criticalDays ?? 0, $1) }
        .prefix(8))
  }

  /// Neighbouring tiers share a column, the emptiest first; the products keep one of their own.
  private static func columns(counts: [Int], most: Int) -> [ClosedRange<Int>] {
    var columns = counts.indices.map { $0...$0 }
    while columns.count > most {
      func count(_ at: Int) -> Int { columns[at].reduce(0) { $0 + counts[$1] } }
      let lightest = (1..<columns.count - 1).min {
        (count($0) + count($0 + 1), $0) < (count($1) + count($1 + 1), $1)
      }
      guard let lightest else { break }
      columns[lightest] = columns[lightest].lowerBound...columns[lightest + 1].upperBound
      columns.remove(at: lightest + 1)
    }
    return columns
  }

  private static func single(_ material: Int, _ column: Int, _ context: ReportContext) -> Box {
    let days = context.criticalDays[material]
    return Box(
      materials: [material], column: column, label: context.names.plain(.materials, material),
      isGroup: false, criticalDays: days, criticalCount: days == nil ? 0 : 1)
  }

  private static func groups(
    _ needed: [Int], _ columnOf: [Int?], _ context: ReportContext
  ) -> [Box] {
    let products = needed.filter { context.basis.tier[$0] == 0 }
    let critical = context.criticalDays.keys.filter { columnOf[$0] != nil }
      .sorted { (context.criticalDays[$0] ?? 0, $0) < (context.criticalDays[$1] ?? 0, $1) }
    var inColumn: [Int: Int] = [:]
    let spread = critical.filter { material in
      inColumn[columnOf[material] ?? 0, default: 0] += 1
      return inColumn[columnOf[material] ?? 0, default: 0] <= mostSinglesInColumn
    }
    var singles = Set(spread.prefix(mostCriticalSingles))
    if products.count <= 6 { singles.formUnion(products) }
    var boxes = singles.sorted().map { single($0, columnOf[$0] ?? 0, context) }
    let grouping = MaterialGrouping(context)
    var members: [Int: [String: [Int]]] = [:]
    for material in needed where !singles.contains(material) {
      members[columnOf[material] ?? 0, default: [:]][grouping.key(material), default: []]
        .append(material)
    }
    for (column, groups) in members.sorted(by: { $0.key < $1.key }) {
      let ordered = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      let shown = ordered.count > mostGroupsInColumn ? mostGroupsInColumn - 1 : ordered.count
      var parts = ordered.prefix(shown).map { (grouping.label($0.key), $0.value) }
      let rest = ordered.dropFirst(shown).flatMap(\.value)
      if !rest.isEmpty {
        parts.append((context.wording.say(de: "Weitere", en: "Others"), rest.sorted()))
      }
      for (label, materials) in parts {
        if materials.count == 1 {
          boxes.append(single(materials[0], column, context))
          continue
        }
        let days = materials.compactMap { context.criticalDays[$0] }
        boxes.append(
          Box(
            materials: materials, column: column, label: label, isGroup: true,
            criticalDays: days.min(), criticalCount: days.count))
      }
    }
    return boxes
  }

  private static func flows(_ boxes: [Box], _ network: FlowNetwork) -> [(flow: Flow, count: Int)] {
    var boxOf: [Int: Int] = [:]
    for (at, box) in boxes.enumerated() { for material in box.materials { boxOf[material] = at } }
    var pairs: Set<Flow> = []
    for line in 0..<network.lines.count {
      let recipe = network.lines.recipe[line]
      func materials(_ isWanted: (Double) -> Bool) -> [Int] {
        recipe.filter { isWanted(network.lines.recipeQuantity[$0]) }
          .map { Int(network.pairs.material[Int(network.lines.recipePair[$0])]) }
      }
      for input in materials({ $0 < 0 }) {
        for output in materials({ $0 > 0 }) { pairs.insert(Flow(from: input, to: output)) }
      }
    }
    var counts: [Flow: Int] = [:]
    for pair in pairs {
      guard let from = boxOf[pair.from], let to = boxOf[pair.to], from != to else { continue }
      counts[Flow(from: from, to: to), default: 0] += 1
    }
    return counts.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
      .map { (flow: $0.key, count: $0.value) }
  }
}
