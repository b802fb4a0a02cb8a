// SPDX-License-Identifier: Apache-2.0

/// What a new version of a list, or a changed organisation, means for questions asked before.
///
/// A decision stands as long as what it rests on stands: the same pair is not asked again because a
/// list was published anew. It is asked again when the entry or the organisation changed in what says
/// who is meant, or when the program now holds a dismissed pair for a hit. Nothing is forgotten: what
/// is no longer found is closed with its decision.
public struct Rescreening: Sendable, Hashable {
  /// Why a question is closed.
  public enum Closure: Sendable, Hashable {
    /// The list no longer has the entry.
    case entryGone
    /// The entry is there, but no longer alike enough.
    case noLongerAlike
    /// The organisation was not screened any more: it left the register.
    case subjectGone
  }

  /// What made a decided question new again.
  public struct Change: Sendable, Hashable {
    public let entry: [EntryFingerprint.Part]
    public let subject: [EntryFingerprint.Part]
    /// From review to hit.
    public let isMoreSerious: Bool
  }

  /// A decided question that is open again.
  public struct Reopened: Sendable, Hashable {
    public let hit: ScreeningHit
    /// The decision that was.
    public let before: ReviewDecision
    public let change: Change
  }

  /// A question that is no longer found, with the decision as it was.
  public struct Closed: Sendable, Hashable {
    public let hit: ScreeningHit
    public let closure: Closure
  }

  /// Found for the first time: open.
  public private(set) var new: [ScreeningHit] = []
  /// As before: the decision is kept, version, score and reasons are of today.
  public private(set) var unchanged: [ScreeningHit] = []
  public private(set) var reopened: [Reopened] = []
  public private(set) var closed: [Closed] = []

  /// Compares what was known with what is found now. Every earlier and every current hit is in
  /// exactly one of the four results, in the order given.
  ///
  /// - Parameters:
  ///   - earlier: all hits of one list that are not closed, with their decisions.
  ///   - current: all hits of the same list found now.
  ///   - entries: the numbers of all entries of the list now.
  ///   - subjects: the ids of all organisations screened now.
  public init(
    earlier: [ScreeningHit], current: [ScreeningHit], entries: Set<String>, subjects: Set<String>
  ) {
    let known = Dictionary(earlier.map { ($0.key, $0) }) { first, _ in first }
    let found = Set(current.map(\.key))
    for hit in current {
      guard let before = known[hit.key] else {
        var hit = hit
        hit.review = .open
        new.append(hit)
        continue
      }
      let change = Change(
        entry: hit.entry.changes(since: before.entry),
        subject: hit.subject.changes(since: before.subject),
        isMoreSerious: before.decision == .review && hit.decision == .hit)
      var kept = hit
      if before.review.outcome == .open || !Self.isMaterial(change, before.review) {
        kept.review = before.review
        // What the decision rests on stays the one that was decided on.
        if before.review.outcome != .open {
          (kept.entry, kept.subject) = (before.entry, before.subject)
        }
        unchanged.append(kept)
      } else {
        kept.review = .open
        reopened.append(Reopened(hit: kept, before: before.review, change: change))
      }
    }
    for hit in earlier where !found.contains(hit.key) {
      let closure: Closure =
        !subjects.contains(hit.key.subject)
        ? .subjectGone : entries.contains(hit.key.entry) ? .noLongerAlike : .entryGone
      closed.append(Closed(hit: hit, closure: closure))
    }
  }

  /// A confirmed pair stays confirmed though the program holds it for more alike; a dismissed one is
  /// asked again then.
  private static func isMaterial(_ change: Change, _ review: ReviewDecision) -> Bool {
    !change.entry.isEmpty || !change.subject.isEmpty
      || change.isMoreSerious && review.outcome == .dismissed
  }
}
