// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Registry

/// An organisation as matching sees it: everything a need may be held against.
public struct Supplier: Sendable, Hashable {
  /// A capability that was declared, rather than read from prose.
  public struct Declared: Sendable, Hashable {
    /// A concept of the thesaurus.
    public var concept: String?
    public var text: String?
    public var origin: Capability.Origin?
    public var standing: Capability.Standing?
    public var envelope: Capability.Envelope
    /// Whether somebody else than the organisation confirmed it.
    public var isVerified: Bool

    public init(
      concept: String? = nil, text: String? = nil, origin: Capability.Origin? = nil,
      standing: Capability.Standing? = nil, envelope: Capability.Envelope = .init(),
      isVerified: Bool = false
    ) {
      self.concept = concept
      self.text = text
      self.origin = origin
      self.standing = standing
      self.envelope = envelope
      self.isVerified = isVerified
    }
  }

  public struct Held: Sendable, Hashable {
    /// An id of the qualification catalogue, or the words somebody used.
    public var standard: String
    public var validUntil: CalendarDay?
    public var assurance: Qualification.Assurance

    public init(
      standard: String, validUntil: CalendarDay? = nil,
      assurance: Qualification.Assurance = .selfDeclared
    ) {
      self.standard = standard
      self.validUntil = validUntil
      self.assurance = assurance
    }
  }

  /// What is known of free capacity: figures, or words.
  public struct Free: Sendable, Hashable {
    public var unit: String?
    public var total: Double?
    public var free: Double?
    public var freeFrom: CalendarDay?
    public var statedOn: CalendarDay?
    public var note: String?

    public init(
      unit: String? = nil, total: Double? = nil, free: Double? = nil,
      freeFrom: CalendarDay? = nil, statedOn: CalendarDay? = nil, note: String? = nil
    ) {
      self.unit = unit
      self.total = total
      self.free = free
      self.freeFrom = freeFrom
      self.statedOn = statedOn
      self.note = note
    }
  }

  /// Stable, unique within a register or a file.
  public var id: String
  public var name: String
  /// What it says about itself: web texts, activities of its sites.
  public var texts: [String]
  public var declared: [Declared]
  /// WZ or NACE codes.
  public var branches: [String]
  public var places: [GeoPoint]
  public var qualifications: [Held]
  public var capacity: [Free]
  public var employees: Double?
  /// The days on which buyers asked it through the platform.
  public var askedOn: [CalendarDay]
  /// Why it must not be shown as a supplier: screened out; nil where nothing speaks against it.
  public var isScreenedOut: Bool

  public init(
    id: String, name: String, texts: [String] = [], declared: [Declared] = [],
    branches: [String] = [], places: [GeoPoint] = [], qualifications: [Held] = [],
    capacity: [Free] = [], employees: Double? = nil, askedOn: [CalendarDay] = [],
    isScreenedOut: Bool = false
  ) {
    self.id = id
    self.name = name
    self.texts = texts
    self.declared = declared
    self.branches = branches
    self.places = places
    self.qualifications = qualifications
    self.capacity = capacity
    self.employees = employees
    self.askedOn = askedOn
    self.isScreenedOut = isScreenedOut
  }
}
