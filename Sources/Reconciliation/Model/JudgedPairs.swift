// SPDX-License-Identifier: Apache-2.0

/// Pairs as training and evaluation see them: measured exactly as the product measures them.
package enum JudgedPairs {
  package struct Pair: Sendable {
    /// Positions in the lists handed over.
    package let first: Int
    package let second: Int
    /// By `Measure`.
    package let values: [Double]
  }

  /// The pairs of one list that are compared at all, ascending.
  package static func duplicates(in records: [PartyRecord]) -> [Pair] {
    let index = RecordIndex(records)
    var worker = RecordIndex.Worker()
    var pairs: [Pair] = []
    for first in records.indices {
      for second in index.neighbours(of: first, &worker) where second > first {
        let values = index.measure(first, second, &worker)
        if !index.areExcluded(first, second) {
          pairs.append(Pair(first: first, second: second, values: values))
        }
      }
    }
    return pairs
  }

  /// Each row of a list with the records of a register it is compared with.
  package static func candidates(of list: [PartyRecord], in register: [PartyRecord]) -> [Pair] {
    let index = RecordIndex(register)
    var worker = RecordIndex.Worker()
    var pairs: [Pair] = []
    for (row, record) in list.enumerated() {
      let party = index.prepared(record)
      for at in index.neighbours(of: party, &worker) {
        pairs.append(Pair(first: row, second: at, values: index.measure(party, at, &worker)))
      }
    }
    return pairs
  }
}
