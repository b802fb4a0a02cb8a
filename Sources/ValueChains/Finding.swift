// SPDX-License-Identifier: Apache-2.0
import Localization

/// One thing found in a chain package, with the place where it stands.
public struct Finding: Sendable, Hashable {
  public enum Severity: String, Sendable, Codable {
    /// Nothing can be computed until it is mended.
    case error
    /// Results can be computed; this should be known when reading them.
    case warning
  }

  /// What kind of thing was found; stable, for programs.
  public enum Code: String, Sendable, Codable, CaseIterable {
    // Errors
    case packageMissing, packageUnreadable, tableMissing, tableEmpty, columnRepeated, columnMissing
    case cellCount, quoteOpen, notText, keyMissing, keyTooLong, keyRepeated, referenceUnknown
    case numberInvalid, numberNotFinite, numberAmbiguous, outOfRange, choiceUnknown,
      lineWithoutOutput
    case documentUnreadable, valueInvalid, unitDiffers, statementsDiffer
    // Warnings
    case columnUnknown, tableNotListed, demandUnserved, cycleWithoutSupply
    case unitMissing, massCreated, siteUnreachable, materialUnused, demandWithoutValue
    case suggestionUnknown, incomplete, disruptionWithoutEffect, unlimitedStaysUnlimited,
      massUnknown, demandTakesAll, optionWithoutEffect, badlyScaled
    case leftOut, replaced
  }

  public let code: Code
  public let severity: Severity
  /// The table's name, or `datapackage.json`.
  public let table: String
  /// The line in the file, the header being 1; 0 where the whole table is meant.
  public let row: Int
  /// The column's name, `""` where the whole row is meant.
  public let column: String
  /// The key of the row, `""` where there is none.
  public let key: String
  public let message: LocalizedText

  public init(
    _ code: Code, _ severity: Severity, table: String, row: Int = 0, column: String = "",
    key: String = "", _ message: LocalizedText
  ) {
    self.code = code
    self.severity = severity
    self.table = table
    self.row = row
    self.column = column
    self.key = key
    self.message = message
  }
}

extension Sequence where Element == Finding {
  /// Whether nothing here stops a computation.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of a person mending them: the package, then table by table, line by line.
  func inReadingOrder() -> [Finding] {
    let order = Dictionary(
      uniqueKeysWithValues: TableName.allCases.map { ($0.rawValue, $0.index + 1) })
    let findings = Array(self)
    let places = findings.map { (order[$0.table] ?? 0) << 32 | $0.row }
    // Ties keep the order in which they were found.
    return findings.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { findings[$0] }
  }
}
