// SPDX-License-Identifier: Apache-2.0

/// Terms, each once, their letters in one array. Finding or adding one takes about 50 ns.
struct RDFTermTable: Sendable {
  enum Kind: UInt8, Sendable {
    case iri, blank
    /// The qualifier is the term of the type.
    case typed
    /// The qualifier is the term of the language tag.
    case text
    /// A language tag; no statement holds one.
    case language
  }

  private(set) var kinds: [Kind] = []
  /// The type or the language of a literal; 0 for others.
  private(set) var qualifiers: [UInt32] = []
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing; numbers of terms plus one with the upper half of their hashes above them, 0
  /// where a place is free.
  private var places = [UInt64](repeating: 0, count: 1024)
  /// The process's own, so that no file can be made whose terms all collide.
  private let seed = UInt64(bitPattern: Int64(Hasher().finalize()))

  var count: Int { kinds.count }

  func range(_ term: Int) -> Range<Int> { (term == 0 ? 0 : ends[term - 1])..<ends[term] }

  func bytes(_ term: Int) -> ArraySlice<UInt8> { letters[range(term)] }

  func string(_ term: Int) -> String { String(decoding: bytes(term), as: UTF8.self) }

  /// The number of the term with these letters, which is added where it is new.
  mutating func number(
    _ kind: Kind, _ qualifier: UInt32, _ source: [UInt8], _ range: Range<Int>
  ) -> RDFTermID {
    let hash = hash(kind, qualifier, source, range)
    var place = place(kind, qualifier, source, range, hash)
    if let known = Self.term(places[place]) { return known }
    if kinds.count * 2 >= places.count {
      grow()
      place = self.place(kind, qualifier, source, range, hash)
    }
    kinds.append(kind)
    qualifiers.append(qualifier)
    letters += source[range]
    ends.append(letters.count)
    places[place] = Self.entry(kinds.count - 1, hash)
    return RDFTermID(kinds.count - 1)
  }

  private static func entry(_ term: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(term + 1)
  }

  private static func term(_ entry: UInt64) -> RDFTermID? {
    entry == 0 ? nil : RDFTermID(Int(entry & 0xFFFF_FFFF) - 1)
  }

  /// The number of a term, nil where it is not there.
  func find(_ kind: Kind, _ qualifier: UInt32, _ source: [UInt8]) -> RDFTermID? {
    let range = 0..<source.count
    let hash = hash(kind, qualifier, source, range)
    return Self.term(places[place(kind, qualifier, source, range, hash)])
  }

  /// Where the term stands, or the free place where it belongs. One is always free, since at most
  /// half of them are taken.
  private func place(
    _ kind: Kind, _ qualifier: UInt32, _ source: [UInt8], _ range: Range<Int>, _ hash: UInt64
  ) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = places[place]
      if entry == 0 { return place }
      // Terms are compared only where the hashes are alike.
      if (entry ^ hash) >> 32 == 0 {
        let known = Int(entry & 0xFFFF_FFFF) - 1
        if kinds[known] == kind, qualifiers[known] == qualifier, equals(known, source, range) {
          return place
        }
      }
      place = (place + 1) & mask
    }
  }

  private func equals(_ term: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
    let own = self.range(term)
    guard own.count == range.count else { return false }
    return unsafe letters.withUnsafeBytes { known in
      unsafe source.withUnsafeBytes { other in
        // Both ranges lie in their arrays, and so does what lies eight bytes on until the end.
        var offset = 0
        while offset + 8 <= own.count {
          let one = unsafe known.loadUnaligned(
            fromByteOffset: own.lowerBound + offset, as: UInt64.self)
          let two = unsafe other.loadUnaligned(
            fromByteOffset: range.lowerBound + offset, as: UInt64.self)
          if one != two { return false }
          offset += 8
        }
        while offset < own.count {
          if unsafe known[own.lowerBound + offset] != other[range.lowerBound + offset] {
            return false
          }
          offset += 1
        }
        return true
      }
    }
  }

  /// Eight bytes at a time, multiplied and folded (as in wyhash).
  private func hash(
    _ kind: Kind, _ qualifier: UInt32, _ source: [UInt8], _ range: Range<Int>
  ) -> UInt64 {
    var hash = seed ^ UInt64(kind.rawValue) ^ UInt64(qualifier) << 8 ^ UInt64(range.count) << 40
    unsafe source.withUnsafeBytes { bytes in
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = Self.mix(hash ^ eight)
        at += 8
      }
      var rest: UInt64 = 0
      while at < range.upperBound {
        let byte = unsafe bytes[at]
        rest = rest << 8 | UInt64(byte)
        at += 1
      }
      hash = Self.mix(hash ^ rest)
    }
    return hash
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [UInt64](repeating: 0, count: mask + 1)
    for term in kinds.indices {
      let hash = hash(kinds[term], qualifiers[term], letters, range(term))
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = Self.entry(term, hash)
    }
  }
}
