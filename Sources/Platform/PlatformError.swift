// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization
import Resilience
import ValueChains

/// Why a use case could not be carried out, in words for the person who asked.
public struct PlatformError: Error, CustomStringConvertible {
  public enum Code: Sendable {
    /// What was asked for does not fit together.
    case request
    /// Content is wrong; the findings say where.
    case data
    /// Something that should be read is not there.
    case inputMissing
    /// A service, such as the database, cannot be reached or does not serve us.
    case serviceUnreachable
    /// Something could not be written.
    case outputFailed
    /// The person stopped it.
    case interrupted
    /// A defect of ours.
    case defect
  }

  public let code: Code
  public let message: LocalizedText
  public let findings: [Finding]

  public init(_ code: Code, _ message: LocalizedText, findings: [Finding] = []) {
    self.code = code
    self.message = message
    self.findings = findings
  }

  /// Files that cannot be used, with everything found in them.
  init(unusable findings: [Finding]) {
    self.init(
      .data,
      LocalizedText(
        de: "Diese Dateien lassen sich so nicht verwenden; alle Fehler stehen oben.",
        en: "These files cannot be used as they are; all faults are listed above."),
      findings: findings)
  }

  public var description: String { message.english }
}

extension PlatformError {
  init(_ error: ChainPackage.ReadingError) {
    switch error {
    case .noSuchFolder(let path):
      self.init(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht. Erwartet wird der Ordner eines Kettenpakets.",
          en: "\(path) does not exist. Expected is the folder of a chain package."))
    case .notAFolder(let path):
      self.init(
        .inputMissing,
        LocalizedText(
          de:
            "\(path) ist eine Datei. Erwartet wird der Ordner eines Kettenpakets, in dem datapackage.json liegt.",
          en:
            "\(path) is a file. Expected is the folder of a chain package, in which datapackage.json lies."
        ))
    }
  }

  init(_ error: ChainPackage.WritingError) {
    switch error {
    case .wouldOverwrite(let path):
      self.init(
        .outputFailed,
        LocalizedText(
          de:
            "\(path) ist nicht leer und kein unberührter Entwurf; es wird nichts überschrieben. Einen anderen Ordner nennen, oder --replace, wenn der Inhalt verloren gehen darf.",
          en:
            "\(path) is not empty and not an untouched draft; nothing is overwritten. Name another folder, or --replace if its content may be lost."
        ))
    case .failed(let path, let reason):
      self.init(.outputFailed, Self.notWritten(path, reason))
    }
  }

  static func notWritten(_ path: String, _ reason: String) -> LocalizedText {
    LocalizedText(
      de: "\(path) konnte nicht geschrieben werden: \(reason)",
      en: "\(path) could not be written: \(reason)")
  }

  init(_ error: ResilienceError) {
    switch error {
    case .cancelled: self = .interrupted
    case .unsolved(let disruption, let status):
      self.init(
        .defect,
        LocalizedText(
          de:
            "Der Löser hat „\(disruption)“ auch beim zweiten Mal nicht entschieden (\(status)). Bitte die Kette melden.",
          en:
            "The solver did not decide “\(disruption)”, also the second time (\(status)). Please report the chain."
        ))
    }
  }

  init(_ error: PlanningError) {
    switch error {
    case .cancelled: self = .interrupted
    case .unsolved(.timeLimit):
      self.init(
        .request,
        LocalizedText(
          de: "Bis zur Zeitgrenze wurde kein Plan gefunden. --time-limit vergrößern.",
          en: "No plan was found within the time limit. Enlarge --time-limit."))
    case .unsolved(let status):
      self.init(
        .defect,
        LocalizedText(
          de:
            "Der Löser hat den Plan auch beim zweiten Mal nicht entschieden (\(status)). Bitte die Kette melden.",
          en:
            "The solver did not decide the plan, also the second time (\(status)). Please report the chain."
        ))
    }
  }

  public static let interrupted = PlatformError(
    .interrupted,
    LocalizedText(
      de: "Abgebrochen. Es wurde nichts geschrieben; derselbe Befehl beginnt von vorn.",
      en: "Interrupted. Nothing was written; the same command starts again."))
}
