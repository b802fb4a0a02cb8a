// SPDX-License-Identifier: Apache-2.0
import Localization

/// An organisation of the register and an entry of a list that somebody has to look at: one row of
/// the review queue.
public struct ScreeningHit: Sendable, Hashable {
  /// What makes it the same question from version to version.
  public struct Key: Sendable, Hashable, Codable {
    /// The organisation's id in the register.
    public let subject: String
    public let list: String
    /// The entry's number on the list.
    public let entry: String

    public init(subject: String, list: String, entry: String) {
      self.subject = subject
      self.list = list
      self.entry = entry
    }
  }

  public let key: Key
  /// The version of the list against which it was found last.
  public var version: String
  /// The entry's name, as it was then.
  public var entryName: String
  /// 0…1.
  public var score: Double
  /// What the program says: hit or review.
  public var decision: ScreeningDecision
  public var reasons: [LocalizedText]
  /// The entry as it was when somebody decided, or when it was found.
  public var entry: EntryFingerprint
  /// The organisation as it was then.
  public var subject: EntryFingerprint
  /// What a person says.
  public var review: ReviewDecision

  public init(
    key: Key, version: String, entryName: String, score: Double, decision: ScreeningDecision,
    reasons: [LocalizedText], entry: EntryFingerprint, subject: EntryFingerprint,
    review: ReviewDecision = .open
  ) {
    self.key = key
    self.version = version
    self.entryName = entryName
    self.score = score
    self.decision = decision
    self.reasons = reasons
    self.entry = entry
    self.subject = subject
    self.review = review
  }

  /// A new, open question.
  public init(
    subject id: String, _ subject: ScreeningSubject, _ match: ScreeningList.Match,
    list: ScreeningList
  ) {
    self.init(
      key: Key(subject: id, list: list.name, entry: match.entry.id), version: list.version,
      entryName: match.entry.subject.name, score: match.score.score,
      decision: match.score.decision, reasons: match.score.reasons.map(\.text),
      entry: EntryFingerprint(match.entry.subject), subject: EntryFingerprint(subject))
  }
}
