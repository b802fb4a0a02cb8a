// SPDX-License-Identifier: Apache-2.0

/// Words, each once, numbered from 0 up in the order in which they came; their letters lie in one
/// array. Finding or adding one takes some 30 ns.
public struct WordTable: Sendable {
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing; numbers plus one with the upper half of their words' hashes above them, 0
  /// where a place is free. At most half of them are taken.
  private var places: [UInt64]

  /// - Parameter capacity: how many words there will be, more or less.
  public init(capacity: Int = 32) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
    letters.reserveCapacity(capacity * 8)
    ends.reserveCapacity(capacity)
  }

  public var count: Int { ends.count }

  public subscript(number: Int) -> ArraySlice<UInt8> { letters[range(number)] }

  /// The number of a word, nil where it is not there.
  public func number(of word: [UInt8]) -> Int? {
    Self.number(places[place(word, 0..<word.count, Self.hash(word, 0..<word.count))])
  }

  /// The number of a word, which is added where it is new.
  public mutating func insert(_ word: [UInt8]) -> Int { insert(word, 0..<word.count) }

  /// The same for a stretch of an array.
  public mutating func insert(_ source: [UInt8], _ range: Range<Int>) -> Int {
    let hash = Self.hash(source, range)
    var place = place(source, range, hash)
    if let known = Self.number(places[place]) { return known }
    if ends.count * 2 >= places.count {
      grow()
      place = self.place(source, range, hash)
    }
    letters += source[range]
    ends.append(letters.count)
    places[place] = Self.entry(ends.count - 1, hash)
    return ends.count - 1
  }

  private static func entry(_ number: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
  }

  private static func number(_ entry: UInt64) -> Int? {
    entry == 0 ? nil : Int(entry & 0xFFFF_FFFF) - 1
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Where the word stands, or the free place where it belongs.
  private func place(_ source: [UInt8], _ range: Range<Int>, _ hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = places[place]
      // Letters are compared only where the hashes are alike.
      if entry == 0 { return place }
      if (entry ^ hash) >> 32 == 0, equals(Int(entry & 0xFFFF_FFFF) - 1, source, range) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  private func equals(_ number: Int, _ source: [UInt8], _ other: Range<Int>) -> Bool {
    let own = range(number)
    guard own.count == other.count else { return false }
    return unsafe letters.withUnsafeBytes { known in
      unsafe source.withUnsafeBytes { source in
        // Both ranges lie in their arrays, and so does what lies eight bytes on until the end.
        var offset = 0
        while offset + 8 <= own.count {
          let one = unsafe known.loadUnaligned(
            fromByteOffset: own.lowerBound + offset, as: UInt64.self)
          let two = unsafe source.loadUnaligned(
            fromByteOffset: other.lowerBound + offset, as: UInt64.self)
          if one != two { return false }
          offset += 8
        }
        while offset < own.count {
          if unsafe known[own.lowerBound + offset] != source[other.lowerBound + offset] {
            return false
          }
          offset += 1
        }
        return true
      }
    }
  }

  /// Eight bytes at a time, multiplied and folded (as in wyhash).
  private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(range.count)
    unsafe source.withUnsafeBytes { bytes in
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = mix(hash ^ eight)
        at += 8
      }
      var rest: UInt64 = 0
      while at < range.upperBound {
        let byte = unsafe bytes[at]
        rest = rest << 8 | UInt64(byte)
        at += 1
      }
      hash = mix(hash ^ rest)
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
    for number in ends.indices {
      let hash = Self.hash(letters, range(number))
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = Self.entry(number, hash)
    }
  }
}
