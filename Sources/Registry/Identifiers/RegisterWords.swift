// SPDX-License-Identifier: Apache-2.0

/// A register number as people write it, cut into words and numbers.
struct RegisterWords {
  enum Token: Equatable {
    /// Letters in lower case, as written otherwise.
    case word(String)
    /// Digits.
    case number(String)
  }

  let text: String
  let tokens: [Token]
  let digitCount: Int

  init(_ text: String) {
    self.text = text
    var tokens: [Token] = []
    var run: [UInt8] = []
    var isNumber = false
    var digitCount = 0
    func close() {
      guard !run.isEmpty else { return }
      let text = String(decoding: run, as: UTF8.self)
      tokens.append(isNumber ? .number(text) : .word(text))
      run.removeAll(keepingCapacity: true)
    }
    func append(_ bytes: some Sequence<UInt8>, isDigit: Bool) {
      if isNumber != isDigit { close() }
      isNumber = isDigit
      run.append(contentsOf: bytes)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 48...57:
        append(CollectionOfOne(UInt8(scalar.value)), isDigit: true)
        digitCount += 1
      case 97...122: append(CollectionOfOne(UInt8(scalar.value)), isDigit: false)
      case 65...90: append(CollectionOfOne(UInt8(scalar.value + 32)), isDigit: false)
      case 0xE0...0xFC where scalar.value != 0xF7:
        append([0xC3, UInt8(scalar.value - 0xC0 + 0x80)], isDigit: false)
      case 0x80... where scalar.properties.isAlphabetic || scalar.properties.isDiacritic:
        append(scalar.properties.lowercaseMapping.utf8, isDigit: false)
      default: close()
      }
    }
    close()
    self.tokens = tokens
    self.digitCount = digitCount
  }

  /// Whether every number here is nothing but zeros or nines, or there is none.
  var hasPlaceholder: Bool {
    tokens.allSatisfy { token in
      guard case .number(let digits) = token else { return true }
      return IdentifierText.isPlaceholder(Array(digits.utf8))
    }
  }

  /// The country the text names by its first two letters, else the hint; and the text without it.
  func country(hint: String?) -> (country: String?, rest: String) {
    guard case .word(let first)? = tokens.first else { return (hint, text) }
    if first == "fn", hint == nil || hint == "AT" { return ("AT", text) }
    if first == "che", hint == nil || hint == "CH" { return ("CH", text) }
    let prefix = first.uppercased()
    let isCountry = hint == nil ? Self.prefixes.contains(prefix) : prefix == hint
    guard isCountry, digitCount >= 4 else { return (hint, text) }
    let rest = text.drop { !$0.isLetter }.dropFirst(2)
    return (prefix, String(rest))
  }

  /// Two letters that mean a country where nothing else says which it is.
  private static let prefixes: Set = [
    "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "US", "TR", "UA",
  ]
}
