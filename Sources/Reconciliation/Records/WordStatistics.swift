// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What a record adds to how often words, names and places occur.
public enum Weighing: Sendable {
  /// It is an organisation of its own, as far as is known.
  case whole
  /// A further address of an organisation that was counted.
  case placeOnly
  /// It says what another record says.
  case nothing
}

/// How often words, names and places occur among the records of a register.
struct WordStatistics: Sendable {
  private var wordCounts: [UInt64: Int32] = [:]
  private var townWords: Set<UInt64> = []
  private var nameCounts: [UInt64: Int32] = [:]
  private var placeCounts: [UInt64: Int32] = [:]
  private(set) var total = 0

  init() {}

  /// In a register of less than this nothing can be said about how common words are; they weigh what
  /// they weigh in one of that size. The register the model was trained on has 442 records.
  private static let smallest = 442

  /// Counts each word, name and place of a record once.
  mutating func count(_ party: PreparedParty, as weighing: Weighing = .whole) {
    if weighing != .nothing, let place = party.placeKey { placeCounts[place, default: 0] += 1 }
    guard weighing == .whole else { return }
    total += 1
    var words: Set<UInt64> = []
    var names: Set<UInt64> = []
    for name in party.names {
      for word in name.words { words.insert(word.key) }
      names.insert(Self.nameKey(name, party))
    }
    for word in party.address.city where word.bytes.count > 3 { townWords.insert(word.key) }
    for word in words { wordCounts[word, default: 0] += 1 }
    for name in names { nameCounts[name, default: 0] += 1 }
  }

  /// Inverse document frequency: ln((N + 1) / (n + ½)), at least a little for the commonest word.
  func weight(_ word: UInt64) -> Float {
    let count = Double(wordCounts[word] ?? 0)
    return Float(max(0.1, log((Double(max(total, Self.smallest)) + 1) / (count + 0.5))))
  }

  /// Whether a word is (part of) the name of a town of the register.
  func isTown(_ word: UInt64) -> Bool { townWords.contains(word) }

  /// How many records of the same country have the name.
  func nameCount(_ name: PreparedName, of party: PreparedParty) -> Int {
    Int(nameCounts[Self.nameKey(name, party)] ?? 0)
  }

  private static func nameKey(_ name: PreparedName, _ party: PreparedParty) -> UInt64 {
    let country = party.registerCountry.isEmpty ? party.address.country : party.registerCountry
    return Word.key(country, from: name.joinedKey)
  }

  func placeCount(_ place: UInt64?) -> Int {
    guard let place else { return 0 }
    return Int(placeCounts[place] ?? 0)
  }
}
