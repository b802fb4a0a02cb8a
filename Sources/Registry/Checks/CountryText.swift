// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// Finds a country by alpha-2, alpha-3, or name in German or English.
public enum CountryText {
  /// ISO 3166-1 alpha-2; nil for what names no country.
  public static func code(_ text: String) -> String? {
    if text.utf8.count == 2, let code = codes[text] { return code }
    guard text.utf8.count <= 80 else { return nil }
    return codes[FoldedText(text, umlauts: .merged).string]
  }

  /// Every code and folded name, and the codes as they are written.
  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for line in CountryTable.lines.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      let code = String(parts[0])
      codes[code] = code
      for name in [parts[0], parts[1]] + parts[2].split(separator: "|") {
        let key = FoldedText(name, umlauts: .merged).string
        codes[key] = codes[key] ?? code
      }
    }
    return codes
  }()
}
