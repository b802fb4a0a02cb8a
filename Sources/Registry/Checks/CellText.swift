// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A cell's text without what nobody meant: blanks around and doubled, control and invisible
/// characters, accents apart from their letters.
public enum CellText {
  /// Trimmed, one blank between words, Unicode normal form C. Spreadsheet formulas stay text.
  ///
  /// Linear; plain text is returned as it is.
  public static func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    var kept = String.UnicodeScalarView()
    var isBlankDue = false
    var mayCompose = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
        isBlankDue = !kept.isEmpty
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
        continue
      default:
        if isBlankDue { kept.append(" ") }
        isBlankDue = false
        mayCompose = mayCompose || scalar.value >= 0x300
        kept.append(scalar)
      }
    }
    let text = String(kept)
    return mayCompose ? text.precomposedStringWithCanonicalMapping : text
  }

  /// Whether nothing is to do, by one look at the bytes: ASCII and the Latin letters up to U+017F.
  private static func isClean(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F { return false }
      if byte == 0x20, before == 0x20 { return false }
      // C2 begins controls, the no-break blank and the soft hyphen; C6 and beyond is rare.
      if byte >= 0xC0, byte < 0xC3 || byte > 0xC5 { return false }
      before = byte
    }
    return before != 0x20
  }

  /// Whether a cleaned text only fills the cell: `-`, `n/a`, `k. A.`.
  public static func isPlaceholder(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= 16 else { return false }
    // Nothing but - . ? / _ and blanks, or a dash of two or three bytes.
    let mark = text.utf8.first ?? 0
    if mark < 0x40 || mark == 0x5F || mark == 0xE2 {
      let isMarks = text.utf8.allSatisfy {
        $0 == 45 || $0 == 46 || $0 == 63 || $0 == 47 || $0 == 95 || $0 == 32
      }
      if isMarks || mark == 0xE2 && (text == "–" || text == "—" || text == "∅") { return true }
    }
    let first = text.utf8.first.map { $0 | 0x20 } ?? 0
    guard first == 0x6E || first == 0x6B || first == 0x75 || first == 0x28 || first == 0x65 else {
      return false
    }
    return words.contains(text.lowercased().filter { $0 != " " && $0 != "." })
  }

  private static let words: Set = [
    "n/a", "na", "n/v", "nv", "k/a", "ka", "nan", "null", "none", "nil", "keine", "keineangabe",
    "keineangaben", "unbekannt", "unknown", "entfällt", "(leer)", "(blank)", "(null)", "nb",
  ]

  /// What spreadsheets leave where a formula failed.
  static let spreadsheetErrors: Set = [
    "#N/A", "#NV", "#REF!", "#BEZUG!", "#VALUE!", "#WERT!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!",
    "#ZAHL!", "#ÜBERLAUF!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]
}
