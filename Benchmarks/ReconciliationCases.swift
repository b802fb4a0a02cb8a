// SPDX-License-Identifier: Apache-2.0
import Foundation
import Reconciliation

extension BenchmarkCase {
  /// Finding duplicates, and looking one organisation up.
  static let reconciliation: [BenchmarkCase] = [
    BenchmarkCase(name: "deduplicate-50k", runs: 3) {
      let records = GeneratedRegister.records(50_000)
      return {
        let pairs = try await Deduplicator(tasks: 1).pairs(of: records)
        return "\(records.count) organisations, \(pairs.count) pairs"
      }
    },
    BenchmarkCase(name: "look-up-in-50k-times-1000", runs: 3) {
      let records = GeneratedRegister.records(50_000)
      let reconciler = Reconciler(records)
      return {
        let found = (0..<1_000).count { at in
          reconciler.best(for: records[at * 37]).best?.position == at * 37
        }
        return "\(found) of 1000 found themselves"
      }
    },
  ]
}

/// Fictional organisations, the same on every run; about one in twenty is entered twice.
enum GeneratedRegister {
  private static let syllables = [
    "al", "ber", "dor", "ein", "fal", "gru", "has", "kir", "lin", "mor", "nau", "ost", "rie",
    "sel", "tan", "ulm", "ven", "wes", "zel", "bach", "burg", "feld", "heim", "rode",
  ]
  private static let trades = [
    "Papierfabrik", "Glaswerke", "Stahlbau", "Energie", "Chemie", "Ziegelwerk", "Brauerei",
    "Logistik", "Maschinenbau", "Keramik", "Metallwaren", "Kunststofftechnik", "Stadtwerke",
  ]

  static func records(_ count: Int) -> [PartyRecord] {
    var state: UInt64 = 20_261_122
    func next(_ below: Int) -> Int {
      // A multiplicative congruential generator (Knuth, MMIX); its high bits are good enough here.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    func word() -> String {
      let parts = (0..<2 + next(2)).map { _ in syllables[next(syllables.count)] }
      return parts.joined().capitalized
    }
    var records: [PartyRecord] = []
    records.reserveCapacity(count)
    for number in 0..<count {
      if let last = records.last, next(20) == 0 {
        var copy = last
        copy.id = String(number)
        copy.names = [last.names[0].uppercased()]
        records.append(copy)
        continue
      }
      let form = ["GmbH", "AG", "GmbH & Co. KG", "SE", "e.K."][next(5)]
      records.append(
        PartyRecord(
          id: String(number), names: ["\(trades[next(trades.count)]) \(word()) \(form)"],
          street: "\(word())straße \(1 + next(120))", postcode: String(10_000 + next(89_999)),
          city: word(), country: "DE"))
    }
    return records
  }
}
