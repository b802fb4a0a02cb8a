// SPDX-License-Identifier: Apache-2.0
import Localization

/// A German register entry found among words: kind, number, what stands behind it, and a court.
struct GermanRegisterEntry {
  /// Commercial register A and B, cooperatives, partnerships, associations, companies under civil law.
  private static let kinds: [String: String] = [
    "hra": "hra", "hrb": "hrb", "hbr": "hrb", "gnr": "gnr", "pr": "pr", "vr": "vr", "gsr": "gsr",
    "her": "her",
  ]

  private var kind: String
  private var groups: [String] = []
  private var suffix: String?
  private var court: [String] = []
  private var namesCourt = false
  private var isRepeated = false

  /// Nil where no kind of a German register is named.
  init?(_ words: RegisterWords) {
    var tokens = words.tokens
    guard let at = Self.joinKind(&tokens), case .word(let name) = tokens[at],
      let kind = Self.kinds[name]
    else { return nil }
    self.kind = kind
    // The number stands behind the kind, or after the court behind it (`HRB Dresden 123`).
    var isNumberRead = false
    reading: for (place, token) in tokens.enumerated() where place != at {
      let followsNumber = place > 0 && Self.isNumber(tokens[place - 1])
      switch token {
      case .number(let digits):
        if isNumberRead || !groups.isEmpty && !followsNumber { isRepeated = true }
        groups.append(digits)
      case .word(let word):
        if followsNumber { isNumberRead = true }
        if word == "amtsgericht" {
          namesCourt = true
          continue
        }
        let length = word.utf8.count
        if length >= 4, Self.former.contains(word) { break reading }
        if followsNumber, length <= 2 {
          if RegisterCourt.suffixes.contains(word) {
            suffix = word
            continue
          }
        }
        if length <= 3, Self.kinds[word] != nil { isRepeated = true }
        if Self.isCourtWord(word) { namesCourt = true } else { court.append(word) }
      }
    }
  }

  /// The place of the kind, after `hr` `b` or `handelsregister` `b` have become one token.
  private static func joinKind(_ tokens: inout [RegisterWords.Token]) -> Int? {
    for at in tokens.indices {
      guard case .word(let word) = tokens[at] else { continue }
      if word.utf8.count <= 3, kinds[word] != nil { return at }
      if word == "hr" || word == "handelsregister" || word == "gn" || word == "gs",
        at + 1 < tokens.count, case .word(let next) = tokens[at + 1]
      {
        let joined = (word.hasPrefix("g") ? word : "hr") + next
        if kinds[joined] != nil {
          tokens.replaceSubrange(at...at + 1, with: [.word(joined)])
          return at
        }
      }
    }
    return nil
  }

  private static func isNumber(_ token: RegisterWords.Token) -> Bool {
    if case .number = token { true } else { false }
  }

  /// What follows names the court of an older number.
  private static let former: Set = ["früher", "frueher", "vormals", "ehemals", "ehem", "zuvor"]

  private static let fillers: Set = [
    "nr", "nummer", "no", "register", "handelsregister", "vereinsregister", "reg", "a", "b", "des",
    "beim", "bei", "dem", "am", "sitz", "de", "deutschland", "germany", "abt", "abteilung",
    "genossenschaftsregister", "eingetragen", "im",
  ]

  /// `Amtsgericht` in its spellings and misspellings, `AG`, `Registergericht`.
  static func isCourtWord(_ word: String) -> Bool {
    if word == "amtsgericht" || word == "ag" || word == "registergericht" || word == "reggericht" {
      return true
    }
    guard word.utf8.count >= 7, word.utf8.count <= 14, word.hasPrefix("am") || word.hasPrefix("re")
    else { return false }
    let plain = Array(word.utf8)
    return SpellingDistance.isWithin(2, plain, Array("amtsgericht".utf8))
      || SpellingDistance.isWithin(2, plain, Array("registergericht".utf8))
  }

  func normalised() throws(IdentifierFault) -> String {
    if isRepeated { throw .several }
    let number = try joinedNumber()
    let name = try courtName()
    let isOwn = suffix.map { RegisterCourt.ownSuffixes[name] == $0 } ?? true
    return "de/\(name)/\(kind) \(number)" + (isOwn ? "" : " \(suffix ?? "")")
  }

  /// `55 933` and `55.933` are one number, `55 93` are two.
  private func joinedNumber() throws(IdentifierFault) -> String {
    guard let first = groups.first else { throw Self.form }
    guard groups.count == 1 || first.utf8.count <= 3,
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { throw .several }
    let digits = groups.joined()
    let plain = digits.drop { $0 == "0" }
    if plain.isEmpty || IdentifierText.isPlaceholder(Array(digits.utf8)) { throw .placeholder }
    guard plain.utf8.count <= 7 else { throw Self.form }
    return String(plain)
  }

  private func courtName() throws(IdentifierFault) -> String {
    if let name = RegisterCourt.named(court) { return name }
    let court = court.filter { !Self.fillers.contains($0) }
    if let name = RegisterCourt.named(court) { return name }
    if court.isEmpty {
      if let suffix, let name = RegisterCourt.home[suffix] { return name }
      throw .courtMissing
    }
    let written = court.joined(separator: " ")
    // A court that was closed since, or that the table lacks: it was named as one.
    guard namesCourt, written.utf8.count >= 3, court.contains(where: { $0.utf8.count >= 3 }) else {
      throw .courtUnknown(written)
    }
    return written
  }

  static let form = IdentifierFault.form(
    .register,
    expected: LocalizedText(
      de: "Art und Nummer des Registers mit Gericht, etwa „HRB 123 Amtsgericht Köln“",
      en: "kind and number of the register with its court, as in “HRB 123 Amtsgericht Köln”"))
}
