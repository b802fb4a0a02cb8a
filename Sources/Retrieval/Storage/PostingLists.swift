// SPDX-License-Identifier: Apache-2.0

/// A list of postings for each term, ascending by document, all in one arena.
///
/// A list lies in one piece and moves to one twice as large when it is full; pieces left behind are
/// used again. So appending costs constant time on the average, and reading is reading an array.
struct PostingLists: Sendable {
  private(set) var arena: [Posting] = []
  private var starts: [Int] = []
  private var counts: [UInt32] = []
  /// Each list has room for `1 << sizes[term]` postings.
  private var sizes: [UInt8] = []
  /// Pieces left behind, by size.
  private var free: [[Int]] = [[Int]](repeating: [], count: 33)
  /// Of living documents alone.
  private(set) var documentCounts: [UInt32] = []
  /// The largest impact in any posting, for bounds.
  private(set) var largestImpacts: [UInt16] = []

  func range(of term: Int) -> Range<Int> {
    counts[term] == 0 ? 0..<0 : starts[term]..<starts[term] + Int(counts[term])
  }

  /// Makes room for terms up to this number.
  mutating func extend(to count: Int) {
    while starts.count < count {
      starts.append(-1)
      counts.append(0)
      sizes.append(0)
      documentCounts.append(0)
      largestImpacts.append(0)
    }
  }

  mutating func append(_ posting: Posting, to term: Int) {
    let count = Int(counts[term])
    if starts[term] < 0 {
      starts[term] = piece(of: 0)
    } else if count == 1 << Int(sizes[term]) {
      let size = sizes[term] + 1
      let target = piece(of: size)
      for at in 0..<count { arena[target + at] = arena[starts[term] + at] }
      free[Int(sizes[term])].append(starts[term])
      starts[term] = target
      sizes[term] = size
    }
    arena[starts[term] + count] = posting
    counts[term] += 1
    documentCounts[term] += 1
    largestImpacts[term] = max(largestImpacts[term], posting.impact)
  }

  private mutating func piece(of size: UInt8) -> Int {
    if let start = free[Int(size)].popLast() { return start }
    let start = arena.count
    let none = Posting(document: 0, fields: 0, impact: 0)
    arena.append(contentsOf: repeatElement(none, count: 1 << Int(size)))
    return start
  }

  /// A document of a term is gone; its posting stays until `compact`.
  mutating func forget(_ term: Int) { documentCounts[term] -= 1 }

  /// Drops postings of the dead and gives documents their new, still ascending numbers.
  ///
  /// - Parameter numbers: the new number of each document, nil for a dead one.
  mutating func compact(_ numbers: [UInt32?]) {
    for term in starts.indices {
      var kept = 0
      largestImpacts[term] = 0
      for at in range(of: term) {
        guard let number = numbers[Int(arena[at].document)] else { continue }
        let posting = arena[at].renumbered(number)
        arena[starts[term] + kept] = posting
        largestImpacts[term] = max(largestImpacts[term], posting.impact)
        kept += 1
      }
      counts[term] = UInt32(kept)
    }
  }

  /// The posting of a term in a document, by binary search; nil where it does not occur.
  func posting(of term: Int, in document: UInt32) -> Posting? {
    var range = range(of: term)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let found = arena[middle].document
      if found == document { return arena[middle] }
      range = found < document ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
