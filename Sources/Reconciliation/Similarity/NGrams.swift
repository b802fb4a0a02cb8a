// SPDX-License-Identifier: Apache-2.0

/// The three-byte pieces of a text, each once, with a blank before and behind it.
public struct NGrams: Sendable, Hashable {
  /// Ascending.
  public let pieces: [UInt32]

  public init(_ text: [UInt8]) {
    guard !text.isEmpty else {
      pieces = []
      return
    }
    var all: [UInt32] = []
    all.reserveCapacity(text.count)
    var window: UInt32 = 0x20
    for byte in text + [0x20] {
      window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
      if window > 0xFFFF { all.append(window) }
    }
    all.sort()
    var pieces: [UInt32] = []
    pieces.reserveCapacity(all.count)
    for piece in all where pieces.last != piece { pieces.append(piece) }
    self.pieces = pieces
  }

  /// Dice coefficient: shared pieces, counted for both sides, over all pieces. Two empty texts are 1.
  public func similarity(_ other: Self) -> Double {
    let all = pieces.count + other.pieces.count
    guard all > 0 else { return 1 }
    return 2 * Double(shared(other)) / Double(all)
  }

  /// How many pieces both have; one pass over both.
  public func shared(_ other: Self) -> Int {
    var shared = 0
    var i = 0
    var j = 0
    while i < pieces.count, j < other.pieces.count {
      if pieces[i] == other.pieces[j] {
        shared += 1
        i += 1
        j += 1
      } else if pieces[i] < other.pieces[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }
}
