// SPDX-License-Identifier: Apache-2.0

/// A code in the spelling of its standard.
struct ClassificationCode: Hashable {
  let text: String
  private let standard: ClassificationScheme.Standard

  /// Nil where the standard knows no such code. Lost leading zeros and missing dots are mended, the
  /// check digit of a CPV code goes.
  init?(_ written: String, _ standard: ClassificationScheme.Standard) {
    let trimmed = written.filter { !$0.isWhitespace }
    let code: String? =
      switch standard {
      case .cpv: Self.cpv(trimmed)
      case .wz, .nace: Self.activity(trimmed)
      case .hs: Self.even(trimmed.filter { $0 != "." }, longest: 6)
      case .nsg: Self.even(trimmed, longest: 4)
      }
    guard let code else { return nil }
    text = code
    self.standard = standard
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func cpv(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, isDigits(parts[0]), (7...8).contains(parts[0].count),
      parts.count == 1 || parts[1].count == 1 && isDigits(parts[1])
    else { return nil }
    return parts[0].count == 7 ? "0" + parts[0] : String(parts[0])
  }

  /// `C`, `25`, `25.6`, `25.62`, `25.62.0`; `2562` and `1.11` are mended.
  private static func activity(_ text: String) -> String? {
    if text.utf8.count == 1, let letter = text.uppercased().utf8.first,
      (0x41...0x5A).contains(letter)
    {
      return text.uppercased()
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy(isDigits), (1...3).contains(parts.count) else { return nil }
    var digits = parts.joined()
    if parts[0].count == 1 { digits = "0" + digits }
    if parts.count > 1 {
      guard parts[0].count <= 2, parts.count == 2 || parts[1].count == 2 && parts[2].count == 1
      else { return nil }
    }
    guard (2...5).contains(digits.count) else { return nil }
    return dotted(digits)
  }

  /// `25620` is `25.62.0`.
  private static func dotted(_ digits: String) -> String {
    var text = ""
    for (at, digit) in digits.enumerated() {
      if at == 2 || at == 4 { text.append(".") }
      text.append(digit)
    }
    return text
  }

  private static func even(_ text: String, longest: Int) -> String? {
    guard isDigits(text) else { return nil }
    let code = text.count.isMultiple(of: 2) ? text : "0" + text
    return code.count <= longest ? code : nil
  }

  /// Codes of wider entries, the nearest first, as far as the code tells. A section is told by the
  /// order of a file alone.
  var wider: [String] {
    switch standard {
    case .cpv:
      let digits = Array(text)
      let significant = max(2, digits.count - digits.reversed().prefix { $0 == "0" }.count)
      return stride(from: significant - 1, through: 2, by: -1).map { count in
        String(digits[..<count]) + String(repeating: "0", count: digits.count - count)
      }.filter { $0 != text }.reduce(into: []) { list, code in
        if list.last != code { list.append(code) }
      }
    case .wz, .nace:
      let digits = text.filter { $0 != "." }
      guard digits.count > 2 else { return [] }
      return stride(from: digits.count - 1, through: 2, by: -1).map {
        Self.dotted(String(digits.prefix($0)))
      }
    case .hs, .nsg:
      return stride(from: text.count - 2, to: 0, by: -2).map { String(text.prefix($0)) }
    }
  }

  var isSection: Bool { text.utf8.count == 1 }
}
