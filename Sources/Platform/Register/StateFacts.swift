// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Storage
import ValueChains

/// Use case: note facts about an organisation, as its own word or as research.
///
/// What the source said before of other fields stays. An empty value takes a field back. Fields of a
/// capability, qualification and so on make one entry of that kind, or change the one about the same
/// thing.
public struct StateFacts: Sendable {
  public let organisation: EntityID
  /// Field keys such as `capability.term`, or fields of the organisation by name alone, with what
  /// somebody wrote.
  public let facts: [(key: String, value: String)]
  public let source: Source
  /// The day the source said so.
  public let day: CalendarDay

  public init(
    organisation: EntityID, facts: [(key: String, value: String)], source: Source, day: CalendarDay
  ) {
    self.organisation = organisation
    self.facts = facts
    self.source = source
    self.day = day
  }

  /// - Throws: ``PlatformError`` with a finding for every fact that cannot be taken.
  public func run(_ access: RegisterAccess) async throws {
    let values = try checked()
    let (actor, time, work) = (access.actor, access.time, self)
    try await access.write { connection in
      let register = Register(connection)
      let current = try register.file(of: work.organisation, withHistory: false).id
      for case (let field, let value?) in values {
        guard case .reference = field.definition.content else { continue }
        _ = try register.resolve(EntityID(stored: value.lowercased()))
      }
      // One record for each source and organisation, under the organisation's own id.
      let before = try register.statedRow(work.source.name, key: current.text)
      let row = Self.row(before, with: values, key: current.text)
      _ = try register.state(
        row, about: current, key: current.text, source: work.source, on: work.day, by: actor,
        at: time)
    }
  }

  /// The facts, each checked for its field; all faults at once.
  private func checked() throws(PlatformError) -> [(field: RegisterField, value: String?)] {
    var values: [(RegisterField, String?)] = []
    var findings: [Finding] = []
    for (number, fact) in facts.enumerated() {
      let key = fact.key.contains(".") ? fact.key : "organisation." + fact.key
      guard let field = RegisterField(key) else {
        findings.append(
          Self.finding(
            number, fact.key,
            LocalizedText(
              de: "Ein Feld \(fact.key) gibt es nicht. „tragwerk register fields“ nennt alle.",
              en: "There is no field \(fact.key). “tragwerk register fields” names them all.")))
        continue
      }
      guard !fact.value.isEmpty else {
        values.append((field, nil))
        continue
      }
      do {
        let value = try field.definition.normalised(fact.value)
        if case .reference(let kind) = field.definition.content, EntityID(value)?.kind != kind {
          findings.append(Self.finding(number, fact.key, Self.noID(value, kind)))
        } else {
          values.append((field, value))
        }
      } catch {
        findings.append(Self.finding(number, fact.key, error.message))
      }
    }
    guard findings.isEmpty else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Nichts wurde eingetragen.", en: "Nothing was entered."), findings: findings)
    }
    return values
  }

  private static func noID(_ text: String, _ kind: EntityKind) -> LocalizedText {
    LocalizedText(
      de:
        "„\(text)“ ist keine Kennung der Art \(kind.label.german). Erwartet wird eine wie \(EntityID(kind, 1)).",
      en:
        "“\(text)” is no id of the kind \(kind.label.english). Expected is one like \(EntityID(kind, 1))."
    )
  }

  private static func finding(_ number: Int, _ key: String, _ message: LocalizedText) -> Finding {
    Finding(.valueInvalid, .error, table: "FIELD=VALUE", row: number + 1, column: key, message)
  }

  /// What the source says with the facts: fields named are replaced, others stay.
  private static func row(
    _ before: ListRow?, with facts: [(field: RegisterField, value: String?)], key: String
  ) -> ListRow {
    var row =
      before ?? ListRow(line: 0, key: key, organisation: ListRow.Part(.organisation), parts: [])
    for kind in EntityKind.allCases {
      let mine = facts.filter { $0.field.kind == kind }
      guard !mine.isEmpty else { continue }
      if kind == .organisation {
        row.organisation = changed(row.organisation, mine)
        continue
      }
      let new = changed(ListRow.Part(kind), mine)
      if let at = row.parts.firstIndex(where: { $0.isAboutTheSame(as: new) }) {
        row.parts[at] = changed(row.parts[at], mine)
      } else {
        row.parts.append(new)
      }
    }
    row.parts.removeAll { $0.values.isEmpty }
    return row
  }

  private static func changed(
    _ part: ListRow.Part, _ facts: [(field: RegisterField, value: String?)]
  ) -> ListRow.Part {
    var part = part
    let named = Set(facts.map(\.field))
    part.values.removeAll { named.contains($0.field) }
    for case (let field, let value?) in facts { part.values.append(ListRow.Value(field, value)) }
    return part
  }
}
