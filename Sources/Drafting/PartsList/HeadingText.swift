// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Text of a heading or keyword, brought into the one form in which such words are compared.
enum HeadingText {
  /// Lower case without accents; words of letters, digits and the characters kept, one blank apart.
  static func folded(_ text: String, keeping kept: String = "") -> String {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    var isGap = false
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      guard let plain = plain(scalar, kept) else {
        isGap = true
        continue
      }
      if isGap, !folded.isEmpty { folded += " " }
      isGap = false
      folded += plain
    }
    return folded
  }

  /// The form of one character, nil where it separates words.
  private static func plain(_ scalar: Unicode.Scalar, _ kept: String) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "A"..."Z": return String(scalar).lowercased()
    case "ä", "Ä", "á", "à", "â": return "a"
    case "ö", "Ö", "ó", "ô": return "o"
    case "ü", "Ü", "ú", "û": return "u"
    case "é", "è", "ê", "É": return "e"
    case "ß": return "ss"
    case _ where kept.unicodeScalars.contains(scalar): return String(scalar)
    case _ where scalar.properties.isAlphabetic: return String(scalar).lowercased()
    default: return nil
    }
  }

  static func words(_ text: String) -> [String] {
    folded(text).split(separator: " ").map(String.init)
  }
}
