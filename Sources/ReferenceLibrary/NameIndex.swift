// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Finds an id by any of its names, however they are capitalised and spaced.
struct NameIndex: Sendable {
  private var ids: [String: String] = [:]
  /// Names of one or two letters, as they are written: `In` is indium, `in` is a word.
  private var symbols: [String: String] = [:]

  init(_ entries: [(id: String, names: [String])]) {
    for entry in entries {
      for name in entry.names where !name.isEmpty {
        if name.count <= 2 {
          symbols[name] = symbols[name] ?? entry.id
        } else {
          let key = Self.folded(name)
          ids[key] = ids[key] ?? entry.id
        }
      }
    }
  }

  subscript(name: String) -> String? {
    name.count <= 2 ? symbols[name] : ids[Self.folded(name)]
  }

  /// Lower case without accents, words of letters and digits separated by one blank.
  static func folded(_ text: String) -> String {
    let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
