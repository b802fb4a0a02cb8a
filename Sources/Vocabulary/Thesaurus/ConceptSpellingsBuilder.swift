// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// Collects the spellings of one language while their tables are made. Each word is stemmed once.
struct ConceptSpellingsBuilder: ~Copyable {
  private var stems: ConceptStems
  private var label = LabelWords()
  /// Every word met, and of each its stem and whether it is a stop word.
  private var known: WordTable
  private var stemOfWord: [Int] = []
  private var isStopWord: [Bool] = []
  private let stopWords: Set<[UInt8]>
  private var stemTable: WordTable
  private var verbTable: WordTable
  private var single: [(group: Int, value: ConceptSpellings.Single)] = []
  private var verbs: [(group: Int, value: ConceptSpellings.Single)] = []
  private var several: [(group: Int, value: ConceptSpellings.Phrase)] = []
  /// The last concept that took a stem for itself; concepts come one after the other.
  private var lastOfStem: [Int] = []
  private var lastOfVerb: [Int] = []
  private(set) var parts = CompoundSplitter(words: [])
  /// The words of the label at hand, and which of them count.
  private var labelWords: [Int] = []
  private var content: [Int] = []

  /// - Parameter concepts: how many there are.
  init(_ language: Language, concepts: Int) {
    stems = ConceptStems(language)
    stopWords = StopWords.all(of: language)
    known = WordTable(capacity: concepts * 5)
    stemTable = WordTable(capacity: concepts * 5)
    verbTable = WordTable(capacity: concepts / 2)
  }

  mutating func add(_ spelling: String, _ concept: Int, _ kind: Concept.Kind) {
    label.read(spelling)
    content.removeAll(keepingCapacity: true)
    labelWords.removeAll(keepingCapacity: true)
    for range in label.ranges { labelWords.append(number(ofWord: range)) }
    for at in labelWords.indices where labelWords.count == 1 || !isStopWord[labelWords[at]] {
      content.append(at)
    }
    // `aus dem Vollen` is a phrase with its small words; without them it would be `voll`.
    if content.count < 2 { content = Array(labelWords.indices) }
    guard let first = content.first else { return }
    guard content.count == 1 else {
      var phrase: [Int] = []
      phrase.reserveCapacity(content.count)
      for at in content { phrase.append(stemOfWord[labelWords[at]]) }
      several.append((phrase[0], ConceptSpellings.Phrase(stems: phrase, concept: concept)))
      return
    }
    let entry = ConceptSpellings.Single(
      concept: concept, length: label.ranges[first].count, hasUmlauts: label.hasUmlauts[first],
      isNoun: stems.language == .german && kind != .process
        && Self.isCapital(spelling))
    let stem = stemOfWord[labelWords[first]]
    if lastOfStem[stem] != concept {
      lastOfStem[stem] = concept
      single.append((stem, entry))
    }
    if stems.language == .english, kind == .process {
      let verb = verbTable.insert(stems.verbStem(Array(known[labelWords[first]])))
      if verb == lastOfVerb.count { lastOfVerb.append(-1) }
      if lastOfVerb[verb] != concept {
        lastOfVerb[verb] = concept
        verbs.append((verb, entry))
      }
    }
  }

  private static func isCapital(_ spelling: String) -> Bool {
    guard let first = spelling.utf8.first else { return false }
    // Asking for the character costs more than the rest of a label.
    return first < 0x80
      ? first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
      : spelling.first?.isUppercase ?? false
  }

  private mutating func number(ofWord range: Range<Int>) -> Int {
    let number = known.insert(label.letters, range)
    guard number == stemOfWord.count else { return number }
    let word = Array(label.letters[range])
    let stem = stems.stem(word)
    let stemNumber = stemTable.insert(stem)
    if stemNumber == lastOfStem.count { lastOfStem.append(-1) }
    stemOfWord.append(stemNumber)
    isStopWord.append(stopWords.contains(word))
    if stems.language == .german, word.count > 3 {
      parts.insert(word)
      if stem.count > 3 { parts.insert(stem) }
    }
    return number
  }

  func words() -> ConceptSpellings.Words {
    // Longest first, and as they came among those of one length.
    var order = Array(several.indices)
    order.sort { one, other in
      let lengths = (several[one].value.stems.count, several[other].value.stems.count)
      return lengths.0 == lengths.1 ? one < other : lengths.0 > lengths.1
    }
    return ConceptSpellings.Words(
      stems: stemTable, single: Grouped(single, groups: stemTable.count),
      several: Grouped(order.map { several[$0] }, groups: stemTable.count), verbStems: verbTable,
      verbs: Grouped(verbs, groups: verbTable.count))
  }
}
