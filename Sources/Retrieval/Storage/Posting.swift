// SPDX-License-Identifier: Apache-2.0

/// A document and what a term means for it, in one word: the document above, the fields it occurs
/// in, and below its impact. Sorting postings sorts documents.
struct Posting: Sendable, Hashable {
  let bits: UInt64

  init(document: UInt32, fields: UInt8, impact: UInt16) {
    bits = UInt64(document) << 32 | UInt64(fields) << 16 | UInt64(impact)
  }

  /// The same for a document's new number.
  func renumbered(_ document: UInt32) -> Posting {
    Posting(document: document, fields: fields, impact: impact)
  }

  var document: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  /// A bit a field, the first lowest.
  var fields: UInt8 { UInt8(truncatingIfNeeded: bits >> 16) }
  /// The saturated frequency: 0 never occurs, 65,535 is as much as can be.
  var impact: UInt16 { UInt16(truncatingIfNeeded: bits) }

  /// Points of a posting to a term of this value. At least 1, so that 0 means "not found".
  @inline(__always)
  func points(_ value: UInt32) -> UInt32 { Self.points(value, impact: bits & 0xFFFF) }

  /// The same where only the impact is at hand; it lies in 0…65,535.
  @inline(__always)
  static func points(_ value: UInt32, impact: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (UInt64(value) &* impact) &>> 16) &+ 1
  }

  /// - Parameter frequency: weighted occurrences, diluted by length.
  static func impact(_ frequency: Float, saturation: Float) -> UInt16 {
    UInt16(max(1, (65535 * frequency / (saturation + frequency)).rounded()))
  }
}
