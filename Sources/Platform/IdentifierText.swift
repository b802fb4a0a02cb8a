// SPDX-License-Identifier: Apache-2.0
import Registry
import Vocabulary

/// Numbers of a cell in the one spelling that is compared.
enum IdentifierText {
  /// Nil for an empty cell and for one without letters and digits.
  static func normalised(_ cell: String, _ scheme: IdentifierScheme) -> Identifier? {
    let folded = FoldedText(cell)
    guard !folded.isEmpty else { return nil }
    switch scheme {
    case .register:
      // The court's name keeps its words: `amtsgericht mainz hrb 4711`.
      return Identifier(scheme: scheme, normalised: folded.string)
    case .lei, .vat, .ncage, .bpnl, .duns:
      let text = String(decoding: folded.joined, as: UTF8.self).uppercased()
      return Identifier(scheme: scheme, normalised: text)
    }
  }
}
