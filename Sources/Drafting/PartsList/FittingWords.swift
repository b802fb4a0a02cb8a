// SPDX-License-Identifier: Apache-2.0

/// Words by which lists say that a part is not fitted, and yes and no.
enum FittingWords {
  private static let notFitted: Set = [
    "dnp", "dnf", "dni", "dns", "do not populate", "do not fit", "do not place", "do not install",
    "do not mount", "don t fit", "dont fit", "don t populate", "dont populate", "don t place",
    "not fitted", "not populated", "not placed", "not mounted", "not installed", "no fit",
    "no stuff", "nostuff", "no pop", "nopop", "unpopulated", "unfitted", "nicht bestuckt",
    "nicht bestucken", "nicht bestueckt", "nicht bestuecken", "unbestuckt", "n b", "nicht verbaut",
    "nicht eingebaut", "nicht montiert", "entfallt", "entfaellt",
  ]

  private static let yes: Set = [
    "x", "1", "y", "yes", "ja", "j", "true", "wahr", "alt", "alternate", "alternative",
    "alternativ", "a", "ok", "fit", "fitted", "bestuckt", "mount", "ersatz", "substitute",
  ]

  private static let no: Set = [
    "0", "n", "no", "nein", "false", "falsch", "none", "keine", "kein", "dnp", "dnf",
  ]

  static func isYes(_ text: String) -> Bool {
    text == "✓" || text == "✔" || yes.contains(HeadingText.folded(text))
  }

  static func isNo(_ text: String) -> Bool {
    ["-", "—"].contains(text) || no.contains(HeadingText.folded(text)) || isNotFitted(text)
  }

  /// The longest of these words, in bytes.
  private static let longest = 24

  /// Whether a text, or a part of it between commas, brackets or dashes, says "not fitted".
  static func isNotFitted(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 400 else { return false }
    if text.utf8.count <= longest, notFitted.contains(HeadingText.folded(text)) { return true }
    if text.contains("DN"),
      text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        .contains(where: { $0 == "DNP" || $0 == "DNF" || $0 == "DNI" })
    {
      return true
    }
    var segment: [UInt8] = []
    for byte in text.utf8 {
      if separators.contains(byte) {
        if says(segment) { return true }
        segment.removeAll(keepingCapacity: true)
      } else {
        segment.append(byte)
      }
    }
    return segment.count < text.utf8.count && says(segment)
  }

  private static let separators = Array(",;()[]{}|:/\n".utf8)

  private static func says(_ segment: [UInt8]) -> Bool {
    guard segment.count >= 3, segment.count <= longest else { return false }
    return notFitted.contains(HeadingText.folded(String(decoding: segment, as: UTF8.self)))
  }
}
