// SPDX-License-Identifier: Apache-2.0

/// One row of a table as it stands in the file.
public struct TableRow: Sendable, Hashable {
  /// The line of a text file, or the row number of a sheet, from 1.
  public var line: Int
  /// Cells in their columns; rows end at their last cell, so they may differ in length.
  public var cells: [String]

  public init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}
