// SPDX-License-Identifier: Apache-2.0

/// Words, each once, numbered from 0 up in the order in which they came; their letters lie in one
/// array. Finding or adding one takes some 30 ns.
public struct WordTable: Sendable {
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing; numbers plus one, 0 where a place is free. At most half of them are taken.
  private var places: [UInt32]

  /// - Parameter capacity: how many words there will be, more or less.
  public init(capacity: Int = 32) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    places = [UInt32](repeating: 0, count: size)
    letters.reserveCapacity(capacity * 8)
    ends.reserveCapacity(capacity)
  }

  public var count: Int { ends.count }

  public subscript(number: Int) -> ArraySlice<UInt8> { letters[range(number)] }

  /// The number of a word, nil where it is not there.
  public func number(of word: [UInt8]) -> Int? {
    let known = Int(places[place(word, 0..<word.count)])
    return known == 0 ? nil : known - 1
  }

  /// The number of a word, which is added where it is new.
  public mutating func insert(_ word: [UInt8]) -> Int { insert(word, 0..<word.count) }

  /// The same for a stretch of an array.
  public mutating func insert(_ source: [UInt8], _ range: Range<Int>) -> Int {
    var place = place(source, range)
    let known = Int(places[place])
    if known != 0 { return known - 1 }
    if ends.count * 2 >= places.count {
      grow()
      place = self.place(source, range)
    }
    letters += source[range]
    ends.append(letters.count)
    places[place] = UInt32(ends.count)
    return ends.count - 1
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Where the word stands, or the free place where it belongs.
  private func place(_ source: [UInt8], _ range: Range<Int>) -> Int {
    let mask = places.count - 1
    var place = Self.hash(source, range) & mask
    while true {
      let known = Int(places[place]) - 1
      if known < 0 || equals(known, source, range) { return place }
      place = (place + 1) & mask
    }
  }

  private func equals(_ number: Int, _ source: [UInt8], _ other: Range<Int>) -> Bool {
    let own = range(number)
    return own.count == other.count && letters[own].elementsEqual(source[other])
  }

  /// Eight bytes at a time, multiplied and folded (as in wyhash).
  private static func hash(_ source: [UInt8], _ range: Range<Int>) -> Int {
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
    return Int(truncatingIfNeeded: hash >> 1)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [UInt32](repeating: 0, count: mask + 1)
    for number in ends.indices {
      var place = Self.hash(letters, range(number)) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(number + 1)
    }
  }
}
