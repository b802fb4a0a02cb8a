// SPDX-License-Identifier: Apache-2.0
import Localization

/// What `need suggest` put before a buyer, as JSON.
public enum SuggestionDocument {
  public static func json(_ outcome: SuggestSuppliers.Outcome) -> JSONValue {
    .object([
      ("formatVersion", .number(1)), ("asOf", .text(outcome.day.description)),
      ("need", NeedDocument.need(outcome.need)),
      (
        "suggestions",
        .array(
          outcome.shown.enumerated().map { place, entry in
            guard case .object(let match) = MatchDocument.match(entry.match, rank: place + 1) else {
              preconditionFailure("a match is an object")
            }
            return .object(match + [("fairness", text(entry.fairness))])
          })
      ), ("waiting", .number(Double(outcome.waiting))),
      ("shownThisWeekBefore", .number(Double(outcome.shownThisWeek))),
      ("pause", text(outcome.pause)),
    ])
  }

  private static func text(_ text: LocalizedText?) -> JSONValue {
    text.map { .object([("de", .text($0.german)), ("en", .text($0.english))]) } ?? .null
  }
}
