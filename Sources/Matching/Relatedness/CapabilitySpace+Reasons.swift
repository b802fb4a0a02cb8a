// SPDX-License-Identifier: Apache-2.0
import Localization

extension CapabilitySpace {
  /// `Betriebe, die Drehen können, können oft auch Fräsen: 12 von 20.`
  ///
  /// Nil where the two are one, or nobody shows both.
  ///
  /// - Parameters:
  ///   - known: what somebody can.
  ///   - other: what is asked about.
  ///   - name: of each capability, as it stands in a sentence.
  public func reason(
    known: Int, other: Int, name: (Int) -> LocalizedText
  ) -> LocalizedText? {
    let both = ownersOfBoth(known, other)
    guard known != other, both > 0 else { return nil }
    let all = owners(known)
    let (one, two) = (name(known), name(other))
    let often: LocalizedText
    switch Double(both) / Double(all) {
    case 0.5...: often = LocalizedText(de: "oft auch", en: "can often also do")
    case 0.2...: often = LocalizedText(de: "manchmal auch", en: "can sometimes also do")
    default: often = LocalizedText(de: "selten auch", en: "can rarely also do")
    }
    return LocalizedText(
      de: "Betriebe, die \(one.german) können, können \(often.german) \(two.german): "
        + "\(Language.german.number(Double(both))) von \(Language.german.number(Double(all))).",
      en: "Firms that can do \(one.english) \(often.english) \(two.english): "
        + "\(Language.english.number(Double(both))) of \(Language.english.number(Double(all))).")
  }
}
