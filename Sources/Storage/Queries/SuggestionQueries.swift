// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

extension Register {
  static let exposure = """
    SELECT s.on_day, SUM(s.merit), SUM(s.attention)
    FROM entity e JOIN suggestion s ON s.supplier = e.id
    WHERE e.owner = $1 AND s.on_day >= $2 GROUP BY s.on_day ORDER BY s.on_day
    """

  /// What lists since a day dealt out to organisations, and to what was merged into them: one look-up
  /// each.
  public func exposure(of suppliers: [EntityID], since day: CalendarDay) throws -> ExposureLedger {
    var ledger = ExposureLedger()
    for supplier in suppliers {
      let rows = try connection.rows(
        Self.exposure, [.text(supplier.text), .text(day.description)])
      for row in rows {
        let share = ExposureLedger.Share(
          supplier: supplier.text, merit: try row.real(1), attention: try row.real(2))
        ledger.record([share], on: try Storage.day(try row.text(0)))
      }
    }
    return ledger
  }

  static let suggestedToBuyer = """
    SELECT s.on_day FROM entity e JOIN need n ON n.buyer = e.id
    JOIN suggestion s ON s.need = n.id
    WHERE e.owner = $1 AND s.attention > 0 AND s.on_day >= $2 ORDER BY s.number
    """

  /// A day for every suggestion a buyer saw since a day; where a need names no buyer, for every one of
  /// the need.
  public func suggestedDays(for need: Need, since day: CalendarDay) throws -> [CalendarDay] {
    guard let buyer = need.buyer else {
      return try SuggestionTable(connection).shown(for: need.id).map(\.on).filter { $0 >= day }
    }
    let canonical = try EntityTable(connection).existing(buyer).canonical
    return try connection.rows(
      Self.suggestedToBuyer, [.text(canonical.text), .text(day.description)]
    ).map { try Storage.day(try $0.text(0)) }
  }

  /// The day on which an organisation was invited to the current version of a need; nil where it was
  /// not.
  public func invitation(to need: Need, of supplier: EntityID) throws -> CalendarDay? {
    try FeedbackTable(connection).invitation(to: need.id, version: need.version, of: supplier)
  }

  /// Organisations, by their ids of today, that need not be put before the buyer of a version again:
  /// it saw them, asked them or dropped them, or they declined.
  public func settled(of need: Need) throws -> Set<String> {
    let rows = try connection.rows(
      """
      SELECT e.canonical FROM suggestion s JOIN entity e ON e.id = s.supplier
      WHERE s.need = $1 AND s.version = $2 AND s.attention > 0
      UNION
      SELECT e.canonical FROM match_feedback f JOIN entity e ON e.id = f.supplier
      WHERE f.need = $1 AND f.version = $2
      """, [.text(need.id), SQLValue(need.version)])
    return Set(try rows.map { try $0.text(0) })
  }

  /// Keeps a list that is put before the buyer of a need, and takes a published need to matched.
  ///
  /// - Parameters:
  ///   - list: first place first; refused where the need is another version by now.
  ///   - shown: how many of them the buyer sees; at least 1.
  @discardableResult
  public func suggest(
    _ list: [ScoredSupplier], shown: Int, for need: Need, _ deed: Deed
  ) throws -> Need {
    let current = try NeedTable(connection).existing(need.id)
    guard current.version == need.version else { throw try changedMeanwhile(current) }
    try checkIsOpen(current, on: deed.day)
    let shares = ExposureLedger.dealt(list, shown: shown)
    try SuggestionTable(connection).add(
      zip(list, shares).enumerated().map { place, entry in
        StoredSuggestion(
          need: need.id, version: need.version, place: place + 1,
          score: min(100, max(0, entry.0.score)), entry.1, deed)
      })
    guard current.state == .published else { return current }
    return try move(need.id, to: .matched, deed)
  }

  /// Throws where nobody may be asked or suggested any more, or not yet.
  public func checkIsOpen(_ need: Need, on day: CalendarDay) throws {
    if need.state == .draft { throw StorageError.need(.notPublished(need.id)) }
    guard need.state.isOpen else { throw StorageError.need(.closed(need.id, need.state)) }
    if let last = need.expiresOn, need.isExpired(on: day) {
      throw StorageError.need(.expired(need.id, last))
    }
  }
}
