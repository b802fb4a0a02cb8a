// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import ValueChains

/// A parts list as it was read.
public struct PartsListReading: Sendable {
  /// Every line of the file, in order; together they cover it without gap or overlap.
  public let lines: [PartsListLine]
  /// Everything found, in the order of the file. With an error there is nothing to draft from.
  public let findings: [Finding]
  /// The headings, and what each was taken for; empty where none was recognised.
  public let columns: [PartsListColumn]
  public let encoding: TextEncoding
  /// How many lines the file has.
  public let lineCount: Int

  /// The lines that are needed parts.
  public var counted: [PartsListLine] { lines.filter { $0.disposition == .counted } }

  /// How many lines have each disposition.
  public var tally: [PartsListLine.Disposition: Int] {
    lines.reduce(into: [:]) { tally, line in tally[line.disposition, default: 0] += 1 }
  }
}

/// A column of a parts list, and what it was taken for.
public struct PartsListColumn: Sendable, Hashable {
  /// The heading as it stands in the file.
  public let heading: String
  /// Nil where the heading is not understood; the column is then not used.
  public let role: PartsListRole?
}
