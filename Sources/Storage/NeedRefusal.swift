// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry

/// Why a need cannot be changed, moved or offered as somebody wants.
public enum NeedRefusal: Error, Equatable {
  case noSuchNeed(String)
  /// Somebody else made a newer version: its number, by whom, when.
  case changed(String, Int, String, String)
  /// No such step from the one state to the other.
  case noWay(String, NeedState, NeedState)
  /// Covered or withdrawn.
  case closed(String, NeedState)
  case notPublished(String)
  /// The last day on which it stood.
  case expired(String, CalendarDay)
  /// When.
  case alreadyInvited(String, EntityID, CalendarDay)
  /// Confirmed to be on a screening list.
  case screenedOut(EntityID, String)
  case notAnOrganisation(EntityID)
  /// Nobody speaks of it any more.
  case withdrawn(EntityID)

  public var message: LocalizedText {
    switch self {
    case .noSuchNeed(let id):
      LocalizedText(
        de: "Einen Bedarf \(id) gibt es nicht. „tragwerk need list“ zeigt alle.",
        en: "There is no need \(id). “tragwerk need list” shows all.")
    case .changed(let id, let version, let actor, let at):
      LocalizedText(
        de:
          "\(actor) hat \(id) am \(at.prefix(10)) geändert; es gilt nun Version \(version). Nichts wurde überschrieben: „tragwerk need show \(id)“ ansehen und auf ihr aufbauen.",
        en:
          "\(actor) changed \(id) on \(at.prefix(10)); version \(version) counts now. Nothing was overwritten: look at “tragwerk need show \(id)” and build on that."
      )
    case .noWay(let id, let from, let to):
      LocalizedText(
        de:
          "\(id) hat den Stand „\(from.label.german)“; von dort geht es nicht zu „\(to.label.german)“. Möglich: \(Self.list(from.next, \.german)).",
        en:
          "\(id) is “\(from.label.english)”; from there it cannot become “\(to.label.english)”. Possible: \(Self.list(from.next, \.english))."
      )
    case .closed(let id, let state):
      LocalizedText(
        de:
          "\(id) ist \(state.label.german). Erst wieder veröffentlichen (tragwerk need publish \(id)); das ergibt eine neue Version.",
        en:
          "\(id) is \(state.label.english). Publish it again first (tragwerk need publish \(id)); that makes a new version."
      )
    case .notPublished(let id):
      LocalizedText(
        de: "\(id) ist ein Entwurf. Erst veröffentlichen: tragwerk need publish \(id)",
        en: "\(id) is a draft. Publish it first: tragwerk need publish \(id)")
    case .expired(let id, let day):
      LocalizedText(
        de:
          "\(id) galt bis \(day). Mit einem neuen Tag verlängern: tragwerk need change \(id) expires=JJJJ-MM-TT",
        en:
          "\(id) stood until \(day). Renew it with another day: tragwerk need change \(id) expires=YYYY-MM-DD"
      )
    case .alreadyInvited(let need, let supplier, let day):
      LocalizedText(
        de:
          "\(supplier) ist zu \(need) schon am \(day) eingeladen worden. Eine Erinnerung zählt nicht als neue Einladung; nach einer Änderung des Bedarfs geht es wieder.",
        en:
          "\(supplier) was invited to \(need) on \(day) already. A reminder is no new invitation; after a change of the need it can be invited again."
      )
    case .screenedOut(let id, let list):
      LocalizedText(
        de:
          "\(id) steht bestätigt auf der Liste „\(list)“ und kann nicht eingeladen werden. „tragwerk register hits“ zeigt die Entscheidung.",
        en:
          "\(id) is confirmed to be on the list “\(list)” and cannot be invited. “tragwerk register hits” shows the decision."
      )
    case .notAnOrganisation(let id):
      LocalizedText(
        de:
          "\(id) ist ein Eintrag der Art \(id.kind.label.german); hier braucht es eine Organisation. „tragwerk register find“ nennt ihre Kennung.",
        en:
          "\(id) is of the kind \(id.kind.label.english); an organisation is wanted here. “tragwerk register find” names its id."
      )
    case .withdrawn(let id):
      LocalizedText(
        de: "\(id) gab es; niemand spricht mehr davon.",
        en: "\(id) existed; nobody speaks of it any more.")
    }
  }

  private static func list(
    _ states: [NeedState], _ language: KeyPath<LocalizedText, String>
  ) -> String {
    states.map { $0.label[keyPath: language] }.joined(separator: ", ")
  }
}
