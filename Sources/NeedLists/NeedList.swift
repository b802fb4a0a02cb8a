// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import ValueChains

/// A list of needs as a file gives it: rows that can be taken, and everything that is wrong.
///
/// Read as a whole: where a finding is an error, nothing of the list is to be taken. Columns are those
/// of the catalogue of needs, with English or German headings; a column the list lacks says nothing
/// about its field, an empty cell clears it. So a row by itself may still lack something: whoever makes
/// a need of it (`Need.make`) is told what.
public struct NeedList: Sendable {
  public struct Row: Sendable, Hashable {
    /// The line in the file, the header usually being 1.
    public let line: Int
    /// What the list calls the need.
    public let key: String
    public let values: NeedValues
  }

  /// The rows without errors, in the order of the file.
  public let rows: [Row]
  /// Everything found, in the order of the file.
  public let findings: [Finding]

  /// Reads a comma-, semicolon- or tab-separated text in UTF-8, UTF-16 or Windows-1252. Linear in its
  /// size.
  ///
  /// - Parameter file: what findings call it.
  public init(_ bytes: [UInt8], file: String) {
    var reading = NeedListReading(file: file)
    reading.read(bytes)
    rows = reading.rows
    // Ties keep the order in which they were found.
    findings = reading.findings.enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
  }
}
