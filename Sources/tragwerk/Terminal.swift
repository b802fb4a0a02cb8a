// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Localization
import Platform
import Synchronization
import ValueChains

/// Where results, messages and progress go.
enum Terminal {
  static func out(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static let isErrorATerminal = isatty(STDERR_FILENO) == 1

  /// Writes a result to a file, or to standard output for `-`.
  static func write(_ text: String, to path: String) throws(PlatformError) {
    if path == "-" { out(text) } else { try OutputFiles.write(text, to: path) }
  }

  /// A result written piece by piece, to a file or to standard output for `-`.
  static func stream(to path: String) throws(PlatformError) -> ResultStream {
    try ResultStream(to: path == "-" ? nil : path)
  }

  /// Findings as `file:row:column: severity: message`, one a line, and how many there are.
  ///
  /// - Parameter folder: the package's folder; nil where the findings name files themselves.
  static func lines(_ findings: [Finding], in folder: String?, _ language: Language) -> String {
    findings.map { finding in
      let isFile = folder == nil || finding.table.hasSuffix(".json")
      let file = (folder.map { $0 + "/" } ?? "") + finding.table + (isFile ? "" : ".csv")
      let severity =
        switch (finding.severity, language) {
        case (.error, .german): "Fehler"
        case (.error, .english): "error"
        case (.warning, .german): "Hinweis"
        case (.warning, .english): "warning"
        }
      let key = finding.key.isEmpty ? "" : " [\(finding.key)]"
      return
        "\(file):\(finding.row):\(finding.column): \(severity): \(finding.message[language])\(key)\n"
    }.joined()
  }

  /// Errors in the data: all of them told, and nothing written but the findings.
  static func refuse(
    _ checked: CheckedChain, json: String?, _ chain: String, _ language: Language
  ) throws {
    if let json { try write(AssessmentDocument.json(checked, language).rendered(), to: json) }
    error(lines(checked.findings, in: chain, language))
    error(count(checked.findings, language))
    throw ExitCode(65)
  }

  static func count(_ findings: [Finding], _ language: Language) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    return switch language {
    case .german: "\(errors) Fehler, \(warnings) \(warnings == 1 ? "Hinweis" : "Hinweise")\n"
    case .english:
      "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")\n"
    }
  }
}

/// Exit codes scripts may rely on.
extension PlatformError {
  var exitCode: ExitCode {
    switch code {
    case .request: ExitCode(64)
    case .data: ExitCode(65)
    case .inputMissing: ExitCode(66)
    case .serviceUnreachable: ExitCode(69)
    case .outputFailed: ExitCode(73)
    case .interrupted: ExitCode(75)
    case .defect: ExitCode(70)
    }
  }
}

/// Runs a command's work and turns what can go wrong into a message and an exit code.
func reportingErrors(_ language: Language, _ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch let error as PlatformError {
    Progress.finish()
    if !error.findings.isEmpty {
      Terminal.error(Terminal.lines(error.findings, in: nil, language))
    }
    Terminal.error(say(language, error.message))
    throw error.exitCode
  } catch let code as ExitCode {
    throw code
  } catch is CancellationError {
    Progress.finish()
    Terminal.error(say(language, PlatformError.interrupted.message))
    throw PlatformError.interrupted.exitCode
  } catch {
    Progress.finish()
    Terminal.error(
      say(
        language,
        LocalizedText(
          de: "Ein Fehler in Tragwerk selbst: \(error). Bitte melden.",
          en: "A defect in Tragwerk itself: \(error). Please report it.")))
    throw ExitCode(70)
  }
}

private func say(_ language: Language, _ message: LocalizedText) -> String {
  "tragwerk: " + message[language]
}
