// SPDX-License-Identifier: Apache-2.0
import CapacityExchange
import Testing
import TragwerkTesting
import ValueChains

/// Mutated messages end in findings or in a chain without errors, never in a stop.
@Suite struct FuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "null", "-1", "1e308", "NaN", "\"\"", "[]", "{}", "[", "}", ",", ":", "2026-11-23",
      "9999-12-31", "0001-01-01", "2026-W53", "true", "unit:kilogram", "\"INBOUND\"", "\\u0000",
      "|",
      "*", "row:2", "BPNL00000000WA01", "BPNS00000000FI11", "\"positions\":", "\"demandSeries\":",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF]]

  private func mutated(_ file: ExchangeFile, _ random: inout SeededGenerator) -> ExchangeFile {
    var bytes = file.bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let length = min(bytes.count - at, Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<9, using: &random) {
      case 0: bytes.removeSubrange(at..<at + length)
      // Digits keep the form right and change what it says.
      case 1...5:
        let digits = bytes.indices.filter { (48...57).contains(bytes[$0]) }
        if let digit = digits.randomElement(using: &random) {
          bytes[digit] = UInt8.random(in: 48...57, using: &random)
        }
      case 6:
        let from = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, from + Int.random(in: 0...200, using: &random))
        bytes.insert(contentsOf: Array(bytes[from..<end]), at: at)
      default: bytes.replaceSubrange(at..<at + length, with: random.pick(Self.pieces))
      }
    }
    return ExchangeFile(name: file.name, bytes: bytes)
  }

  @Test(arguments: [1, 3, 15, 16] as [UInt64])
  func mutatedMessages(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let extra = [
      Sample.file(Sample.daysOfSupply([("2026-11-23", "7")]), "days.json"),
      Sample.file(Sample.output("2026-11-27"), "output.json"),
      Sample.file(DemandTests.shortTerm([("2026-11-24", 30)]), "daily.json"),
    ]
    let files = RepeatedImportTests.example + extra
    let base = ChainExchange.merge(files, firstDay: Sample.firstDay).chain
    var whole = 0
    for _ in 0..<150 {
      let target = Int.random(in: 0..<files.count, using: &random)
      var changed = files
      changed[target] = mutated(files[target], &random)
      let into = random.chance(oneIn: 2) ? base : nil
      let outcome = ChainExchange.merge(changed, into: into, firstDay: Sample.firstDay)
      if outcome.findings.hasErrors { continue }
      whole += 1
      let wrong = outcome.chain.findings().filter { $0.severity == .error }
      #expect(wrong.isEmpty, "seed \(seed): \(wrong)")
      let again = ChainExchange.merge(changed, into: outcome.chain, firstDay: Sample.firstDay)
      #expect(!again.findings.hasErrors)
      for table in [TableName.demands, .supplies, .stocks, .arrivals, .options, .links] {
        #expect(again.chain[table].count == outcome.chain[table].count, "seed \(seed) \(table)")
      }
    }
    #expect(whole > 10, "mutations that keep a message whole are what this is for")
  }
}
