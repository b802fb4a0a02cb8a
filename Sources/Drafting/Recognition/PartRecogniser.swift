// SPDX-License-Identifier: Apache-2.0
import ReferenceLibrary

/// Tells from the words of a parts list what its lines are and what they are made of.
///
/// Built once from a library; then each line takes microseconds. Says nothing rather than guess: a
/// line without a known word is not recognised.
public struct PartRecogniser: Sendable {
  private let library: ReferenceLibrary
  private let classWords: WordIndex
  private let materialWords: WordIndex
  private let designators: [String: String]
  private let classes: Set<String>
  private let hints: Set<String>

  private static let boardFeature = "no_part"

  public init(_ library: ReferenceLibrary) {
    self.library = library
    let words = library.words
    let classes = words.filter { $0.kind == .componentClass }
    let materials = words.filter { $0.kind == .material }
    classWords = WordIndex(classes, mayBegin: false)
    materialWords = WordIndex(
      materials + Self.names(of: library, beyond: Set(materials.map(\.value))), mayBegin: true)
    designators = Dictionary(
      words.lazy.filter { $0.kind == .designator }.map { ($0.word, $0.value) }
    ) { first, _ in first }
    self.classes = Set(classes.map(\.value))
    hints = Set(materials.map(\.value)).union(library.bridges.map(\.componentClass))
  }

  /// Materials nobody listed words for are recognised by their names.
  private static func names(of library: ReferenceLibrary, beyond known: Set<String>)
    -> [RecognitionWord]
  {
    library.materials.filter { !known.contains($0.id) }.flatMap { material in
      ([material.name.german, material.name.english] + material.aliases)
        .map { String($0.prefix { $0 != "(" && $0 != "/" }) }.filter { $0.count > 2 }
        .map {
          RecognitionWord(
            word: $0, language: "any", kind: .material, value: material.id, mode: .word)
        }
    }
  }

  /// Lines that are no parts are recognised as nothing.
  public func recognise(_ line: PartsListLine) -> PartRecognition {
    var recognition = PartRecognition()
    guard line.isPart else { return recognition }
    recognition.componentClass = componentClass(line)
    if recognition.componentClass?.value == Self.boardFeature {
      recognition.isBoardFeature = true
      recognition.componentClass = nil
      return recognition
    }
    recognition.material = material(line)
    if let material = recognition.material {
      recognition.constituents = constituents(of: material.value)
    }
    recognition.isResolvedByMass =
      line.disposition == .counted && line.statesMass && !recognition.constituents.isEmpty
    return recognition
  }

  /// The materials something consists of, with their mass shares; empty where that is open.
  public func constituents(of material: PartMaterial) -> [Alloy.Constituent] {
    switch material {
    case .material(let id):
      return library.material(id) == nil ? [] : [.whole(id)]
    case .alloy(let id): return library.alloy(id)?.constituents ?? []
    case .hint(let id):
      let direct = library.bridges(of: id).filter { $0.kind == .direct }
      return direct.count == 1 ? [.whole(direct[0].material)] : []
    }
  }

  // MARK: Class

  private typealias ClassMatch = PartRecognition.Match<String>

  private func componentClass(_ line: PartsListLine) -> ClassMatch? {
    let references = line.references.prefix(50).joined(separator: " ")
    let named = Self.designatorLetters(in: references)
    if let letters = named.first, designators[letters] == Self.boardFeature {
      return ClassMatch(value: Self.boardFeature, how: .reference, words: [letters])
    }
    for text in [Self.head(of: line.name), line.name] {
      if let match = lastMatch(in: text) { return match }
    }
    // A name that is nothing but designators (`Voltage splitter U1`) tells the class as well.
    let inName = Self.designatorLetters(in: line.name).filter(Self.plainDesignators.contains)
    for letters in named + inName {
      if let value = designators[letters], value != Self.boardFeature {
        return ClassMatch(value: value, how: .reference, words: [letters])
      }
    }
    let texts = [Self.head(of: line.description), line.description, line.material, line.remark]
    for text in texts {
      let matches = classWords.matches(in: WordIndex.words(text))
      if let best = matches.max(by: { $1.isBetter(than: $0) }) {
        return ClassMatch(value: best.value, how: .named, words: [best.word])
      }
    }
    guard classes.contains(line.classHint) else { return nil }
    return ClassMatch(value: line.classHint, how: .hint, words: [line.classHint])
  }

  /// English names its thing last, German compounds first: `pump filter housing`, `Filter Pumpe`.
  private func lastMatch(in text: String) -> ClassMatch? {
    let matches = classWords.matches(in: WordIndex.words(text))
    let isGerman =
      matches.contains { $0.language == "de" } && !matches.contains { $0.language == "en" }
    func place(_ match: WordIndex.Match) -> Int {
      isGerman ? -match.range.lowerBound : match.range.upperBound
    }
    let best = matches.max { first, second in
      place(first) == place(second)
        ? second.isBetter(than: first) : place(first) < place(second)
    }
    return best.map { ClassMatch(value: $0.value, how: .named, words: [$0.word]) }
  }

  private static let cutWords: Set = [
    "for", "to", "with", "w", "in", "of", "für", "mit", "aus", "zu", "zum", "zur", "an", "auf",
  ]

  /// What a name is about: what stands before "for …", a bracket or a colon.
  static func head(of text: String) -> String {
    let plain = text.prefix { !"([:;".contains($0) }
    var words: [Substring] = []
    for word in plain.split(separator: " ") {
      let isCut = cutWords.contains(word.lowercased()) || word == "-" || word == "–"
      if isCut, !words.isEmpty { break }
      words.append(word)
    }
    return words.joined(separator: " ")
  }

  private static let plainDesignators: Set = ["U", "J", "IC", "Q", "R", "C"]

  /// The letters of designators in a text: `C12, TP3` has `C` and `TP`.
  private static func designatorLetters(in text: String) -> [String] {
    text.split { !$0.isLetter && !($0.isASCII && $0.isNumber) }.compactMap { word in
      let letters = word.prefix { $0.isASCII && $0.isUppercase }
      let digits = word.dropFirst(letters.count)
      guard (1...4).contains(letters.count), (1...4).contains(digits.count),
        digits.allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
      return String(letters)
    }
  }

  // MARK: Material

  private typealias MaterialMatch = PartRecognition.Match<PartMaterial>

  private func material(_ line: PartsListLine) -> MaterialMatch? {
    let texts = [
      (line.material, true), (line.name, line.statesMass), (line.description, line.statesMass),
    ]
    for (text, allowsField) in texts where !text.isEmpty {
      let matches = materialWords.matches(in: WordIndex.words(text), allowsField: allowsField)
      if let best = matches.max(by: { $1.isBetter(than: $0) }) {
        return MaterialMatch(value: material(best.value), how: .named, words: [best.word])
      }
    }
    for word in line.materialHint.split(separator: " ").map(String.init) {
      let id = hints.contains(word) ? word : library.material(named: word)?.id
      if let id { return MaterialMatch(value: material(id), how: .hint, words: [word]) }
    }
    return nil
  }

  private func material(_ id: String) -> PartMaterial {
    if library.material(id) != nil { return .material(id) }
    return library.alloy(id) != nil ? .alloy(id) : .hint(id)
  }
}

extension PartsListLine {
  /// Whether it states a mass, of a piece or of all.
  var statesMass: Bool {
    mass != nil || pieceMass != nil || totalMass != nil || quantity.unit == .kilogram
  }
}

extension Alloy.Constituent {
  fileprivate static func whole(_ material: String) -> Self {
    Self(material: material, low: 1, likely: 1, high: 1)
  }
}
