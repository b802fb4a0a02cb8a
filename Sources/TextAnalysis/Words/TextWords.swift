// SPDX-License-Identifier: Apache-2.0
import Localization

/// A text as words: each with the spelling it had, the spelling it is compared by, and where it
/// stands.
public struct TextWords: Sendable {
  public struct Word: Sendable, Hashable {
    /// As written, punctuation around it left out; the same for all parts of a hyphenated word.
    public let surface: Substring
    /// Folded, umlauts merged.
    public let folded: [UInt8]
    /// Sentences and clauses from 0 up over the whole text; a clause ends at a comma, a colon, a
    /// semicolon or a dash between blanks.
    public let sentence: Int
    public let clause: Int
    /// Whether the word before belongs to the same hyphenated word.
    public let isJoined: Bool
    /// Whether it is written with umlauts, dotted or spelled out.
    public let hasUmlauts: Bool
  }

  public let text: String
  public let words: [Word]
  public let language: Language

  /// Takes a text apart; nothing beyond `limit` characters is read. Linear, about 1 µs a word.
  ///
  /// - Parameter language: the text's language, guessed where nil.
  public init(_ text: String, language: Language? = nil, limit: Int = 20_000) {
    self.text = text
    var words: [Word] = []
    var sentence = 0
    var clause = 0
    for piece in Self.pieces(text.prefix(limit)) {
      if !piece.word.isEmpty {
        let spelledOut = FoldedText(piece.word).words
        for (number, long) in spelledOut.enumerated() {
          let part = FoldedText.mergedWord(long)
          words.append(
            Word(
              surface: piece.word, folded: part, sentence: sentence, clause: clause,
              isJoined: number > 0, hasUmlauts: part.count < long.count))
        }
      }
      switch piece.end {
      case .word: break
      case .clause: clause += 1
      case .sentence:
        sentence += 1
        clause += 1
      }
    }
    self.words = words
    self.language = language ?? Language(guessing: words.map(\.folded))
  }

  private enum End { case word, clause, sentence }

  /// Words between blanks and punctuation; marks between digits and letters stay (`0,01`, `M12x1`,
  /// `EN-GJS`).
  private static func pieces(_ text: Substring) -> [(word: Substring, end: End)] {
    var pieces: [(Substring, End)] = []
    for chunk in text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }) {
      for line in chunk.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        if line.startIndex != chunk.startIndex { pieces.append(("", .sentence)) }
        let isDash = line == "-" || line == "–" || line == "—"
        let end: End = isDash ? .clause : Self.end(of: line)
        pieces += inner(line).map { ($0, .word) }
        pieces.append(("", end))
      }
    }
    return pieces
  }

  private static func end(of chunk: Substring) -> End {
    var chunk = chunk
    while let last = chunk.last, "\"'“”„«»)]".contains(last) { chunk = chunk.dropLast() }
    guard let last = chunk.last else { return .word }
    if "!?".contains(last) { return .sentence }
    if ",;:".contains(last) { return .clause }
    // `z. B.`, `Nr. 5` and `5.` end no sentence.
    if last == ".", chunk.count > 3, !chunk.dropLast().allSatisfy({ $0.isNumber || $0 == "." }) {
      return .sentence
    }
    return .word
  }

  /// A chunk between blanks, divided where marks stand between words: `Drehen/Fräsen`.
  private static func inner(_ chunk: Substring) -> [Substring] {
    chunk.split { "\"“”„«»()[]{}/|·•!?;:<>*=".contains($0) }.map { word in
      var word = word
      while let first = word.first, ".,'-–—".contains(first) { word = word.dropFirst() }
      while let last = word.last, ".,'-–—".contains(last) { word = word.dropLast() }
      return word
    }.filter { !$0.isEmpty }
  }
}
