// SPDX-License-Identifier: Apache-2.0
import Localization

/// Something wrong with a list, with its place in the file.
public struct ListFault: Sendable, Hashable {
  public enum Severity: Sendable, Hashable {
    /// Nothing of the file can be used: half a list would clear names that stand in the other half.
    case wholeFile
    /// This entry is left out; the others are read.
    case entryRefused
    /// One statement of an entry is left out; the entry is read.
    case partRefused
  }

  public let severity: Severity
  /// The line in the file, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The column or element, `""` where the whole entry is meant.
  public let column: String
  /// The entry's number, `""` where it has none.
  public let entry: String
  public let message: LocalizedText

  public init(
    _ severity: Severity, line: Int, column: String = "", entry: String = "",
    _ message: LocalizedText
  ) {
    self.severity = severity
    self.line = line
    self.column = column
    self.entry = entry
    self.message = message
  }
}
