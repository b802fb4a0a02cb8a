// SPDX-License-Identifier: Apache-2.0
import Localization
import Storage

/// What an import would do and did, as JSON.
public enum ImportDocument {
  /// - Parameter summary: nil where nothing was taken over.
  public static func json(_ staged: StagedList, _ summary: CommitSummary?) -> String {
    let counts = staged.counts
    var entries: [(String, JSONValue)] = [
      ("formatVersion", .number(1)), ("import", staged.importID.map(JSONValue.text) ?? .null),
      ("source", .text(staged.source)),
      (
        "rows",
        numbers([
          ("total", counts.rows), ("unchanged", counts.unchanged), ("changed", counts.changed),
          ("linked", counts.linked), ("repeated", counts.repeated), ("new", counts.new),
          ("ask", counts.asked), ("refused", counts.refused), ("left", counts.left),
        ])
      ),
      ("askedShare", .number(counts.askedShare)),
      (
        "columns",
        .array(
          staged.mapping.columns.map { column in
            .object([
              ("column", .text(column.column)),
              ("fields", .array(column.targets.map { .text($0.text) })),
            ])
          })
      ),
      (
        "repeats",
        .array(
          staged.repeats.map { row in
            .object([
              ("line", .number(Double(row.line))), ("of", .text(row.target?.text ?? "")),
              ("name", .text(row.name)),
            ])
          })
      ),
      ("questions", .array(staged.questions.map(question))),
      (
        "notices",
        .array(
          staged.notices.map { notice in
            .object([
              ("line", .number(Double(notice.line))), ("column", .text(notice.column)),
              ("refused", .bool(notice.isRefusal)), ("message", both(notice.message)),
            ])
          })
      ),
    ]
    if let summary {
      entries.append(
        (
          "committed",
          numbers([
            ("new", summary.new), ("linked", summary.linked), ("changed", summary.changed),
            ("unchanged", summary.unchanged), ("left", summary.left), ("open", summary.open),
            ("databaseRows", summary.written),
          ])
        ))
    }
    return JSONValue.object(entries).rendered()
  }

  private static func question(_ question: StagedList.Question) -> JSONValue {
    .object([
      ("line", .number(Double(question.row.line))), ("name", .text(question.row.name)),
      (
        "candidates",
        .array(
          question.candidates.map { candidate in
            .object([
              ("target", .text(candidate.target.text)),
              ("probability", .number(candidate.probability)),
              ("reasons", both(candidate.reasons)),
            ])
          })
      ),
    ])
  }

  private static func numbers(_ pairs: [(String, Int)]) -> JSONValue {
    .object(pairs.map { ($0.0, .number(Double($0.1))) })
  }

  private static func both(_ text: LocalizedText) -> JSONValue {
    .object([("de", .text(text.german)), ("en", .text(text.english))])
  }
}
