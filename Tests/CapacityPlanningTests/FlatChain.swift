// SPDX-License-Identifier: Apache-2.0
import TragwerkTesting
import ValueChains

/// A flat chain at one site: many lines turn one material into another, in circles too; every line
/// has an option, some have two, and few are worth their cost.
enum FlatChain {
  static func make(lines: Int, materials: Int, seed: UInt64) -> ValueChain {
    var random = SeededGenerator(seed: seed)
    func whole(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &random))
    }
    var chain = ValueChain(name: "flat", currency: "EUR")
    chain[.sites].append([.site: "plant", .country: "DE"])
    for material in 0..<materials {
      chain[.materials].append([.material: Cell("m\(material)"), .unit: "t"])
      let key = Cell("m\(material)")
      if whole(0...2) == 0 {
        chain[.supplies].append([
          .supply: Cell("buy\(material)"), .site: "plant", .material: key,
          .perDay: .number(whole(2...20)), .costPerUnit: .number(whole(1...9)),
        ])
      }
      if whole(0...2) == 0 {
        chain[.demands].append([
          .demand: Cell("need\(material)"), .site: "plant", .material: key,
          .perDay: .number(whole(1...20)), .valuePerUnit: 1000,
        ])
      }
    }
    for line in 0..<lines {
      let from = Int.random(in: 0..<materials, using: &random)
      let to = (from + Int.random(in: 1..<materials, using: &random)) % materials
      let key = Cell("l\(line)")
      chain[.lines].append([
        .line: key, .site: "plant", .runsPerDay: .number(whole(1...9) / 4),
        .costPerRun: .number(whole(1...9)),
      ])
      chain[.recipes].append([.line: key, .material: Cell("m\(from)"), .quantity: -1])
      chain[.recipes].append([
        .line: key, .material: Cell("m\(to)"), .quantity: .number(whole(5...10) / 10),
      ])
      for option in 0...(whole(0...7) == 0 ? 1 : 0) {
        chain[.options].append([
          .option: Cell("o\(line)-\(option)"), .kind: "line", .target: key,
          .modulePerDay: .number(whole(1...4)), .maxModules: .number(whole(1...20)),
          .costPerModule: .number(whole(200...4000)), .buildDays: .number(whole(0...2)),
        ])
      }
    }
    return chain
  }
}
