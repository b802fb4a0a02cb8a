// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Text of a heading or keyword, brought into the one form in which such words are compared.
enum HeadingText {
  /// Lower case without accents; words of letters, digits and the characters kept, one blank apart.
  static func folded(_ text: String, keeping kept: String = "") -> String {
    if let quick = foldedASCII(text, kept) { return quick }
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

  /// The same over bytes, nil where the text is more than ASCII.
  private static func foldedASCII(_ text: String, _ kept: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isGap = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      let isUpper = byte >= 65 && byte <= 90
      let isWord = isUpper || byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57
      guard isWord || kept.utf8.contains(byte) else {
        isGap = true
        continue
      }
      if isGap, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      isGap = false
      bytes.append(isUpper ? byte | 32 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
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
