// SPDX-License-Identifier: Apache-2.0
import Localization

extension DatabaseError {
  /// The message of a code.
  ///
  /// - Parameter place: the database as ``DatabaseLocation/description`` names it, without password.
  static func message(_ code: Code, _ place: String) -> LocalizedText {
    switch code {
    case .unreachable:
      LocalizedText(
        de:
          "Die Datenbank \(place) ist nicht erreichbar. Prüfen, ob der Server läuft und Rechnername und Port stimmen.",
        en:
          "The database \(place) cannot be reached. Check that the server is running and that host name and port are right."
      )
    case .loginRefused:
      LocalizedText(
        de:
          "Die Datenbank \(place) lehnt die Anmeldung ab. Benutzername, Kennwort, Name der Datenbank und Zugriffsrechte prüfen.",
        en:
          "The database \(place) refuses the login. Check user name, password, name of the database and access rights."
      )
    case .insecure:
      LocalizedText(
        de:
          "Mit der Datenbank \(place) kam keine sichere Verbindung zustande; es wurde nichts gesendet. Zertifikat des Servers, sslmode und sslrootcert prüfen.",
        en:
          "No secure connection to the database \(place) could be made; nothing was sent. Check the server's certificate, sslmode and sslrootcert."
      )
    case .notAllowed:
      LocalizedText(
        de:
          "Das Konto darf das in der Datenbank \(place) nicht. Dem Konto Rechte am Schema und seinen Tabellen geben.",
        en:
          "The account may not do this in the database \(place). Give the account rights on the schema and its tables."
      )
    case .inputOutput:
      LocalizedText(
        de:
          "Beim Lesen oder Schreiben der Datenbank \(place) meldet der Datenträger einen Fehler; es wurde nichts geändert. Datenträger prüfen.",
        en:
          "Reading or writing the database \(place), the disk reports an error; nothing was changed. Check the disk."
      )
    case .missing:
      LocalizedText(
        de:
          "Die Datenbank \(place) gibt es nicht. Pfad prüfen, oder mit „tragwerk migrate“ anlegen.",
        en:
          "The database \(place) does not exist. Check the path, or make it with “tragwerk migrate”."
      )
    case .cannotOpen:
      LocalizedText(
        de:
          "Die Datenbank \(place) kann nicht geöffnet oder angelegt werden. Prüfen, ob es den Ordner gibt und ob dort gelesen und geschrieben werden darf.",
        en:
          "The database \(place) cannot be opened or made. Check that the folder exists and may be read and written."
      )
    case .readOnly:
      LocalizedText(
        de:
          "Die Datenbank \(place) kann nur gelesen werden; es wurde nichts geändert. Schreibrechte an Datei und Ordner oder am Server prüfen.",
        en:
          "The database \(place) can only be read; nothing was changed. Check the rights to write of file and folder, or of the server."
      )
    case .full:
      LocalizedText(
        de:
          "Für die Datenbank \(place) ist kein Speicherplatz mehr frei; es wurde nichts geändert. Platz schaffen und wiederholen.",
        en:
          "No space is left for the database \(place); nothing was changed. Make room and try again."
      )
    case .busy:
      LocalizedText(
        de:
          "Die Datenbank \(place) ist zu lange belegt; es wurde nichts geändert. Warten, bis andere fertig sind, und wiederholen.",
        en:
          "The database \(place) has been in use for too long; nothing was changed. Wait until others are done and try again."
      )
    case .serialization:
      LocalizedText(
        de:
          "In der Datenbank \(place) haben andere zugleich dasselbe geändert, auch bei mehreren Versuchen; es wurde nichts geändert. Später wiederholen.",
        en:
          "In the database \(place) others kept changing the same things at the same time, also after several tries; nothing was changed. Try again later."
      )
    case .connectionLost:
      LocalizedText(
        de:
          "Die Verbindung zur Datenbank \(place) ist abgerissen; es wurde nichts geändert. Prüfen, ob der Server läuft, und wiederholen.",
        en:
          "The connection to the database \(place) broke; nothing was changed. Check that the server is running and try again."
      )
    case .outcomeUnknown:
      LocalizedText(
        de:
          "Die Verbindung zur Datenbank \(place) ist beim Abschließen einer Änderung abgerissen. Ob sie gespeichert wurde, ist unbekannt: vor dem Wiederholen nachsehen.",
        en:
          "The connection to the database \(place) broke while a change was being completed. Whether it was stored is unknown: look before trying again."
      )
    case .interrupted:
      LocalizedText(
        de: "Abgebrochen; in der Datenbank \(place) wurde nichts geändert.",
        en: "Interrupted; nothing was changed in the database \(place).")
    case .closed:
      LocalizedText(
        de: "Die Datenbank \(place) ist bereits geschlossen.",
        en: "The database \(place) is closed already.")
    case .notADatabase:
      LocalizedText(
        de: "\(place) ist keine SQLite-Datenbank oder verschlüsselt. Pfad prüfen.",
        en: "\(place) is not an SQLite database, or encrypted. Check the path.")
    case .corrupt:
      LocalizedText(
        de: "Die Datenbank \(place) ist beschädigt. Aus einer Sicherung wiederherstellen.",
        en: "The database \(place) is damaged. Restore it from a backup.")
    case .value:
      LocalizedText(
        de:
          "Ein Wert passt nicht in seine Spalte; in der Datenbank \(place) wurde nichts geändert.",
        en: "A value does not fit its column; nothing was changed in the database \(place).")
    case .syntax:
      LocalizedText(
        de:
          "Die Datenbank \(place) versteht eine SQL-Anweisung nicht, oder eine Tabelle fehlt. „tragwerk migrate“ bringt die Tabellen auf den Stand; hilft das nicht, bitte melden.",
        en:
          "The database \(place) does not understand an SQL statement, or a table is missing. “tragwerk migrate” brings the tables up to date; if that does not help, please report it."
      )
    case .constraint(.unique):
      LocalizedText(
        de: "In der Datenbank \(place) gibt es den Eintrag schon; es wurde nichts geändert.",
        en: "The database \(place) has this entry already; nothing was changed.")
    case .constraint(.foreignKey):
      LocalizedText(
        de:
          "Ein Eintrag verweist auf etwas, das es in der Datenbank \(place) nicht gibt, oder es wird noch gebraucht; es wurde nichts geändert.",
        en:
          "An entry refers to something that the database \(place) does not have, or it is still needed; nothing was changed."
      )
    case .constraint(.check), .constraint(.notNull), .constraint(.other):
      LocalizedText(
        de:
          "Ein Wert fehlt oder verletzt eine Regel der Datenbank \(place); es wurde nichts geändert.",
        en: "A value is missing or breaks a rule of the database \(place); nothing was changed.")
    default:
      LocalizedText(
        de: "Die Datenbank \(place) meldet einen unerwarteten Fehler. Bitte melden.",
        en: "The database \(place) reports an unexpected error. Please report it.")
    }
  }

  /// An error with the message of its code.
  static func of(
    _ code: Code, _ place: String, engineMessage: String = "", engineCode: String = "",
    sql: String? = nil
  ) -> DatabaseError {
    DatabaseError(
      code, message(code, place), engineMessage: engineMessage, engineCode: engineCode, sql: sql)
  }
}
