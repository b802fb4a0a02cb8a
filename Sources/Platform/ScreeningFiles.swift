// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Screening
import ValueChains

/// Reading the files of screening.
enum ScreeningFiles {
  static func bytes(of path: String) throws(PlatformError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(de: "\(path) gibt es nicht.", en: "\(path) does not exist."))
    }
    // A file too large is told as a fault; one byte more is enough for that.
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: ListLimits.fileBytes + 1) ?? Data()
    else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) ist keine lesbare Datei.", en: "\(path) is no readable file."))
    }
    return [UInt8](data)
  }

  static func findings(_ faults: [ListFault], _ path: String) throws(PlatformError) -> [Finding] {
    try findings([(faults, path)])
  }

  /// What was left out, as warnings; throws where a file cannot be used.
  static func findings(_ files: [(faults: [ListFault], path: String)]) throws(PlatformError)
    -> [Finding]
  {
    var findings: [Finding] = []
    for file in files { findings += file.faults.map { finding($0, file.path) } }
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Diese Dateien lassen sich so nicht prüfen; es wurde nichts geschrieben.",
          en: "These files cannot be screened as they are; nothing was written."),
        findings: findings)
    }
    return findings
  }

  private static func finding(_ fault: ListFault, _ path: String) -> Finding {
    switch fault.severity {
    case .wholeFile:
      Finding(
        .documentUnreadable, .error, table: path, row: fault.line, column: fault.column,
        key: fault.entry, fault.message)
    case .entryRefused:
      Finding(
        .leftOut, .warning, table: path, row: fault.line, column: fault.column, key: fault.entry,
        LocalizedText(de: "Eintrag ausgelassen: ", en: "entry left out: ") + fault.message)
    case .partRefused:
      Finding(
        .leftOut, .warning, table: path, row: fault.line, column: fault.column, key: fault.entry,
        LocalizedText(de: "Angabe ausgelassen: ", en: "statement left out: ") + fault.message)
    }
  }
}
