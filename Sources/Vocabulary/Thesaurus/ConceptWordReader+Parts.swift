// SPDX-License-Identifier: Apache-2.0

/// What the parts of compounds name.
extension ConceptWordReader {
  typealias Named = (concept: Int, form: ConceptMention.Form)

  /// Shorter stems are chance, behind an unknown beginning and elsewhere.
  private static let shortestEnding = 5
  private static let shortestPart = 4

  /// Of a compound as it stands; where that does not say what kind of thing it is, of what it is a
  /// form of, `Messingventilen`: the one with the longest head.
  mutating func parts(_ key: Key) -> [Named] {
    guard key.language == .german else { return [] }
    var best = parts(key.word, key, isForm: false)
    guard key.isNoun, best.headLength == 0 else { return best.named }
    for noun in GermanNounForms.nominatives(of: key.word) where !noun.hasEnding(Self.adjective) {
      let parts = parts(noun, key, isForm: true)
      if parts.headLength > best.headLength { best = parts }
    }
    return best.named
  }

  /// `Politische` at the beginning of a sentence is about no `Tisch`.
  private static let adjective = Array("isch".utf8)

  /// - Parameter isForm: whether the word is made from another, a form of it; what it ends in must
  ///   be spelled letter by letter then.
  /// - Returns: what the parts name, and how many letters the head has, 0 where there is none.
  private mutating func parts(
    _ word: [UInt8], _ key: Key, isForm: Bool
  ) -> (named: [Named], headLength: Int) {
    guard word.count >= 7 else { return ([], 0) }
    let ranges = spellings.splitter.ranges(of: word)
    guard !ranges.isEmpty else { return ([], 0) }
    let isKnown = spellings.splitter.isKnown(Array(word[ranges[0]]))
    // An unknown beginning is accepted of nouns alone.
    guard isKnown || key.isCapital else { return ([], 0) }
    var found: [Named] = []
    var head = ranges.count
    for (number, range) in ranges.enumerated().dropFirst() {
      let ending = Array(word[range.lowerBound...])
      guard ending.count >= Self.shortestPart else { break }
      let stem = german.stem(ending)
      if !isKnown, stem.count < Self.shortestEnding { break }
      let concepts = singles(
        stem, key, nouns: true, length: isForm ? ending.count : nil, ending: ending)
      if !concepts.isEmpty {
        found += concepts.map { ($0, .head) }
        head = number
        break
      }
    }
    let headLength = head < ranges.count ? word.count - ranges[head].lowerBound : 0
    return (found + modifiers(word, ranges, before: head, isKnown: isKnown, key), headLength)
  }

  /// Before the head, or before the unknown end: the longest stretches that mean something.
  private mutating func modifiers(
    _ word: [UInt8], _ ranges: [Range<Int>], before head: Int, isKnown: Bool, _ key: Key
  ) -> [Named] {
    var found: [Named] = []
    let hasHead = head < ranges.count
    var start = isKnown ? 0 : 1
    while start < head {
      var end = head
      while end > start {
        let stretch = ranges[start].lowerBound..<ranges[end - 1].upperBound
        if stretch.count >= Self.shortestPart, stretch.count < word.count {
          let concepts = singles(german.stem(Array(word[stretch])), key, nouns: false, length: nil)
            .filter { hasHead || spellings.thesaurus.concepts[$0].kind.isOfMaking }
          if !concepts.isEmpty {
            found += concepts.map { ($0, .modifier) }
            break
          }
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return found
  }

  /// Of a part of a compound; an umlaut anywhere in the word may be the part's, and a part in front
  /// has no capital.
  ///
  /// - Parameters:
  ///   - length: of a noun that the spelling must be, nil where any will do.
  ///   - ending: what the word ends in, where that is looked at.
  private func singles(
    _ stem: [UInt8], _ key: Key, nouns: Bool, length: Int?, ending: [UInt8] = []
  ) -> [Int] {
    spellings.singles(stem, .german).filter { single in
      if Self.isOtherNoun(ending, single) { return false }
      if let length, !single.isNoun || single.length != length { return false }
      if nouns, single.isNoun, !key.isNoun { return false }
      return !single.hasUmlauts || key.hasUmlauts || !key.writing.usesUmlauts
    }.map(\.concept)
  }
}

extension Concept.Kind {
  /// Whether it says how or of what things are made.
  var isOfMaking: Bool { self == .process || self == .material }
}
