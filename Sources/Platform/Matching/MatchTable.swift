// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import Matching

/// Matches as CSV: `need,rank,firm,score,state,reasons,gap`.
public enum MatchTable {
  public static let header = "need,rank,firm,score,state,reasons,gap"

  static func lines(_ matches: [Match], _ language: Language) -> String {
    var lines = ""
    for (number, match) in matches.enumerated() {
      let reasons = match.reasons.map { $0[language] }.joined(separator: " ")
      let cells = [
        ScreeningTable.guarded(match.need), "\(number + 1)", ScreeningTable.guarded(match.supplier),
        JSONValue.number((match.score * 100).rounded() / 100).rendered().dropLast().description,
        match.state.rawValue, ScreeningTable.guarded(reasons), match.path.code,
      ]
      lines += cells.map(CSVCell.quoted).joined(separator: ",") + "\n"
    }
    return lines
  }
}
