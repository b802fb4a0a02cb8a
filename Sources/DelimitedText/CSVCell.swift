// SPDX-License-Identifier: Apache-2.0

/// Writing cells of comma-separated text (RFC 4180).
public enum CSVCell {
  /// A cell as it stands in the file: quoted where its content demands it.
  public static func quoted(_ cell: String) -> String {
    let needsQuotes =
      cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || cell.hasPrefix(" ") || cell.hasSuffix(" ")
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
