// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reconciliation

@Suite("Blocking and comparing")
struct BlockingTests {
  /// Compares everything with everything: slow, and misses nothing.
  private func allPairs(_ index: RecordIndex) -> [[Int]: Double] {
    var comparer = PairComparer()
    var pairs: [[Int]: Double] = [:]
    for i in index.parties.indices {
      for j in index.parties.indices where j > i {
        let values = comparer.measure(index.parties[i], index.parties[j], index.statistics)
        let probability = ReconciliationParameters.duplicates.probability(values)
        if probability >= Deduplicator.askFrom { pairs[[i, j]] = probability }
      }
    }
    return pairs
  }

  @Test("loses hardly a pair that comparing all would find, and finds no other")
  func twin() async throws {
    let list = Sample.list(400, seed: 33)
    let all = allPairs(RecordIndex(list))
    let positions = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1.id, $0) })
    let pairs = try await Deduplicator().pairs(of: list)
    for pair in pairs {
      let key = [positions[pair.first] ?? -1, positions[pair.second] ?? -1]
      #expect(abs((all[key] ?? 0) - pair.probability) < 1e-9)
    }
    #expect(all.count > 25)
    #expect(Double(pairs.count) >= 0.97 * Double(all.count))
  }

  @Test("measures a pair the same in both directions")
  func symmetry() {
    let index = RecordIndex(Sample.list(250, seed: 33) + Sample.register)
    var comparer = PairComparer()
    for i in stride(from: 0, to: index.parties.count, by: 3) {
      for j in stride(from: 0, to: index.parties.count, by: 2) {
        let (a, b) = (index.parties[i], index.parties[j])
        let there = comparer.measure(a, b, index.statistics)
        let back = comparer.measure(b, a, index.statistics)
        for (one, other) in zip(there, back) { #expect(abs(one - other) < 1e-9) }
        let isFinite = there.allSatisfy { $0.isFinite }
        #expect(isFinite)
      }
    }
  }

  @Test("takes hostile cells")
  func hostile() {
    let long = String(repeating: "Ä9 .'„(ex ", count: 3_000)
    let records = [
      PartyRecord(id: "a", names: [long, "", "\u{0}"], street: long, postcode: long, city: long),
      PartyRecord(id: "b", names: ["(", "\"\"", "GmbH"], street: "()", postcode: "0", city: "'"),
    ]
    let index = RecordIndex(records)
    var worker = RecordIndex.Worker()
    let isFinite = index.measure(0, 1, &worker).allSatisfy { $0.isFinite }
    #expect(isFinite)
    #expect(index.neighbours(of: 0, &worker).contains(0))
  }
}
