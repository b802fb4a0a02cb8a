// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// Folded spellings by which names and places are found and told apart.
public enum SearchKeys {
  /// A name in lower-case ASCII words.
  public static func name(_ name: String) -> String { FoldedText(name, umlauts: .merged).string }

  /// The different words of names that are worth searching for, in order.
  public static func words(_ names: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    var words: [String] = []
    for name in names {
      for word in FoldedText(name, umlauts: .merged).words
      where word.count > 1 && seen.insert(word).inserted {
        words.append(String(decoding: word, as: UTF8.self))
      }
    }
    return words
  }

  /// Country, postcode and street with "Straße" and "Str." alike; empty where the street or the
  /// postcode is unknown.
  public static func address(_ address: Address) -> String {
    guard let street = address.street, let postcode = address.postcode else { return "" }
    let words = FoldedText(street, umlauts: .merged).words.map { word -> String in
      let word = String(decoding: word, as: UTF8.self)
      return word.hasSuffix("strasse") ? String(word.dropLast(4)) : word
    }
    return [address.country ?? "", FoldedText(postcode).string, words.joined(separator: " ")]
      .joined(separator: "|")
  }
}
