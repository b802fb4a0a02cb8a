// SPDX-License-Identifier: Apache-2.0

/// The letters and digits of a number as people write it.
enum IdentifierText {
  /// Longer texts are never read as a number.
  static let limit = 200

  /// Letters in upper case and digits; blanks and punctuation are gone. Nil where a letter is not
  /// ASCII or the text is too long, for no such scheme has one.
  static func compact(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= limit else { return nil }
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 48...57, 65...90: kept.append(UInt8(scalar.value))
      case 97...122: kept.append(UInt8(scalar.value - 32))
      // Digits and letters of full width, as East Asian keyboards give.
      case 0xFF10...0xFF19: kept.append(UInt8(scalar.value - 0xFF10 + 48))
      case 0xFF21...0xFF3A: kept.append(UInt8(scalar.value - 0xFF21 + 65))
      case _ where scalar.properties.isAlphabetic: return nil
      default: continue
      }
    }
    return kept
  }

  /// Whether a compact text only fills a cell: words for "none", or one digit over and over.
  static func isPlaceholder(_ compact: [UInt8]) -> Bool {
    guard let first = compact.first else { return true }
    let digits = compact.drop { !isDigit($0) }
    if digits.count >= 3, let digit = digits.first, digits.allSatisfy({ $0 == digit }),
      digit == 48 || digit == 57 || digits.count >= 8
    {
      return true
    }
    if compact.count <= 2, compact.allSatisfy({ $0 == 48 || $0 == 88 }) { return true }
    if compact.allSatisfy({ $0 == first }), first == 88 || first == 48 { return true }
    return compact.count <= 16 && words.contains(compact)
  }

  private static let words: Set<[UInt8]> = Set(
    [
      "NA", "NV", "NB", "NN", "KA", "NONE", "NULL", "NIL", "TBD", "KEINE", "KEINER", "KEIN",
      "UNBEKANNT", "UNKNOWN", "ENTFAELLT", "ENTFALLT", "NICHTVORHANDEN", "NOTAVAILABLE", "OHNE",
      "NOTAPPLICABLE", "NOTREQUIRED", "KEINEANGABE", "FOLGT", "MISSING", "NOTREGISTERED",
    ].map { Array($0.utf8) })

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  static func isLetter(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  static func string(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
