// SPDX-License-Identifier: Apache-2.0

/// Words as dense numbers, in the order in which they came: one arena of bytes and an open table.
struct TermDictionary: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word begins; the last entry is the end of the arena.
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Number of the word plus one; 0 is free. A power of two, at most half full.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)

  var count: Int { hashes.count }

  /// Longer words are cut here by whoever adds them.
  static let longest = 64

  subscript(id: Int) -> ArraySlice<UInt8> { bytes[Int(starts[id])..<Int(starts[id + 1])] }

  /// The number of a word, nil where it never came.
  func id(of word: some Collection<UInt8>) -> UInt32? {
    let entry = slots[slot(of: word, Self.hash(word))]
    return entry == 0 ? nil : entry - 1
  }

  /// The number of a word, a new one where it never came.
  mutating func insert(_ word: some Collection<UInt8>) -> UInt32 {
    let hash = Self.hash(word)
    let slot = slot(of: word, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let id = UInt32(hashes.count)
    precondition(bytes.count + word.count < Int(UInt32.max), "Words fit into 4 GiB")
    bytes += word
    starts.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = id + 1
    if hashes.count * 2 > slots.count { grow() }
    return id
  }

  private func slot(of word: some Collection<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var at = Int(hash) & mask
    while slots[at] != 0 {
      let id = Int(slots[at] - 1)
      if hashes[id] == hash, self[id].elementsEqual(word) { return at }
      at = (at + 1) & mask
    }
    return at
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (id, hash) in hashes.enumerated() {
      var at = Int(hash) & mask
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = UInt32(id) + 1
    }
  }

  /// FNV-1a with a final mix (the high bits of FNV alone are weak for short words).
  private static func hash(_ word: some Collection<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    hash &*= 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
