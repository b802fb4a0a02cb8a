// SPDX-License-Identifier: Apache-2.0
import Foundation
import ReferenceLibrary

/// Finds the words of one kind in a text.
///
/// A text is compared as words of letters and digits in lower case. A look-up takes time in
/// proportion to the text, not to the number of words known.
struct WordIndex: Sendable {
  struct Match {
    /// Which words of the text it covers.
    let range: Range<Int>
    let value: String
    let word: String
    let language: String
    /// 3 as it stands, 2 with an ending, 1 inside a compound.
    let strength: Int
  }

  private struct Entry {
    let words: [String]
    let value: String
    let language: String
    let mode: RecognitionWord.Mode
    var text: String { words.joined(separator: " ") }
  }

  private static let endings = ["", "s", "es", "e", "en", "n", "er", "ern", "ns", "se"]
  /// Longer words are not taken apart in search of compounds.
  private static let longestCompound = 60

  private var entries: [Entry] = []
  /// Entries by their first word, and single words by all their forms.
  private var first: [String: [Int]] = [:]
  /// Single words that may be part of a compound.
  private var parts: [String: Int] = [:]
  private var shortestPart = Int.max
  private let mayBegin: Bool

  /// - Parameter mayBegin: whether a compound may also begin with a word (`Stahlblech` is steel).
  init(_ words: [RecognitionWord], mayBegin: Bool) {
    self.mayBegin = mayBegin
    for word in words {
      let entry = Entry(
        words: Self.words(word.word), value: word.value, language: word.language, mode: word.mode)
      guard let head = entry.words.first else { continue }
      let at = entries.count
      entries.append(entry)
      first[head, default: []].append(at)
      guard entry.words.count == 1 else { continue }
      if entry.mode != .exact, head.count > 2 {
        for ending in Self.endings.dropFirst() { first[head + ending, default: []].append(at) }
      }
      if entry.mode == .part {
        parts[head] = at
        shortestPart = min(shortestPart, head.utf8.count)
      }
    }
  }

  /// Lower-case words of letters and digits; `_ - . , /` separate.
  static func words(_ text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return HeadingText.folded(text).split(separator: " ").map(String.init)
    }
    return text.lowercased().precomposedStringWithCanonicalMapping.split {
      !$0.isLetter && !($0.isASCII && $0.isNumber)
    }.map(String.init)
  }

  /// All matches, those inside a longer or better one left out.
  func matches(in words: [String], allowsField: Bool = false) -> [Match] {
    var found: [Match] = []
    for (at, word) in words.enumerated() {
      for entry in first[word] ?? [] {
        if let match = match(entries[entry], words, at, allowsField: allowsField) {
          found.append(match)
        }
      }
      found += compounds(word, at)
    }
    return found.filter { match in !found.contains { $0.hides(match) } }
  }

  private func match(_ entry: Entry, _ words: [String], _ at: Int, allowsField: Bool) -> Match? {
    if entry.mode == .field, !allowsField { return nil }
    let end = at + entry.words.count
    guard end <= words.count else { return nil }
    let isExact = words[at..<end].elementsEqual(entry.words)
    if !isExact {
      guard entry.mode != .exact, let last = entry.words.last, last.count > 2,
        words[at..<end - 1].elementsEqual(entry.words.dropLast())
      else { return nil }
      let stated = words[end - 1]
      guard stated.hasPrefix(last), Self.endings.contains(String(stated.dropFirst(last.count)))
      else { return nil }
    }
    return Match(
      range: at..<end, value: entry.value, word: entry.text, language: entry.language,
      strength: isExact ? 3 : 2)
  }

  private func compounds(_ word: String, _ at: Int) -> [Match] {
    guard word.utf8.count > shortestPart, word.utf8.count <= Self.longestCompound,
      !(word.utf8.first.map { $0 >= 48 && $0 <= 57 } ?? true)
    else { return [] }
    var found: Set<Int> = []
    for ending in Self.endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      for start in stem.indices.dropFirst() {
        let tail = stem[start...]
        if tail.utf8.count < shortestPart { break }
        if let entry = parts[String(tail)] { found.insert(entry) }
      }
    }
    if mayBegin {
      for end in word.indices.dropFirst() where word[..<end].utf8.count >= shortestPart {
        if let entry = parts[String(word[..<end])] { found.insert(entry) }
      }
    }
    return found.sorted().map { entry in
      Match(
        range: at..<at + 1, value: entries[entry].value, word: entries[entry].text,
        language: entries[entry].language, strength: 1)
    }
  }
}

extension WordIndex.Match {
  /// Whether this match covers another one and is longer, or better.
  fileprivate func hides(_ other: Self) -> Bool {
    guard range.lowerBound <= other.range.lowerBound, range.upperBound >= other.range.upperBound
    else { return false }
    if range.count != other.range.count { return range.count > other.range.count }
    return (strength, word.count) > (other.strength, other.word.count)
  }

  /// Longer, better and earlier matches first.
  func isBetter(than other: Self) -> Bool {
    (range.count, strength, word.count, -range.lowerBound)
      > (other.range.count, other.strength, other.word.count, -other.range.lowerBound)
  }
}
