// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis
import Vocabulary

extension CodedPhrase {
  /// Every spelling of every concept that is mapped to a classification.
  public static func all(of thesaurus: Thesaurus, _ scheme: Concept.Scheme) -> [CodedPhrase] {
    var phrases: [CodedPhrase] = []
    for concept in thesaurus.concepts {
      guard let codes = concept.codes[scheme], !codes.isEmpty else { continue }
      for language in Language.allCases {
        for spelling in concept.spellings(in: language) {
          phrases.append(CodedPhrase(spelling, language, codes: codes))
        }
      }
    }
    return phrases
  }

  /// What the built-in vocabularies know of a classification that has these codes; nothing where they
  /// are not mapped to it. CPV has eight digits, WZ and NACE two and more with dots between.
  public static func builtIn(for codes: some Sequence<String>) -> [CodedPhrase] {
    var counts: [Concept.Scheme: Int] = [:]
    var total = 0
    for code in codes {
      total += 1
      if code.utf8.count == 8, code.utf8.allSatisfy(isDigit) { counts[.cpv, default: 0] += 1 }
      if code.utf8.count >= 4, code.utf8.dropFirst(2).first == UInt8(ascii: "."),
        code.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") })
      {
        counts[.wz, default: 0] += 1
      }
    }
    for scheme in [Concept.Scheme.cpv, .wz] where (counts[scheme] ?? 0) * 2 > total {
      return all(of: .builtIn, scheme) + all(of: .procurement, scheme)
    }
    return []
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
