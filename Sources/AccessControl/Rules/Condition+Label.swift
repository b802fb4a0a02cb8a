// SPDX-License-Identifier: Apache-2.0
import Localization

extension Condition {
  /// A few words, as they stand in the matrix and in explanations.
  public var label: LocalizedText {
    switch self {
    case .ownerIsOwn: LocalizedText(de: "eigene", en: "own")
    case .counterpartIsOwn: LocalizedText(de: "als Gegenseite", en: "as the other side")
    case .ownerIsMember: LocalizedText(de: "Mitglied des Verbands", en: "member of the association")
    case .invited: LocalizedText(de: "eingeladen", en: "invited")
    case .granted: LocalizedText(de: "freigegeben", en: "granted")
    case .notCompeting: LocalizedText(de: "kein Wettbewerber", en: "no competitor")
    case .isAuthor: LocalizedText(de: "von der Person selbst", en: "by the person itself")
    case .isNotAuthor: LocalizedText(de: "nicht das eigene", en: "not one's own")
    case .assigned: LocalizedText(de: "zugewiesen", en: "assigned")
    case .inCase: LocalizedText(de: "im Fall", en: "in the case")
    case .inNeedToKnowCase:
      LocalizedText(
        de: "im Fall, Kenntnis nur bei Bedarf", en: "in the case, need to know")
    case .ownerMatched:
      LocalizedText(
        de: "Treffer eines zugewiesenen Bedarfs", en: "match of an assigned need")
    case .handedIn: LocalizedText(de: "eigenes Gutachten abgegeben", en: "own review handed in")
    case .withoutConflict: LocalizedText(de: "nicht befangen", en: "no conflict of interest")
    case .agreedByBoth: LocalizedText(de: "beide einverstanden", en: "both agree")
    case .released(let level):
      LocalizedText(de: "geöffnet für ", en: "opened to ") + level.label
    case .visible(let visibility):
      LocalizedText(de: "sichtbar für ", en: "visible to ") + visibility.label
    case .needIsOpen: LocalizedText(de: "Bedarf offen", en: "need open")
    case .state(let states):
      LocalizedText(
        de: states.map(\.label.german).joined(separator: " oder "),
        en: states.map(\.label.english).joined(separator: " or "))
    }
  }
}
