// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// A name prepared for comparison: folded, legal form and joining words set apart, numbers read.
///
/// Making one costs some microseconds; comparing two needs no further reading of text.
struct ScreeningName: Sendable {
  /// How names of a kind are taken apart.
  enum Style: Sendable, Hashable {
    /// Firms, authorities, ships: legal forms, common words, numbers.
    case organisation
    /// People: titles, particles, initials.
    case person
  }

  let text: String
  let style: Style
  /// In the order of the name. Never empty, unless the name holds no letter and no digit.
  let tokens: [NameToken]
  /// The shapes of `tokens`.
  let shapes: [TokenShape]
  let forms: FormFamily
  /// First letters of at least four words, legal form included or not: what an acronym would be.
  let acronyms: [[UInt8]]
  /// Whether it was written without its vowels, in Arabic or Hebrew letters.
  let isSkeletal: Bool

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
    let script = ScriptRomanisation.romanised(text)
    isSkeletal = script.isSkeletal
    let words = Self.words(script.text)
    switch style {
    case .organisation:
      let parts = Self.organisation(words)
      (tokens, forms) = (parts.tokens, parts.forms)
      acronyms = Self.acronyms(words, tokens)
    case .person:
      (tokens, forms, acronyms) = (Self.person(words), [], [])
    }
    shapes = tokens.map(\.shape)
  }

  /// Folded words; `&`, `+` and `%` are spelled out.
  private static func words(_ text: String) -> [[UInt8]] {
    var spelled = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "+": spelled += " and "
      case "%": spelled += " percent "
      default: spelled.unicodeScalars.append(scalar)
      }
    }
    let words = FoldedText(spelled, umlauts: .merged).words
    guard words.count > mostWords else { return words }
    return words[..<(mostWords - 1)] + [Array(words[(mostWords - 1)...].joined())]
  }

  /// Aligning costs the square of the words; a name of more is no name, and its rest counts as one.
  private static let mostWords = 40

  // MARK: Organisations

  private static func organisation(_ words: [[UInt8]]) -> (tokens: [NameToken], forms: FormFamily) {
    let numbered = NumberWords.joined(words.map(FormSpelling.mended))
    let spellings = numbered.map(\.letters)
    var forms: FormFamily = []
    var rest: [Int] = []
    var at = 0
    while at < spellings.count {
      if let (family, end) = form(in: spellings, from: at) {
        forms.formUnion(family)
        at = end
      } else {
        rest.append(at)
        at += 1
      }
    }
    var core = rest.filter { !NameWords.joining.contains(spellings[$0]) }
    // A name of nothing but such words is distinctive in them.
    if core.isEmpty { core = rest }
    if core.isEmpty { core = Array(spellings.indices) }
    // The first of a series often goes without its number.
    if core.count > 1, let last = core.last, spellings[last] == [UInt8(ascii: "i")] {
      core.removeLast()
    }
    let tokens = core.map { at in
      let letters = NameWords.equal[spellings[at]] ?? spellings[at]
      return NameToken(
        letters, number: numbered[at].number,
        role: NameWords.common.contains(letters) ? .common : .distinctive)
    }
    return (tokens, forms)
  }

  /// The longest legal form that begins at a word, and where it ends.
  private static func form(in words: [[UInt8]], from at: Int) -> (FormFamily, Int)? {
    for length in stride(from: min(FormFamily.longest, words.count - at), to: 0, by: -1) {
      if let family = FormFamily.family(of: words[at..<at + length]) {
        return (family, at + length)
      }
    }
    return nil
  }

  private static func acronyms(_ words: [[UInt8]], _ tokens: [NameToken]) -> [[UInt8]] {
    let core = tokens.compactMap(\.letters.first)
    let all = words.compactMap(\.first)
    return core.count >= 4 ? (all == core ? [core] : [core, all]) : []
  }

  // MARK: People

  private static func person(_ words: [[UInt8]]) -> [NameToken] {
    var kept = words.filter { !NameWords.titles.contains($0) }
    if kept.isEmpty { kept = words }
    var seen: Set<[UInt8]> = []
    return kept.filter { seen.insert($0).inserted }.map { word in
      NameToken(word, role: NameWords.particles.contains(word) ? .common : .distinctive)
    }
  }
}
