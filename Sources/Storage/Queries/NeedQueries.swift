// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

/// One line of a list of needs.
public struct NeedLine: Sendable, Hashable {
  public var id: String
  public var version: Int
  public var state: NeedState
  public var title: String
  public var source: NeedSource?
  public var buyer: EntityID?
  public var expiresOn: CalendarDay?

  /// Whether it is open and nobody renewed it in time.
  public func isExpired(on day: CalendarDay) -> Bool {
    state.isOpen && expiresOn.map { $0 < day } ?? false
  }
}

/// All that is kept of one need.
public struct NeedFile: Sendable {
  public var need: Need
  public var source: NeedSource?
  /// Every version, the oldest first.
  public var versions: [NeedVersion]
  /// Its way, from the beginning.
  public var history: [NeedStateChange]
  public var feedback: [StoredFeedback]
  /// The suppliers its buyer was shown, in order.
  public var suggestions: [StoredSuggestion]
  /// What the register calls the organisations named here.
  public var names: [String: String]
}

extension Register {
  static let needLine = """
    n.id, n.version, n.state, v.title, n.source, n.key, n.buyer, n.expires_on
    FROM need n JOIN need_version v ON v.need = n.id AND v.version = n.version
    """

  static let needsByID = "SELECT \(needLine) WHERE n.id > $1 ORDER BY n.id LIMIT $2"

  static let needsByState = """
    SELECT \(needLine) WHERE n.state = $1 AND n.id > $2 ORDER BY n.id LIMIT $3
    """

  /// Needs by age, a page at a time; of one state if wanted. Reads a page of an index.
  public func needs(_ state: NeedState? = nil, after id: String = "", limit: Int) throws
    -> [NeedLine]
  {
    let rows =
      if let state {
        try connection.rows(
          Self.needsByState, [.text(state.rawValue), .text(id), SQLValue(limit)])
      } else {
        try connection.rows(Self.needsByID, [.text(id), SQLValue(limit)])
      }
    return try rows.map(Self.needLine)
  }

  static let needsByBuyer = """
    SELECT \(needLine) JOIN entity e ON e.id = n.buyer
    WHERE e.owner = $1 AND e.canonical = $1 ORDER BY n.id
    """

  /// The needs of an organisation and of what was merged into it, by age.
  public func needs(of buyer: EntityID) throws -> [NeedLine] {
    let canonical = try EntityTable(connection).existing(buyer).canonical
    return try connection.rows(Self.needsByBuyer, [.text(canonical.text)]).map(Self.needLine)
  }

  /// How many needs stand in each state; states without a need are left out.
  public func needCounts() throws -> [(state: NeedState, count: Int)] {
    var counts: [NeedState: Int] = [:]
    for row in try connection.rows("SELECT state, COUNT(*) FROM need GROUP BY state") {
      counts[try stored(try row.text(0))] = Int(try row.integer(1))
    }
    return NeedState.allCases.compactMap { state in counts[state].map { (state, $0) } }
  }

  /// All that is kept of one need.
  public func needFile(_ id: String) throws -> NeedFile {
    let row = try NeedTable(connection).existingRow(id)
    let versions = try NeedVersionTable(connection).versions(of: row)
    guard let need = versions.last?.need, need.version == row.version else {
      throw StorageError.need(.noSuchNeed(id))
    }
    let feedback = try FeedbackTable(connection).feedback(on: id)
    let suggestions = try SuggestionTable(connection).shown(for: id)
    var names: [String: String] = [:]
    for organisation in Set(
      feedback.map(\.feedback.supplier) + suggestions.map(\.supplier)
        + [need.buyer?.text].compactMap(\.self))
    {
      let current = try EntityTable(connection).existing(EntityID(stored: organisation)).canonical
      names[organisation] = try line(of: current)?.name
    }
    return NeedFile(
      need: need, source: row.source, versions: versions,
      history: try NeedStateTable(connection).changes(of: id), feedback: feedback,
      suggestions: suggestions, names: names)
  }

  private static func needLine(_ row: SQLRow) throws -> NeedLine {
    let key = try row.optionalText(5)
    return NeedLine(
      id: try row.text(0), version: Int(try row.integer(1)), state: try stored(try row.text(2)),
      title: try row.text(3),
      source: try row.optionalText(4).flatMap { source in
        key.map { NeedSource(source: source, key: $0) }
      }, buyer: try row.optionalText(6).map { EntityID(stored: $0) },
      expiresOn: try row.optionalText(7).map(day))
  }
}
