// SPDX-License-Identifier: Apache-2.0
import Localization

/// Why a table cannot be read, with the place where it stands.
public struct TableFault: Error, Sendable, Hashable {
  /// Stable, for programs.
  public enum Code: String, Sendable, CaseIterable {
    case missing, unreadable, tooLarge, oldFormat, encrypted, notASpreadsheet, damaged, suspicious
    case sheetMissing, noSheet, notText, quoteOpen, empty
  }

  public let code: Code
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  public let message: LocalizedText

  public init(_ code: Code, line: Int = 0, de german: String, en english: String) {
    self.code = code
    self.line = line
    message = LocalizedText(de: german, en: english)
  }
}
