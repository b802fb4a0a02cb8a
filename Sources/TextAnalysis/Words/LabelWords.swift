// SPDX-License-Identifier: Apache-2.0

/// The folded words of a label, the same as ``TextWords`` finds, without their places: some 100 ns a
/// word. Keeps its memory from label to label.
public struct LabelWords: ~Copyable {
  /// The letters of all words, one behind the other, umlauts merged.
  public private(set) var letters: [UInt8] = []
  public private(set) var ranges: [Range<Int>] = []
  /// Whether each word is written with umlauts, dotted or spelled out.
  public private(set) var hasUmlauts: [Bool] = []

  public init() {}

  public mutating func read(_ label: String) {
    clear()
    var label = label
    let isPlain = label.withUTF8 { bytes in unsafe readPlain(bytes) }
    if !isPlain { readSlowly(label) }
  }

  private mutating func clear() {
    letters.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    hasUmlauts.removeAll(keepingCapacity: true)
  }

  /// Latin letters, digits and marks that only separate; false where something else comes.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count < 1000 else { return false }
    let ascii = FoldingTable.ascii
    var at = 0
    /// Where the word at hand begins in `letters`, its umlauts still spelled out.
    var start = 0
    while at < bytes.count {
      let byte = unsafe bytes[at]
      at += 1
      if byte < 0x80 {
        let folded = ascii[Int(byte)]
        // Dots and apostrophes may join what stands around them.
        if folded == UInt8(ascii: ".") || folded == UInt8(ascii: "'") { return false }
        if folded == UInt8(ascii: " ") { start = endWord(start) } else { letters.append(folded) }
      } else {
        // À to ÿ but for × and ÷.
        guard byte == 0xC3, at < bytes.count, unsafe bytes[at] & 0x3F != 0x17,
          unsafe bytes[at] & 0x3F != 0x37
        else { return false }
        letters += FoldingTable.letters(for: 0xC0 | UInt32(unsafe bytes[at] & 0x3F), .spelledOut)
        at += 1
      }
    }
    _ = endWord(start)
    return true
  }

  /// Merges the umlauts of the word that begins there, as `FoldedText.mergedWord` does, in place.
  ///
  /// - Returns: where the next word begins.
  private mutating func endWord(_ start: Int) -> Int {
    let count = letters.count - start
    guard count > 0 else { return start }
    var end = letters.count
    if count > 3 {
      end = start + 1
      for at in start + 1..<letters.count {
        let letter = letters[at]
        let last = letters[end - 1]
        let isVowel =
          last == UInt8(ascii: "a") || last == UInt8(ascii: "o") || last == UInt8(ascii: "u")
        if letter == UInt8(ascii: "e"), isVowel { continue }
        if letter == UInt8(ascii: "a"), last == letter { continue }
        letters[end] = letter
        end += 1
      }
      letters.removeLast(letters.count - end)
    }
    ranges.append(start..<end)
    hasUmlauts.append(end - start < count)
    return end
  }

  private mutating func readSlowly(_ label: String) {
    clear()
    for word in TextWords(label, language: .german).words {
      ranges.append(letters.count..<letters.count + word.folded.count)
      letters += word.folded
      hasUmlauts.append(word.hasUmlauts)
    }
  }
}
