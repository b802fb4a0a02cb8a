// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

/// What became of asking an organisation.
public struct FeedbackCounts: Sendable, Hashable {
  /// The days on which it was asked, in order; attention is shared fairly by them.
  public var askedOn: [CalendarDay] = []
  /// How often it declined. Never held against it; it tells what to ask it for.
  public var declined = 0
  /// Needs it served, as both sides or a document say.
  public var served = 0
  /// Needs it served as one side alone says; no success until it is confirmed.
  public var saidToBeServed = 0

  public init() {}
}

extension Register {
  static let askedDays = """
    SELECT e.canonical, f.on_day FROM entity e JOIN match_feedback f ON f.supplier = e.id
    WHERE e.owner = $1 AND f.kind = 'invited' AND f.on_day >= $2 ORDER BY f.on_day, f.number
    """

  /// The days on which an organisation, or what was merged into it, was asked, since a day.
  public func askedDays(of supplier: EntityID, since day: CalendarDay) throws -> [CalendarDay] {
    let canonical = try EntityTable(connection).existing(supplier).canonical
    return try connection.rows(Self.askedDays, [.text(canonical.text), .text(day.description)])
      .map { try Storage.day(try $0.text(1)) }
  }

  /// What became of asking each organisation since a day, by its id of today. Organisations with
  /// which nothing passed are left out. One pass over the feedback.
  ///
  /// An outcome counts as verified where a document or both sides confirmed it, be it in one note or
  /// in two; a need served counts once.
  public func feedbackCounts(since day: CalendarDay) throws -> [EntityID: FeedbackCounts] {
    var counts: [EntityID: FeedbackCounts] = [:]
    var said: [EntityID: [String: Set<MatchFeedback.Evidence>]] = [:]
    try connection.forEach(
      """
      SELECT e.canonical, f.kind, f.on_day, f.need, f.outcome, f.evidence
      FROM match_feedback f JOIN entity e ON e.id = f.supplier
      WHERE f.on_day >= $1 ORDER BY f.on_day, f.number
      """, [.text(day.description)]
    ) { row in
      let supplier = EntityID(stored: try row.text(0))
      let kind: MatchFeedback.Kind = try stored(try row.text(1))
      switch kind {
      case .invited:
        counts[supplier, default: .init()].askedOn.append(try Storage.day(try row.text(2)))
      case .declined: counts[supplier, default: .init()].declined += 1
      case .dismissed: break
      case .outcome:
        let outcome: MatchFeedback.Outcome = try stored(try row.text(4))
        guard outcome.isSuccess else { return }
        said[supplier, default: [:]][try row.text(3), default: []]
          .insert(try stored(try row.text(5)))
      }
    }
    for (supplier, needs) in said {
      let served = needs.values.count { $0.isVerified }
      counts[supplier, default: .init()].served = served
      counts[supplier, default: .init()].saidToBeServed = needs.count - served
    }
    return counts
  }
}

extension Set<MatchFeedback.Evidence> {
  /// Whether all that was said of an outcome together confirms it.
  var isVerified: Bool {
    contains { $0.isVerified } || isSuperset(of: [.saidByBuyer, .saidBySupplier])
  }
}
