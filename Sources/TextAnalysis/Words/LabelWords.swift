// SPDX-License-Identifier: Apache-2.0

/// The folded words of a label, the same as ``TextWords`` finds, without their places: some 100 ns a
/// word. Keeps its memory from label to label.
public struct LabelWords: ~Copyable {
  /// The letters of all words, one behind the other, umlauts merged.
  public private(set) var letters: [UInt8] = []
  public private(set) var ranges: [Range<Int>] = []
  /// Whether each word is written with umlauts, dotted or spelled out.
  public private(set) var hasUmlauts: [Bool] = []
  private var word: [UInt8] = []

  public init() {}

  public mutating func read(_ label: String) {
    letters.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    hasUmlauts.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    var label = label
    let isPlain = label.withUTF8 { bytes in unsafe readPlain(bytes) }
    if !isPlain { readSlowly(label) }
  }

  /// Latin letters, digits and marks that only separate; false where something else comes.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count < 1000 else { return false }
    var at = 0
    while at < bytes.count {
      let byte = unsafe bytes[at]
      at += 1
      if byte < 0x80 {
        let folded = FoldingTable.ascii[Int(byte)]
        // Dots and apostrophes may join what stands around them.
        if folded == UInt8(ascii: ".") || folded == UInt8(ascii: "'") { return false }
        if folded == UInt8(ascii: " ") { endWord() } else { word.append(folded) }
      } else {
        // À to ÿ but for × and ÷.
        guard byte == 0xC3, at < bytes.count, unsafe bytes[at] & 0x3F != 0x17,
          unsafe bytes[at] & 0x3F != 0x37
        else { return false }
        word += FoldingTable.letters(for: 0xC0 | UInt32(unsafe bytes[at] & 0x3F), .spelledOut)
        at += 1
      }
    }
    endWord()
    return true
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let merged = FoldedText.mergedWord(word)
    ranges.append(letters.count..<letters.count + merged.count)
    letters += merged
    hasUmlauts.append(merged.count < word.count)
    word.removeAll(keepingCapacity: true)
  }

  private mutating func readSlowly(_ label: String) {
    letters.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    hasUmlauts.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    for word in TextWords(label, language: .german).words {
      ranges.append(letters.count..<letters.count + word.folded.count)
      letters += word.folded
      hasUmlauts.append(word.hasUmlauts)
    }
  }
}
