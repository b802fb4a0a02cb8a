// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a decision about an entry rests on, in a form that two versions of a list can be compared by.
///
/// Spelling of addresses, remarks and programmes change from week to week without saying anything new
/// about who is meant; names, numbers, birth dates, countries and the kind do.
public struct EntryFingerprint: Sendable, Hashable, Codable {
  /// A part of an entry that bears on who is meant.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    case kind, names, identifiers, countries, birthDates
  }

  /// Sorted, so that the order of the list does not matter.
  private let parts: [Part: [String]]

  public init(_ subject: ScreeningSubject) {
    parts = [
      .kind: [subject.kind.rawValue],
      .names: Set(
        subject.names.filter { !$0.isEmpty }.map(Self.folded)
          + subject.weakNames.map { Self.folded($0) + " ?" }
      ).sorted(),
      .identifiers: Set(subject.identifiers.map { "\($0.kind.rawValue):\($0.value)" }).sorted(),
      .countries: Set(subject.countries).sorted(),
      .birthDates: Set(subject.birthDates.map(\.text)).sorted(),
    ]
  }

  /// What is different, in the order of ``Part``.
  public func changes(since earlier: Self) -> [Part] {
    Part.allCases.filter { parts[$0] != earlier.parts[$0] }
  }

  /// One text, for storing.
  public var text: String {
    Part.allCases.map { part in
      part.rawValue + "=" + (parts[part] ?? []).map(Self.escaped).joined(separator: "|")
    }.joined(separator: ";")
  }

  /// Reads what ``text`` wrote; nil for anything else.
  public init?(text: String) {
    var parts: [Part: [String]] = [:]
    for field in Self.split(text, at: ";") {
      let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let part = Part(rawValue: String(halves[0])), parts[part] == nil
      else { return nil }
      parts[part] =
        halves[1].isEmpty ? [] : Self.split(String(halves[1]), at: "|").map(Self.unescaped)
    }
    guard parts.count == Part.allCases.count else { return nil }
    self.parts = parts
  }

  /// Case, marks and order of words do not make another name.
  private static func folded(_ name: String) -> String {
    let words = ScreeningName(name, .person).tokens.map {
      String(decoding: $0.letters, as: UTF8.self)
    }
    return words.isEmpty ? name : words.sorted().joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\;|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// Parts between marks that no backslash precedes; the backslashes stay.
  private static func split(_ text: String, at mark: Character) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == mark, !isEscaped {
        parts.append("")
        continue
      }
      isEscaped = character == "\\" && !isEscaped
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      plain.append(character)
      isEscaped = false
    }
    return plain
  }
}

extension EntryFingerprint.Part {
  /// The word people read.
  public var label: LocalizedText {
    switch self {
    case .kind: LocalizedText(de: "Art", en: "kind")
    case .names: LocalizedText(de: "Namen", en: "names")
    case .identifiers: LocalizedText(de: "Nummern", en: "numbers")
    case .countries: LocalizedText(de: "Länder", en: "countries")
    case .birthDates: LocalizedText(de: "Geburtsdaten", en: "birth dates")
    }
  }
}
