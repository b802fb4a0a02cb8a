// SPDX-License-Identifier: Apache-2.0
import Reconciliation

/// Long words of legal forms with a slip of the pen: `COMPAN`, `Coporation`, `Aktiengeselschaft`.
enum FormSpelling {
  /// The word as it should be, where one letter is wrong; any other word unchanged.
  static func mended(_ word: [UInt8]) -> [UInt8] {
    guard word.count >= 6 else { return word }
    for whole in words where abs(whole.count - word.count) <= 1 && whole[0] == word[0] {
      var distance = EditDistance()
      if distance.damerau(whole, word) == 1 { return whole }
    }
    return word
  }

  private static let words = [
    "company", "corporation", "incorporated", "limited", "aktiengesellschaft", "gesellschaft",
    "liability", "enterprise", "organization", "association",
  ].map { Array($0.utf8) }
}
