// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

extension FlowNetwork {
  /// Compiles a chain without errors. Linear in its rows, and in the materials that may travel on
  /// links that carry everything.
  ///
  /// Call ``ValueChain/findings()`` first: a reference that leads nowhere is treated as not stated.
  public init(_ chain: ValueChain) {
    let keys = TableKeys(chain)
    var compiler = NetworkCompiler(chain, keys)
    compiler.compile()
    self.init(compiler, chain, keys)
  }

  private init(_ compiler: NetworkCompiler, _ chain: ValueChain, _ keys: TableKeys) {
    self.chain = chain
    findings = compiler.findings
    let pairs = compiler.sortedPairs
    let stocks = compiler.stockTable(pairs)
    self.pairs = Pairs(
      site: pairs.map { Int32($0 >> 32) }, material: pairs.map { Int32($0 & 0xFFFF_FFFF) },
      onHand: stocks.onHand, inTransit: stocks.inTransit, arriving: stocks.arriving,
      holdingCostPerDay: stocks.holding, maximum: stocks.maximum)
    func id(_ site: Int32, _ material: Int32) -> Int32 {
      site < 0 || material < 0 ? -1 : compiler.id(site, material)
    }

    let recipeLine = compiler.recipeLine
    let (recipe, recipeRows) = Compressed.grouping(recipeLine, rows: chain[.lines].count)
    let quantities = chain[.recipes].numbers(.quantity)
    lines = Lines(
      site: compiler.lineSite, runsPerDay: chain[.lines].numbers(.runsPerDay),
      leadDays: chain[.lines].numbers(.leadDays), recipe: recipe,
      recipePair: recipeRows.map { row in
        id(compiler.lineSite[Int(recipeLine[Int(row)])], compiler.recipeMaterial[Int(row)])
      },
      recipeQuantity: recipeRows.map { quantities[Int($0)] })

    let linkTable = chain[.links]
    links = Links(
      from: compiler.linkFrom, to: compiler.linkTo, perDay: linkTable.numbers(.perDay),
      leadDays: linkTable.numbers(.leadDays),
      carriesEverything: compiler.linkMaterial.map { $0 == NetworkCompiler.everything },
      arcs: Compressed(counts: compiler.arcCounts))
    let masses = chain[.materials].statedNumbers(.kgPerUnit)
    arcs = Arcs(
      link: compiler.arcLink, from: compiler.arcFrom, to: compiler.arcTo,
      weight: zip(compiler.arcLink, compiler.arcMaterial).map { link, material in
        guard compiler.linkMaterial[Int(link)] == NetworkCompiler.everything else { return 1 }
        return masses[Int(material)].isNaN ? 0 : masses[Int(material)]
      })

    let supplyTable = chain[.supplies]
    supplies = Supplies(
      pair: zip(compiler.supplySite, compiler.supplyMaterial).map(id),
      perDay: supplyTable.numbers(.perDay), fromDay: supplyTable.numbers(.fromDay),
      toDay: supplyTable.numbers(.toDay))
    let demandTable = chain[.demands]
    demands = Demands(
      pair: zip(compiler.demandSite, compiler.demandMaterial).map(id),
      perDay: demandTable.numbers(.perDay), valuePerUnit: demandTable.numbers(.valuePerUnit),
      fromDay: demandTable.numbers(.fromDay), toDay: demandTable.numbers(.toDay))

    let memberGroup = keys.rows(.groupMembers, .group, in: .groups)
    let (members, memberRows) = Compressed.grouping(memberGroup, rows: chain[.groups].count)
    let memberLine = keys.rows(.groupMembers, .line, in: .lines)
    let uses = chain[.groupMembers].numbers(.use)
    groups = Groups(
      perDay: chain[.groups].numbers(.perDay), members: members,
      memberLine: memberRows.map { memberLine[Int($0)] },
      memberUse: memberRows.map { uses[Int($0)] })
    arrivals = Arrivals(
      pair: zip(compiler.arrivalSite, compiler.arrivalMaterial).map(id),
      day: chain[.arrivals].numbers(.day), quantity: chain[.arrivals].numbers(.quantity))
  }
}

/// Rows that columns refer to, each index built once.
struct TableKeys {
  private let chain: ValueChain
  private let sites: KeyIndex
  private let materials: KeyIndex
  private let lines: KeyIndex
  private let groups: KeyIndex

  init(_ chain: ValueChain) {
    self.chain = chain
    sites = chain.keys(of: .sites)
    materials = chain.keys(of: .materials)
    lines = chain.keys(of: .lines)
    groups = chain.keys(of: .groups)
  }

  /// The rows a column refers to, -1 where it is empty or unknown.
  func rows(_ table: TableName, _ column: ColumnName, in other: TableName) -> [Int32] {
    let texts = chain[table].text(column)
    return switch other {
    case .sites: sites.rows(of: texts)
    case .materials: materials.rows(of: texts)
    case .lines: lines.rows(of: texts)
    default: groups.rows(of: texts)
    }
  }
}
