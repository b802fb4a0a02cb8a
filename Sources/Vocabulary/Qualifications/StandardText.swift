// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// The name of a standard without what is written or left away at will.
enum StandardText {
  /// Words and numbers in order; publishers (`DIN EN ISO`), editions (`:2015`) and filling words are
  /// gone, letters and digits stand apart.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var editionMayFollow = false
    for word in FoldedText(text, umlauts: .merged).string.split(separator: " ") {
      for part in parts(word) {
        if publishers.contains(part) { continue }
        let isYear =
          part.utf8.count == 4 && editionMayFollow
          && (part.hasPrefix("19") || part.hasPrefix("20"))
        editionMayFollow = part.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
        if !isYear { words.append(part) }
      }
    }
    return words
  }

  private static func parts(_ word: Substring) -> [String] {
    var parts: [String] = []
    var wasDigit: Bool?
    for scalar in word.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if wasDigit == isDigit, !parts.isEmpty {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else {
        parts.append(String(scalar))
      }
      wasDigit = isDigit
    }
    return parts
  }

  private static let publishers: Set = [
    "din", "en", "iso", "iec", "bs", "nf", "oenorm", "onorm", "sn", "uni", "norm", "nach", "gemass",
    "zertifiziert", "zertifikat", "zertifizierung", "certified", "certificate", "according", "to",
  ]
}
