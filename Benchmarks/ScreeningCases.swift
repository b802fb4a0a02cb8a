// SPDX-License-Identifier: Apache-2.0
import Foundation
import Screening

/// Screening against a generated list as large as the largest published ones.
extension BenchmarkCase {
  static let screening: [BenchmarkCase] = [
    BenchmarkCase(name: "screen-index-50k-entries", runs: 3) {
      let entries = GeneratedNames.entries(50_000)
      return {
        let list = ScreeningList(name: "generated", version: "1", entries: entries)
        return "\(list.entries.count) entries, two names each"
      }
    },
    BenchmarkCase(name: "screen-10k-names-50k-entries", runs: 1) {
      let entries = GeneratedNames.entries(50_000)
      let list = ScreeningList(name: "generated", version: "1", entries: entries)
      let names = GeneratedNames.queries(10_000, about: entries)
      return {
        var search = ScreeningList.Search()
        var found = 0
        for name in names { found += list.matches(for: name, &search).count }
        return "\(names.count) names, half of them of the list with errors; \(found) matches"
      }
    },
  ]
}

/// Names of made-up words, the same on every run.
private struct GeneratedNames {
  private var state: UInt64

  static func entries(_ count: Int) -> [ListEntry] {
    var names = Self(state: 1)
    return (0..<count).map { at in
      let kind: SubjectKind = at.isMultiple(of: 2) ? .person : .organisation
      let name = names.name(kind)
      return ListEntry(
        id: "\(at)",
        subject: ScreeningSubject(name, kind: kind, otherNames: [name + " " + names.word()]))
    }
  }

  static func queries(_ count: Int, about entries: [ListEntry]) -> [ScreeningSubject] {
    var names = Self(state: 2)
    return (0..<count).map { at in
      let known = entries[names.below(entries.count)].subject
      return at.isMultiple(of: 2)
        ? ScreeningSubject(names.misspelt(known.name), kind: known.kind)
        : ScreeningSubject(names.name(known.kind), kind: known.kind)
    }
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

  private mutating func word() -> String {
    (0..<2 + below(2)).map { _ in pick(Self.starts) + pick(Self.vowels) + pick(Self.ends) }.joined()
  }

  private mutating func name(_ kind: SubjectKind) -> String {
    let words = below(3) == 0 ? word() + " " + word() : word()
    return kind == .person
      ? pick(Self.given) + " " + words : words + " " + pick(Self.common) + " " + pick(Self.forms)
  }

  private mutating func misspelt(_ name: String) -> String {
    var letters = Array(name)
    for _ in 0..<below(3) {
      let at = below(letters.count)
      if below(2) == 0 { letters.remove(at: at) } else { letters.insert("a", at: at) }
    }
    return String(letters)
  }

  private static let starts = "b k d g m n r s t v l p st tr sch kr z f h j".split(separator: " ")
    .map(String.init)
  private static let vowels = ["a", "e", "i", "o", "u"]
  private static let ends = ["", "n", "r", "l", "s", "m", "t", "k"]
  private static let common = ["Trading", "Holding", "Bau", "Logistik", "Technik", "Bank"]
  private static let forms = ["GmbH", "Ltd", "LLC", "OOO", "JSC", "AG", "S.A.", "Co., Ltd."]
  private static let given = [
    "Mohammed", "Ali", "Ahmed", "Vladimir", "Sergei", "Ivan", "Kim", "Hassan", "Maria", "Igor",
  ]
}
