// SPDX-License-Identifier: Apache-2.0

/// Keeps spreadsheets from running what stands in a cell of a text file.
public enum FormulaGuard {
  /// An apostrophe before what would be taken for a formula; plain numbers stay.
  public static func guarded(_ cell: String) -> String {
    guard let first = cell.utf8.first, starters.contains(first) else { return cell }
    let isNumber = Double(cell) != nil && cell.utf8.allSatisfy { $0 < 0x3A }
    return isNumber ? cell : "'" + cell
  }

  /// `=`, `+`, `-`, `@`, tab, carriage return.
  private static let starters: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
}
