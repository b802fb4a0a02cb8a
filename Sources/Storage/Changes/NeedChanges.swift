// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

/// Who does something, when and why, as histories tell it.
public struct Deed: Sendable, Hashable {
  public var actor: String
  /// ISO 8601, UTC, to the second.
  public var at: String
  /// The day `at` lies in.
  public var day: CalendarDay
  public var note: String

  public init(actor: String, at: String, day: CalendarDay, note: String = "") {
    self.actor = actor
    self.at = at
    self.day = day
    self.note = note
  }
}

extension Register {
  /// Keeps a new need as a draft, under an id it gives, and returns it.
  ///
  /// - Parameter source: where it came from; no need of that key may be there yet.
  public func enter(_ new: Need, from source: NeedSource? = nil, _ deed: Deed) throws -> Need {
    var need = new
    need.id = try SequenceTable(connection: connection).id("n", "need")
    need.version = 1
    need.state = .draft
    need.buyer = try buyer(of: new)
    if let source, try SourceTable(connection).source(named: source.source) == nil {
      try SourceTable(connection).save(
        Source(name: source.source, kind: .list, title: source.source))
    }
    try NeedTable(connection).add(need, from: source)
    try NeedVersionTable(connection).add(need, by: deed.actor, at: deed.at, note: deed.note)
    try note(need, from: nil, deed)
    return need
  }

  /// Keeps a new version of a need that is no draft any more as published, of a draft as a draft: what
  /// was found for the earlier version no longer counts.
  ///
  /// - Parameter version: the one the change was made on; refused where another is current by now,
  ///   so that nobody undoes unseen what somebody else wrote.
  /// - Returns: the new version, or nil where it says the same as the one before.
  public func change(_ id: String, from version: Int, to content: Need, _ deed: Deed) throws
    -> Need?
  {
    let earlier = try NeedTable(connection).existing(id)
    guard earlier.version == version else { throw try changedMeanwhile(earlier) }
    guard let state = earlier.state.afterChange else {
      throw StorageError.need(.closed(id, earlier.state))
    }
    var need = content
    need.buyer = try buyer(of: content)
    guard !need.says(theSameAs: earlier) else { return nil }
    need.id = id
    need.state = state
    return try advance(need, from: earlier, deed)
  }

  /// Moves a need on its way.
  ///
  /// Publishing what was covered or withdrawn makes a new version, so that what was found for the
  /// old one stays with that.
  /// - Parameter version: refused where another is current by now; nil for any.
  @discardableResult
  public func move(_ id: String, to state: NeedState, from version: Int? = nil, _ deed: Deed)
    throws -> Need
  {
    let earlier = try NeedTable(connection).existing(id)
    guard version == nil || version == earlier.version else {
      throw try changedMeanwhile(earlier)
    }
    guard earlier.state.next.contains(state) else {
      throw StorageError.need(.noWay(id, earlier.state, state))
    }
    var need = earlier
    need.state = state
    if state == .published, let last = need.expiresOn, last < deed.day {
      throw StorageError.need(.expired(id, last))
    }
    if earlier.state.afterChange == nil { return try advance(need, from: earlier, deed) }
    guard try NeedTable(connection).advance(to: need, from: need.version) else {
      throw try changedMeanwhile(earlier)
    }
    try note(need, from: earlier.state, deed)
    return need
  }

  private func advance(_ content: Need, from earlier: Need, _ deed: Deed) throws -> Need {
    var need = content
    need.version = earlier.version + 1
    try NeedVersionTable(connection).add(need, by: deed.actor, at: deed.at, note: deed.note)
    guard try NeedTable(connection).advance(to: need, from: earlier.version) else {
      throw try changedMeanwhile(earlier)
    }
    if need.state != earlier.state { try note(need, from: earlier.state, deed) }
    return need
  }

  private func note(_ need: Need, from earlier: NeedState?, _ deed: Deed) throws {
    try NeedStateTable(connection).add(
      NeedStateChange(
        version: need.version, from: earlier, to: need.state, actor: deed.actor, at: deed.at,
        note: deed.note), to: need.id)
  }

  /// The buyer, provided it is an organisation of the register.
  private func buyer(of need: Need) throws -> EntityID? {
    try need.buyer.map { try organisation($0) }
  }

  /// The organisation of an id as it is called today.
  public func organisation(_ id: EntityID) throws -> EntityID {
    let entity = try EntityTable(connection).existing(id)
    guard id.kind == .organisation else { throw StorageError.need(.notAnOrganisation(id)) }
    guard entity.endedBy == nil else { throw StorageError.need(.withdrawn(id)) }
    return entity.canonical
  }

  func changedMeanwhile(_ current: Need) throws -> StorageError {
    let row = NeedRow(id: current.id, version: current.version, state: current.state)
    let last = try NeedVersionTable(connection).versions(of: row).last
    return .need(
      .changed(current.id, current.version, last?.actor ?? "", last?.at ?? ""))
  }
}
