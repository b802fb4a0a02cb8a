// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import RegisterLists
import Spreadsheets
import Storage

/// A column mapping in a file of its own.
public enum MappingFile {
  public static func read(_ path: String) throws(PlatformError) -> ColumnMapping {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht oder ist nicht lesbar.",
          en: "\(path) does not exist or cannot be read."))
    }
    do throws(MappingFaults) {
      return try ColumnMapping(json: String(decoding: data, as: UTF8.self))
    } catch {
      throw PlatformError(error)
    }
  }
}

/// Lists that are known by their header.
public enum KnownListFile {
  /// The public register a file is from, by its header; nil for lists nobody knows.
  public static func name(_ path: String) throws(PlatformError) -> LocalizedText? {
    do throws(TableFault) {
      return try MappingGuess(path: path).knownList
    } catch {
      throw PlatformError(error)
    }
  }
}

extension StagedList {
  /// Writes the refused rows as they stand in the list, with the reasons, to be mended and read
  /// again.
  public func writeRefused(to path: String) throws(PlatformError) {
    let reasons = Dictionary(grouping: notices.filter(\.isRefusal), by: \.line)
    let rows = refused.map { row in
      RefusedRow(
        line: row.line, cells: row.content.components(separatedBy: "\u{1F}"),
        reasons: reasons[row.line, default: []].map(\.message))
    }
    do throws(TableFault) {
      try RefusedRowsFile(columns: columns).write(
        rows, to: path, format: path.hasSuffix(".xlsx") ? .xlsx : .csv)
    } catch {
      throw PlatformError(.outputFailed, error.message)
    }
  }
}
