// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import Registry
import Storage
import ValueChains

/// Questions about rows as a table people fill in, and the answers read back.
public enum QuestionTable {
  /// One line a candidate; the answer goes into the first line of a question.
  public static func csv(_ questions: [ReviewImport.Question], _ language: Language) -> String {
    var text =
      "\u{FEFF}line,name,place,answer,candidate,candidate_name,candidate_place,probability,reasons\r\n"
    for question in questions {
      let row = question.row
      let start = ["\(row.line)", row.name, question.place, row.answer?.text ?? ""]
      let rows =
        question.candidates.isEmpty
        ? [start + ["", "", "", "", ""]]
        : question.candidates.enumerated().map { number, candidate in
          (number == 0 ? start : ["\(row.line)", "", "", ""]) + [
            candidate.candidate.target.text, candidate.name, candidate.place,
            language.number(candidate.candidate.probability, fractionDigits: 2),
            candidate.candidate.reasons[language],
          ]
        }
      for cells in rows {
        text += cells.map { CSVCell.quoted(guarded($0)) }.joined(separator: ",") + "\r\n"
      }
    }
    return text
  }

  /// Answers themselves begin with `=` and are safe; only names need guarding.
  private static func guarded(_ cell: String) -> String {
    RowTarget(cell) == nil ? FormulaGuard.guarded(cell) : cell
  }

  /// Answers of a filled-in table; lines without one are left open.
  public static func answers(in path: String) throws(PlatformError)
    -> [(line: Int, answer: RowAnswer)]
  {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht oder ist nicht lesbar.",
          en: "\(path) does not exist or cannot be read."))
    }
    let table = DelimitedTable(DecodedText([UInt8](data), allowsWindows1252: true))
    for column in ["line", "answer"] where !table.header.contains(column) {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "\(path) hat keine Spalte \(column). Erwartet wird die Datei von „register review“.",
          en: "\(path) has no column \(column). Expected is the file of “register review”."))
    }
    var answers: [(Int, RowAnswer)] = []
    var findings: [Finding] = []
    for row in table.rows where !row["answer"].isEmpty {
      guard let line = Int(row["line"]), let answer = RowAnswer(row["answer"]) else {
        findings.append(
          Finding(
            .valueInvalid, .error, table: path, row: row.line, column: "answer", key: row["line"],
            wrong(row["answer"])))
        continue
      }
      answers.append((line, answer))
    }
    guard findings.isEmpty else { throw refused(findings) }
    return answers
  }

  /// Answers as `LINE=ANSWER`.
  public static func answers(_ words: [String]) throws(PlatformError)
    -> [(line: Int, answer: RowAnswer)]
  {
    var answers: [(Int, RowAnswer)] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let line = Int(parts[0]), let answer = RowAnswer(String(parts[1]))
      else { throw PlatformError(.request, wrong(word)) }
      answers.append((line, answer))
    }
    return answers
  }

  private static func wrong(_ text: String) -> LocalizedText {
    LocalizedText(
      de:
        "„\(text)“ ist keine Antwort. Möglich sind die Kennung einer Organisation, =ZEILE, new oder leave.",
      en: "“\(text)” is no answer. Possible are the id of an organisation, =LINE, new or leave.")
  }

  private static func refused(_ findings: [Finding]) -> PlatformError {
    PlatformError(
      .data, LocalizedText(de: "Nichts wurde übernommen.", en: "Nothing was taken over."),
      findings: findings)
  }
}
