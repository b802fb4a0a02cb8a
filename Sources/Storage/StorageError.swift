// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// What asking the register for something impossible leads to.
public enum StorageError: Error, Equatable {
  /// A stored value is of a newer program.
  case unknownChoice(String, String)
  case noSuchEntity(String)
  case notTheSameKind(EntityID, EntityID)
  case alreadyOne(EntityID, EntityID)
  case notMerged(EntityID)
  case noSuchImport(String)
  case importState(String, ImportState)
  /// A later import of the same source stands on this one.
  case laterImport(String, String)
  /// Another import of the source is being read or waits.
  case openImport(String)
  /// Somebody else is reading the same list.
  case importBusy(String)
  case noSuchRow(Int)
  case notAsked(Int)
  case answerNeedsCandidate(Int, String)
  case noSuchRecord(String)
  case nothingLeftBehind(EntityID)
  case noSuchHit(String)
  /// About needs and those who are asked.
  case need(NeedRefusal)

  public var message: LocalizedText {
    switch self {
    case .unknownChoice(let type, let text):
      LocalizedText(
        de:
          "Die Datenbank enthält „\(text)“ (\(type)), das dieses Programm nicht kennt. Es ist vermutlich älter als die Daten; ein neueres verwenden.",
        en:
          "The database holds “\(text)” (\(type)), which this program does not know. It is probably older than the data; use a newer one."
      )
    case .noSuchEntity(let id):
      LocalizedText(
        de: "\(id) gibt es im Register nicht und gab es nie.",
        en: "\(id) is not in the register and never was.")
    case .notTheSameKind(let one, let other):
      LocalizedText(
        de:
          "\(one) ist ein Eintrag der Art \(one.kind.label.german), \(other) der Art \(other.kind.label.german); zusammenführen lässt sich nur Gleiches.",
        en:
          "\(one) is of the kind \(one.kind.label.english), \(other) of the kind \(other.kind.label.english); only alike entries can be merged."
      )
    case .alreadyOne(let one, let other):
      LocalizedText(
        de: "\(one) und \(other) sind schon ein und derselbe Eintrag.",
        en: "\(one) and \(other) are one entry already.")
    case .notMerged(let id):
      LocalizedText(
        de: "\(id) ist in nichts aufgegangen; es gibt nichts zu trennen.",
        en: "\(id) was not merged into anything; there is nothing to take back.")
    case .noSuchImport(let id):
      LocalizedText(
        de: "Einen Import \(id) gibt es nicht. „tragwerk register imports“ zeigt alle.",
        en: "There is no import \(id). “tragwerk register imports” shows all.")
    case .importState(let id, let state):
      LocalizedText(
        de: "Import \(id) ist \(state.label.german); dafür ist es zu früh oder zu spät.",
        en: "Import \(id) is \(state.label.english); it is too early or too late for that.")
    case .laterImport(let id, let later):
      LocalizedText(
        de:
          "Auf Import \(id) baut der spätere Import \(later) derselben Quelle auf. Erst \(later) zurücknehmen.",
        en:
          "The later import \(later) of the same source stands on import \(id). Undo \(later) first."
      )
    case .openImport(let id):
      LocalizedText(
        de:
          "Import \(id) derselben Quelle ist noch nicht abgeschlossen. Ihn übernehmen (tragwerk register commit \(id)) oder verwerfen (tragwerk register undo \(id)).",
        en:
          "Import \(id) of the same source is not finished. Commit it (tragwerk register commit \(id)) or discard it (tragwerk register undo \(id))."
      )
    case .importBusy(let id):
      LocalizedText(
        de:
          "Import \(id) wird gerade von einem anderen Prozess gelesen. Warten, bis er fertig ist; der eine stört den anderen nicht.",
        en:
          "Import \(id) is being read by another process. Wait until it is done; neither disturbs the other."
      )
    case .noSuchRow(let line):
      LocalizedText(
        de: "Der Import hat keine Zeile \(line).", en: "The import has no line \(line).")
    case .notAsked(let line):
      LocalizedText(
        de: "Zeile \(line) wartet auf keine Antwort.", en: "Line \(line) waits for no answer.")
    case .answerNeedsCandidate(let line, let answer):
      LocalizedText(
        de:
          "Zeile \(line): „\(answer)“ ist keine mögliche Antwort. Möglich sind die Kennung einer Organisation, =ZEILE für die Organisation einer früheren Zeile, new oder leave.",
        en:
          "Line \(line): “\(answer)” is no possible answer. Possible are the id of an organisation, =LINE for the organisation of an earlier line, new or leave."
      )
    case .noSuchRecord(let id):
      LocalizedText(
        de: "\(id) ist keine Angabe dieser Organisation. „tragwerk register show“ nennt sie.",
        en: "\(id) is no record of this organisation. “tragwerk register show” names them.")
    case .nothingLeftBehind(let id):
      LocalizedText(
        de: "Für \(id) bliebe nichts übrig; eine Aufteilung lässt auf beiden Seiten etwas stehen.",
        en: "Nothing would be left for \(id); a split leaves something on both sides.")
    case .noSuchHit(let what):
      LocalizedText(
        de: "Einen Treffer \(what) gibt es nicht.", en: "There is no hit \(what).")
    case .need(let refusal): refusal.message
    }
  }
}
