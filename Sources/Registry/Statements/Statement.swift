// SPDX-License-Identifier: Apache-2.0
import Localization

/// Who said of an entity that a field has a value, and since when it stands.
public struct Statement: Sendable, Hashable {
  /// The entity it was made about; stays the same when that is merged into another.
  public var subject: EntityID
  public var field: RegisterField
  /// Normalised for the field.
  public var value: String
  /// Order among values of one field in one record.
  public var position: Int
  public var source: Source
  /// The source's record it comes from.
  public var record: String
  /// The day the source last said so.
  public var statedOn: CalendarDay
  /// The act that brought it into the register.
  public var begunBy: String
  /// The act that ended it; nil while it stands.
  public var endedBy: String?

  public init(
    subject: EntityID, field: RegisterField, value: String, position: Int = 0, source: Source,
    record: String, statedOn: CalendarDay, begunBy: String, endedBy: String? = nil
  ) {
    self.subject = subject
    self.field = field
    self.value = value
    self.position = position
    self.source = source
    self.record = record
    self.statedOn = statedOn
    self.begunBy = begunBy
    self.endedBy = endedBy
  }
}
