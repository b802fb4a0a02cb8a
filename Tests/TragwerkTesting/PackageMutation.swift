// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Breaks chain packages in ways that follow from a seed: bytes of tables and of `datapackage.json`,
/// files swapped, rows cut out and put in elsewhere, cells replaced.
public struct PackageMutation {
  /// File names and contents.
  public private(set) var files: [(name: String, content: [UInt8])]
  private var random: SeededGenerator

  public init(_ files: [(name: String, content: [UInt8])], seed: UInt64) {
    self.files = files
    random = SeededGenerator(seed: seed)
    for _ in 0..<Int.random(in: 1...6, using: &random) { mutate() }
  }

  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "*", "-1", "1e999", "nan", "0", "1,5",
      "12.345",
      "row:2", "|", "sep=;\n", "\u{FEFF}", "{", "}", "[", "]", "\\u0000", "null", "../", "😀", " ",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80],
    ]

  private mutating func mutate() {
    guard !files.isEmpty else { return }
    let at = Int.random(in: 0..<files.count, using: &random)
    let other = Int.random(in: 0..<files.count, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: files.remove(at: at)
    case 1: (files[at].content, files[other].content) = (files[other].content, files[at].content)
    case 2: files[at].content = []
    case 3: cut(at)
    case 4, 5: spliceRows(from: other, into: at)
    case 6: files[at].content = files[at].content.flatMap { [$0, 0] as [UInt8] }
    case 7: swapCells(at)
    default: for _ in 0..<Int.random(in: 1...8, using: &random) { changeBytes(at) }
    }
  }

  private mutating func cut(_ at: Int) {
    let keep = Int.random(in: 0...files[at].content.count, using: &random)
    files[at].content.removeLast(files[at].content.count - keep)
  }

  private mutating func changeBytes(_ at: Int) {
    let count = files[at].content.count
    let place = Int.random(in: 0...count, using: &random)
    let length = min(count - place, Int.random(in: 0...3, using: &random))
    let piece =
      random.chance(oneIn: 3)
      ? [UInt8.random(in: 0...255, using: &random)] : random.pick(Self.pieces)
    files[at].content.replaceSubrange(place..<place + length, with: piece)
  }

  private mutating func spliceRows(from: Int, into: Int) {
    let source = files[from].content.split(separator: 10, omittingEmptySubsequences: false)
    var rows = files[into].content.split(separator: 10, omittingEmptySubsequences: false)
    let start = Int.random(in: 0..<source.count, using: &random)
    let end = min(source.count, start + Int.random(in: 1...20, using: &random))
    rows.insert(contentsOf: source[start..<end], at: Int.random(in: 0...rows.count, using: &random))
    files[into].content = Array(rows.joined(separator: [10]))
  }

  /// Two cells change places, so that keys and references go wrong while the form stays right.
  private mutating func swapCells(_ at: Int) {
    var rows = files[at].content.split(separator: 10, omittingEmptySubsequences: false).map {
      $0.split(separator: 44, omittingEmptySubsequences: false).map(Array.init)
    }
    let (first, second) = (
      Int.random(in: 0..<rows.count, using: &random), Int.random(in: 0..<rows.count, using: &random)
    )
    guard !rows[first].isEmpty, !rows[second].isEmpty else { return }
    let a = Int.random(in: 0..<rows[first].count, using: &random)
    let b = Int.random(in: 0..<rows[second].count, using: &random)
    let cell = rows[first][a]
    rows[first][a] = rows[second][b]
    rows[second][b] = cell
    files[at].content = Array(
      rows.map { Array($0.joined(separator: [44])) }.joined(separator: [10]))
  }
}
