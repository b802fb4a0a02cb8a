// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis
import Vocabulary

/// Codes of classifications: the form is checked, not whether the code exists.
enum CodeText {
  static func code(_ text: String, _ pattern: CodePattern, _ label: LocalizedText)
    throws(FieldFault) -> String
  {
    let found: String?
    switch pattern {
    case .branch: found = branch(text)
    case .nuts: found = plain(text, 2...5) { $0.prefix(2).allSatisfy(IdentifierText.isLetter) }
    case .unlocode:
      found = plain(text, 5...5) { code in
        code.prefix(2).allSatisfy(IdentifierText.isLetter)
          && code.suffix(3).allSatisfy { IdentifierText.isLetter($0) || $0 >= 50 }
      }
    case .legalForm:
      found = plain(text, 4...4) { $0.contains(where: IdentifierText.isDigit) } ?? legalForm(text)
    }
    if let found { return found }
    throw FieldFault(
      .codeForm,
      de:
        "\(label.german): „\(FieldFault.excerpt(text))“ hat nicht die Form eines Codes. Erwartet: \(pattern.example.german).",
      en:
        "\(label.english): “\(FieldFault.excerpt(text))” does not have the form of a code. Expected: \(pattern.example.english)."
    )
  }

  private static func plain(
    _ text: String, _ length: ClosedRange<Int>, _ isRight: ([UInt8]) -> Bool
  ) -> String? {
    guard text.utf8.count <= 12, let code = IdentifierText.compact(text),
      length.contains(code.count), isRight(code)
    else { return nil }
    return IdentifierText.string(code)
  }

  /// `GmbH` → its code. Of several forms the last is the firm's own: `GmbH & Co. KG` is a KG.
  private static func legalForm(_ text: String) -> String? {
    NameParts(FoldedText("x " + text)).forms.last?.code
  }

  /// `25`, `25.5`, `25.50`, `25.50.1`, a section's letter; also `2550`, `C25.50`, `WZ 25.50 Schmieden`.
  static func branch(_ text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    for label in ["WZ2008", "WZ 2008", "WZ2025", "WZ 2025", "WZ", "NACE"]
    where bytes.starts(with: label.utf8) {
      bytes = bytes.dropFirst(label.utf8.count)
      break
    }
    bytes = bytes.drop { !IdentifierText.isDigit($0) && !IdentifierText.isLetter($0) }
    if let section = bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "V")).contains(section) {
      let rest = bytes.dropFirst()
      if rest.first.map({ !isWordPart($0) }) ?? true {
        return String(Unicode.Scalar(section))
      }
      bytes = rest
    }
    let code = bytes.prefix { IdentifierText.isDigit($0) || $0 == 46 }
    if let behind = bytes.dropFirst(code.count).first, isWordPart(behind) { return nil }
    var groups = code.split(separator: 46).map(Array.init)
    if groups.count == 1, let digits = groups.first, digits.count > 2 {
      // Written without points.
      groups = [Array(digits.prefix(2)), Array(digits[2...].prefix(2)), Array(digits.dropFirst(4))]
        .filter { !$0.isEmpty }
    }
    guard (1...3).contains(groups.count), groups[0].count <= 2 else { return nil }
    if groups[0].count == 1 { groups[0].insert(48, at: 0) }
    let isRight =
      CheckDigits.number(groups[0]) > 0
      && (groups.count < 2 || groups[1].count <= 2)
      && (groups.count < 3 || groups[1].count == 2 && groups[2].count == 1)
    return isRight ? groups.map { IdentifierText.string($0) }.joined(separator: ".") : nil
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    IdentifierText.isDigit(byte) || IdentifierText.isLetter(byte & 0xDF) || byte >= 0x80
  }
}

extension CodePattern {
  fileprivate var example: LocalizedText {
    switch self {
    case .branch: LocalizedText(de: "25, 25.5, 25.50 oder C", en: "25, 25.5, 25.50 or C")
    case .nuts: LocalizedText(de: "etwa DE21H", en: "such as DE21H")
    case .unlocode: LocalizedText(de: "etwa DEHAM", en: "such as DEHAM")
    case .legalForm:
      LocalizedText(de: "etwa GmbH, oder 2HBR (ISO 20275)", en: "such as GmbH, or 2HBR (ISO 20275)")
    }
  }
}
