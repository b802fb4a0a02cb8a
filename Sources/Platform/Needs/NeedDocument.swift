// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import Storage

/// Needs as JSON.
public enum NeedDocument {
  /// A need with all its versions, as `need show --json` gives it.
  public static func json(_ file: NeedFile, today: CalendarDay) -> JSONValue {
    .object([
      ("formatVersion", .number(1)),
      ("need", need(file.need)),
      ("expired", .bool(file.need.isExpired(on: today))),
      ("source", source(file.source)),
      ("buyerName", text(file.need.buyer.flatMap { file.names[$0.text] })),
      ("versions", .array(file.versions.map(version))),
      ("history", .array(file.history.map(change))),
      ("suggestions", .array(file.suggestions.map { suggestion($0, file.names) })),
      ("feedback", .array(file.feedback.map { feedback($0, file.names) })),
    ])
  }

  /// A list of needs, as `need list --json` gives it.
  public static func json(_ outcome: ListNeeds.Outcome, today: CalendarDay) -> JSONValue {
    .object([
      ("formatVersion", .number(1)),
      (
        "counts",
        .object(outcome.counts.map { ($0.state.rawValue, .number(Double($0.count))) })
      ),
      (
        "needs",
        .array(
          outcome.needs.map { line in
            .object([
              ("id", .text(line.id)), ("version", .number(Double(line.version))),
              ("state", .text(line.state.rawValue)), ("title", .text(line.title)),
              ("source", source(line.source)), ("buyer", text(line.buyer?.text)),
              ("expires", text(line.expiresOn?.description)),
              ("expired", .bool(line.isExpired(on: today))),
            ])
          })
      ), ("complete", .bool(!outcome.isCut)),
    ])
  }

  /// What an import did, as `need import --json` gives it.
  public static func json(_ outcome: ImportNeeds.Outcome) -> JSONValue {
    .object([
      ("formatVersion", .number(1)),
      (
        "rows",
        .array(
          outcome.rows.map { row in
            var entries: [(String, JSONValue)] = [
              ("line", .number(Double(row.line))), ("key", .text(row.key)), ("id", text(row.id)),
            ]
            switch row.fate {
            case .new: entries.append(("fate", .text("new")))
            case .unchanged: entries.append(("fate", .text("unchanged")))
            case .changedHere(let fields):
              entries.append(("fate", .text("changed_here")))
              entries.append(("fields", .array(fields.map { .text(name($0)) })))
            case .changed(let fields):
              entries.append(("fate", .text("changed")))
              entries.append(("fields", .array(fields.map { .text(name($0)) })))
            case .closed(let state):
              entries.append(("fate", .text("closed")))
              entries.append(("state", .text(state.rawValue)))
            }
            return .object(entries)
          })
      ),
      (
        "absent",
        .array(
          outcome.absent.map { .object([("key", .text($0.key)), ("id", .text($0.id))]) })
      ),
    ])
  }

  /// The draft that came from a chain, as `need from-chain --json` gives it.
  public static func json(_ outcome: NeedFromChain.Outcome) -> JSONValue {
    .object([
      ("formatVersion", .number(1)), ("need", need(outcome.need)),
      ("known", .bool(outcome.isKnown)), ("days", .number(outcome.days)),
      ("critical", .bool(outcome.isCritical)),
    ])
  }

  /// A need by itself; a field that says nothing is null or an empty list.
  static func need(_ need: Need) -> JSONValue {
    let entries: [(String, JSONValue)] = [
      ("id", need.id.isEmpty ? .null : .text(need.id)),
      ("version", .number(Double(need.version))), ("state", .text(need.state.rawValue)),
    ]
    return .object(entries + content(need))
  }

  private static func content(_ need: Need) -> [(String, JSONValue)] {
    let values = NeedValues(need)
    var entries: [(String, JSONValue)] = []
    for definition in NeedFieldDefinition.all {
      entries.append((name(definition.field), value(values[definition.field] ?? [], definition)))
    }
    return entries + [("origin", text(need.origin))]
  }

  private static func value(_ texts: [String], _ definition: NeedFieldDefinition) -> JSONValue {
    if definition.isMany { return .array(texts.map(JSONValue.text)) }
    guard let first = texts.first else { return .null }
    if case .number = definition.content { return JSONValue(Double(first)) }
    return .text(first)
  }

  /// `radius_km` as `radiusKm`.
  private static func name(_ field: NeedField) -> String {
    let parts = field.rawValue.split(separator: "_")
    return parts.enumerated().map { number, part in
      number == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
    }.joined()
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  private static func source(_ source: NeedSource?) -> JSONValue {
    source.map { .object([("name", .text($0.source)), ("key", .text($0.key))]) } ?? .null
  }

  private static func version(_ version: NeedVersion) -> JSONValue {
    .object([
      ("version", .number(Double(version.need.version))), ("by", .text(version.actor)),
      ("at", .text(version.at)), ("note", .text(version.note)),
      ("content", .object(content(version.need))),
    ])
  }

  private static func change(_ change: NeedStateChange) -> JSONValue {
    .object([
      ("version", .number(Double(change.version))), ("from", text(change.from?.rawValue)),
      ("to", .text(change.to.rawValue)), ("by", .text(change.actor)), ("at", .text(change.at)),
      ("note", .text(change.note)),
    ])
  }

  private static func suggestion(
    _ stored: StoredSuggestion, _ names: [String: String]
  ) -> JSONValue {
    .object([
      ("organisation", .text(stored.supplier)), ("name", text(names[stored.supplier])),
      ("version", .number(Double(stored.version))), ("place", .number(Double(stored.place))),
      ("score", .number((stored.score * 100).rounded() / 100)),
      ("on", .text(stored.on.description)),
      ("by", .text(stored.actor)),
    ])
  }

  private static func feedback(_ stored: StoredFeedback, _ names: [String: String]) -> JSONValue {
    let feedback = stored.feedback
    return .object([
      ("supplier", .text(feedback.supplier)), ("name", text(names[feedback.supplier])),
      ("version", .number(Double(stored.version))), ("kind", .text(feedback.kind.rawValue)),
      ("reason", text(feedback.reason?.rawValue)), ("outcome", text(feedback.outcome?.rawValue)),
      ("evidence", text(feedback.evidence?.rawValue)),
      ("verified", feedback.evidence.map { .bool($0.isVerified) } ?? .null),
      ("note", text(feedback.note)), ("on", .text(feedback.on.description)),
      ("by", .text(stored.actor)), ("at", .text(stored.at)),
    ])
  }
}
