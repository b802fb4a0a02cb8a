// SPDX-License-Identifier: Apache-2.0

/// What a text says about packs: `pack of 50`, `VE 100`, `(10x)`, `x18`.
struct PackPhrase: Equatable {
  /// Pieces in one pack.
  var size: Double?
  /// How many packs, or pieces, the text itself names.
  var count: Double?

  var isEmpty: Bool { size == nil && count == nil }

  /// The number a text multiplies one by: `packs of 25, x2` is 50.
  var total: Double? {
    isEmpty ? nil : (size ?? 1) * (count ?? 1)
  }

  private static let packWords: Set = [
    "pack", "packs", "package", "packages", "pkg", "packet", "packets", "box", "boxes", "bag",
    "bags", "packung", "packungen", "beutel", "karton", "paket", "pk", "set", "schachtel",
  ]
  private static let links: Set = ["of", "a", "à", "mit", "zu", "with", "je"]
  private static let pieceWords: Set = ["stück", "stk", "stk.", "pcs", "pieces", "stueck"]
  private static let sizeWords: Set = ["ve", "vpe"]

  init(_ text: String) {
    guard text.utf8.count <= 2_000, text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else {
      return
    }
    let words = text.lowercased().split {
      !($0.isLetter || $0.isNumber || $0 == "." || $0 == "/" || $0 == "\"")
    }.map(String.init)
    for (at, word) in words.enumerated() {
      let next = at + 1 < words.count ? words[at + 1] : ""
      let afterNext = at + 2 < words.count ? words[at + 2] : ""
      if Self.packWords.contains(word), Self.links.contains(next) {
        size = size ?? Self.whole(afterNext)
      } else if Self.sizeWords.contains(word) {
        size = size ?? Self.whole(next) ?? (Self.links.contains(next) ? Self.whole(afterNext) : nil)
      } else if Self.pieceWords.contains(word), at > 0, !next.contains("/") {
        size = size ?? Self.whole(words[at - 1])
      } else if let slash = word.firstIndex(of: "/") {
        // 50/pack, 100 Stk/VE
        let unit = String(word[word.index(after: slash)...])
        guard Self.packWords.contains(unit) || Self.sizeWords.contains(unit) else { continue }
        size =
          size ?? Self.whole(String(word[..<slash])) ?? (at > 0 ? Self.whole(words[at - 1]) : nil)
      }
    }
    count = Self.count(text)
  }

  /// `(10x)`, `(x6)`, `… x18` or `… 4x` at the end; not `M3 x 6` or `2x12`.
  private static func count(_ text: String) -> Double? {
    let lower = text.lowercased().replacing("×", with: "x")
    for piece in lower.split(whereSeparator: { "()[],".contains($0) }) {
      let words = piece.split(separator: " ")
      guard let last = words.last else { continue }
      let isAlone = words.count == 1
      let before = words.dropLast().last
      let followsNumber = before?.last?.isNumber ?? false
      // Outside brackets only at the very end of the text.
      guard isAlone || lower.hasSuffix(last), !followsNumber || isAlone else { continue }
      if last.hasPrefix("x"), let count = whole(String(last.dropFirst())) { return count }
      if last.hasSuffix("x"), let count = whole(String(last.dropLast())) { return count }
    }
    return nil
  }

  private static func whole(_ text: String) -> Double? {
    var digits = text[...]
    while digits.last == "." { digits.removeLast() }
    guard let number = Int(digits), (2...100_000).contains(number) else { return nil }
    return Double(number)
  }
}
