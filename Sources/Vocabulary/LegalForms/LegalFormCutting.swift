// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// Finds legal forms and states in the words of a name.
///
/// Neighbouring words are looked up without their blanks, the longest spelling first, so `a. s.`,
/// `a.s.` and `as` are one. Spellings of up to three letters count at the end of a name, beside
/// another form, and in front where their language puts them there; longer ones anywhere.
struct LegalFormCutting {
  private let words: [[UInt8]]
  /// The words with umlauts merged: `beschraenkter` and `beschrankter` are one spelling.
  private let merged: [[UInt8]]
  private let country: String?
  private(set) var stem: [[UInt8]] = []
  private(set) var forms: [LegalForm] = []
  private(set) var states: Set<NameParts.State> = []

  private struct Match {
    var range: Range<Int>
    var form: LegalForm?
    var state: NameParts.State?
    var letters: Int
    var mayLead = false
  }

  init(_ words: [[UInt8]], country: String?) {
    self.words = words
    merged = words.map(FoldedText.mergedWord)
    self.country = country
  }

  mutating func run() {
    let matches = chosen(among: allMatches())
    var isCut = [Bool](repeating: false, count: words.count)
    for match in matches { for at in match.range { isCut[at] = true } }
    dropConnectors(&isCut)
    if isCut.allSatisfy({ $0 }) {
      stem = words
      return
    }
    stem = words.indices.filter { !isCut[$0] }.map { words[$0] }
    forms = matches.compactMap(\.form)
    states = Set(matches.compactMap(\.state))
  }

  /// Forms that end a legal name wherever they stand, and are no words of any language nearby.
  private static let endingForms = Set(
    [
      "ab", "as", "ad", "sa", "spa", "ag", "oy", "bv", "nv", "srl", "ltd", "plc", "ead", "doo",
      "aps", "ae", "sro", "zrt", "kft", "gmbh", "limited",
    ].map(bytes))

  static func beforeForm(_ words: [[UInt8]]) -> [[UInt8]]? {
    let cutting = LegalFormCutting(words, country: nil)
    for match in cutting.allMatches() where match.range.lowerBound > 0 && match.form != nil {
      let end = match.range.upperBound
      guard endingForms.contains(Array(words[match.range].joined())), end < words.count,
        !connectors.contains(words[end])
      else { continue }
      return Array(words[..<end])
    }
    return nil
  }

  /// The longest match that begins at each word, from left to right, without overlaps.
  private func allMatches() -> [Match] {
    var matches: [Match] = []
    var start = 0
    while start < words.count {
      if let match = longestMatch(from: start) {
        matches.append(match)
        start = match.range.upperBound
      } else {
        start += 1
      }
    }
    return matches
  }

  private func longestMatch(from start: Int) -> Match? {
    var letters: [UInt8] = []
    var longest: Match?
    for end in start..<words.count {
      letters += merged[end]
      if letters.count > max(LegalFormTable.longestSpelling, 24) { break }
      let range = start..<end + 1
      if let entry = LegalFormTable.bySpelling[letters] {
        let form = entry.forms.first { $0.country == country } ?? entry.forms[0]
        longest = Match(
          range: range, form: form, letters: letters.count, mayLead: entry.mayLead)
      } else if let state = Self.states[letters] {
        longest = Match(range: range, state: state, letters: letters.count)
      }
    }
    return longest
  }

  /// Short spellings are forms only where forms stand.
  private func chosen(among matches: [Match]) -> [Match] {
    var isChosen = matches.map { match in
      match.letters > 3 || match.mayLead && match.range.lowerBound == 0
    }
    var isEnd = true
    for at in matches.indices.reversed() {
      let end = at == matches.count - 1 ? words.count : matches[at + 1].range.lowerBound
      isEnd = isEnd && reaches(matches[at].range.upperBound, end)
      if isEnd { isChosen[at] = true }
      // `KG` and `mbH` are no words of German names.
      if Self.alwaysForms.contains(Array(words[matches[at].range].joined())) { isChosen[at] = true }
    }
    // `il` and `ii` are states only behind a form.
    for at in matches.indices where matches[at].state != nil && matches[at].letters <= 3 {
      isChosen[at] =
        at > 0 && isChosen[at - 1]
        && matches[at - 1].range.upperBound == matches[at].range.lowerBound
    }
    return matches.indices.filter { isChosen[$0] }.map { matches[$0] }
  }

  /// Whether only connecting words stand between two places.
  private func reaches(_ from: Int, _ to: Int) -> Bool {
    words[from..<to].allSatisfy { Self.connectors.contains($0) }
  }

  /// `& Co.`, `und Co.` beside a form belong to it.
  private func dropConnectors(_ isCut: inout [Bool]) {
    for at in words.indices where !isCut[at] && Self.connectors.contains(words[at]) {
      let isBeside =
        at > 0 && isCut[at - 1] || at + 1 < words.count && isCut[at + 1]
      if isBeside { isCut[at] = true }
    }
    for at in words.indices.reversed() where !isCut[at] && at + 1 < words.count && isCut[at + 1] {
      if Self.connectors.contains(words[at]) { isCut[at] = true }
    }
  }

  private static let connectors = Set(["co", "und", "cie", "comp", "et", "and", "u"].map(bytes))
  private static let alwaysForms = Set(["kg", "mbh", "ohg", "doo", "sro", "spa", "srl"].map(bytes))

  private static let states: [[UInt8]: NameParts.State] = {
    var states: [[UInt8]: NameParts.State] = [:]
    for phrase in [
      "ii", "in insolvenz", "insolvenz", "i insolvenz", "v stecaju", "u stecaju", "v konkurzu",
      "w upadlosci", "w upadlosci likwidacyjnej", "w upadlosci ukladowej", "upadlosci", "fa",
      "f a", "felszamolas alatt", "in fallimento", "in administration", "under konkurs",
      "in konkurs", "i konkurs", "konkurs", "en concurso", "en redressement judiciaire",
      "in amministrazione straordinaria", "in concordato preventivo", "in faillissement",
      "w restrukturyzacji", "en concurso de acreedores", "in insolvency", "in insolventa",
      "under konkursbehandling", "konkursbo", "in faillite", "in curatele", "failliet",
    ] { states[bytes(phrase)] = .insolvent }
    for phrase in [
      "il", "in liquidation", "in liq", "in abwicklung", "w likwidacji", "en liquidation",
      "in liquidazione", "v likvidaci", "v likvidacii", "v likvidaciji", "u likvidaciji",
      "en liquidacion", "em liquidacao", "i likvidation", "likvideeritav", "likvidējama", "va",
      "v a", "vegelszamolas alatt", "in vereffening", "likviduojama", "en liquidation judiciaire",
      "em liquidacao judicial", "under avvikling", "selvitystilassa", "in lichidare",
    ] { states[bytes(phrase)] = .liquidated }
    return states
  }()

  private static func bytes(_ text: String) -> [UInt8] { FoldedText(text, umlauts: .merged).joined }
}
