// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization

/// The result of screening as CSV: `query,candidate,score,decision,reasons`.
public enum ScreeningTable {
  public static let header = "query,candidate,score,decision,reasons"

  public static func text(_ rows: [ScreenNames.Row], _ language: Language) -> String {
    var lines = [header]
    lines.reserveCapacity(rows.count + 1)
    for row in rows {
      let reasons = row.reasons.map { $0[language] }.joined(separator: "; ")
      let cells = [
        guarded(row.query), guarded(row.candidate), "\(row.score)", row.decision.rawValue,
        guarded(reasons),
      ]
      lines.append(cells.map(CSVCell.quoted).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Names come from anywhere and tables are opened in spreadsheets, which run a cell that begins
  /// like a formula: an apostrophe in front makes it text.
  static func guarded(_ cell: String) -> String {
    guard let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first) else { return cell }
    return "'" + cell
  }
}
