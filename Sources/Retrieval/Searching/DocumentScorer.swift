// SPDX-License-Identifier: Apache-2.0

/// Scores single documents by reading their own terms: the other way round than lists of postings,
/// and cheaper where few documents are left to score.
struct DocumentScorer {
  /// An open table of the query's terms: number plus one above, value below; 0 is free.
  private var slots: [UInt64]
  /// Hashes keep as many bits as the table has.
  private let shift: UInt32

  init(_ terms: [WeighedQuery.Term]) {
    // At most an eighth full, so that almost every other term meets a free place.
    let bits = max(6, UInt32(Int.bitWidth - (terms.count * 8).leadingZeroBitCount))
    precondition(bits < 32, "A query has fewer than 100 million terms")
    shift = 32 - bits
    slots = [UInt64](repeating: 0, count: 1 << Int(bits))
    let mask = slots.count - 1
    for term in terms {
      var at = Self.place(UInt32(term.id), shift)
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = UInt64(term.id + 1) << 32 | UInt64(term.value)
    }
  }

  @inline(__always)
  private static func place(_ id: UInt32, _ shift: UInt32) -> Int {
    Int((id &* 0x9E37_79B1) &>> shift)
  }

  /// The points of a document; 0 where it has no term of the query.
  @inline(__always)
  func points(
    of document: Int, _ starts: Span<Int>, _ terms: Span<UInt32>, _ impacts: Span<UInt16>
  ) -> UInt32 {
    let slots = slots.span
    let mask = slots.count - 1
    var points: UInt32 = 0
    for place in starts[document]..<starts[document + 1] {
      let id = terms[place]
      var at = Self.place(id, shift)
      // The mask keeps places within the table, which is never full.
      var slot = unsafe slots[unchecked: at & mask]
      while slot != 0 {
        if slot &>> 32 == UInt64(id) + 1 {
          points &+= Posting.points(
            UInt32(truncatingIfNeeded: slot), impact: UInt64(impacts[place]))
          break
        }
        at += 1
        slot = unsafe slots[unchecked: at & mask]
      }
    }
    return points
  }
}
