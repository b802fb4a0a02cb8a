// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

extension Register {
  /// Notes what somebody says of an organisation, in one record a source and key: what the record
  /// said before and does not say any more ends.
  ///
  /// - Parameter row: the whole of what the source now says.
  /// - Returns: the organisation, a new one if `organisation` is nil.
  public func state(
    _ row: ListRow, about organisation: EntityID?, key: String, source: Source, on day: CalendarDay,
    by actor: String, at: String
  ) throws -> EntityID {
    try SourceTable(connection).save(source)
    let act = try ActTable(connection).begin(.entry, by: actor, at: at, note: source.name)
    var writer = try RecordWriter(
      connection, source: source, act: act, statedOn: day, idsAtOnce: 1)
    if let earlier = try RecordTable(connection).standing(source.name, key) {
      try writer.change(earlier, to: row)
      _ = try writer.finish()
      return try EntityTable(connection).existing(earlier.organisation).canonical
    }
    var target: EntityID?
    if let organisation {
      guard let current = try writer.current(organisation) else {
        throw StorageError.noSuchEntity(organisation.text)
      }
      target = current
    }
    let (_, owner) = try writer.add(row, key: key, to: target)
    _ = try writer.finish()
    return owner
  }

  /// What a source says of an organisation under a key today, as a row; nil where it says nothing.
  public func statedRow(_ source: String, key: String) throws -> ListRow? {
    guard let record = try RecordTable(connection).standing(source, key) else { return nil }
    let sources = try SourceNames(connection)
    func part(_ id: EntityID) throws -> ListRow.Part {
      let statements = try StatementTable(connection).standing(id, record: record.id, sources)
      let order = RegisterField.fields(of: id.kind)
      let sorted = statements.sorted {
        (order.firstIndex(of: $0.field) ?? 0, $0.position)
          < (order.firstIndex(of: $1.field) ?? 0, $1.position)
      }
      return ListRow.Part(id.kind, sorted.map { ListRow.Value($0.field, $0.value) })
    }
    let parts = try RecordTable(connection).parts(of: record.id).sorted { $0.value < $1.value }
    return ListRow(
      line: 0, key: key, organisation: try part(record.organisation),
      parts: try parts.map { try part($0.value) }.filter { !$0.values.isEmpty })
  }
}
