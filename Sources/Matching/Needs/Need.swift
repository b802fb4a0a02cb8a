// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Registry

/// What a buyer, a planner or a ministry is looking for: one version of a need.
public struct Need: Sendable, Hashable {
  /// Who may see that the need exists; what of a supplier is shown to whom is `Disclosure`'s business.
  public enum Visibility: String, Sendable, CaseIterable {
    /// The buyer and those it invites.
    case invited
    /// Every organisation of the register.
    case register
    case `public`

    public var label: LocalizedText {
      switch self {
      case .invited: LocalizedText(de: "Eingeladene", en: "those invited")
      case .register: LocalizedText(de: "alle im Register", en: "all in the register")
      case .public: LocalizedText(de: "alle", en: "everybody")
      }
    }
  }

  /// How much is wanted.
  public struct Amount: Sendable, Hashable {
    /// Above 0.
    public var quantity: Double
    /// As in `pieces`; pieces where nil.
    public var unit: String?
    /// Deliveries of the quantity a year; nil where it is wanted once.
    public var perYear: Double?

    public init(quantity: Double, unit: String? = nil, perYear: Double? = nil) {
      self.quantity = quantity
      self.unit = unit
      self.perYear = perYear
    }

    /// The quantity in a year; a single delivery is made within one.
    public var yearly: Double { quantity * (perYear ?? 1) }
  }

  /// Stable, unique within a register or a file.
  public var id: String
  /// From 1.
  public var version: Int
  public var state: NeedState
  public var title: String
  public var description: String
  /// Ids of the thesaurus, where somebody chose them.
  public var concepts: [String]
  public var amount: Amount?
  public var envelope: Capability.Envelope
  /// A material of the thesaurus, or the words somebody used.
  public var material: String?
  /// Ids of the qualification catalogue, or the words somebody used.
  public var required: [String]
  public var desired: [String]
  public var place: GeoPoint?
  /// Kilometres around the place beyond which nobody can supply; nil where distance is no limit.
  public var radius: Double?
  /// When it is wanted, and until when.
  public var from: CalendarDay?
  public var until: CalendarDay?
  /// The last day on which the need stands if nobody renews it.
  public var expiresOn: CalendarDay?
  public var visibility: Visibility
  /// The organisation that needs it.
  public var buyer: EntityID?
  /// WZ or NACE divisions the buyer usually buys from.
  public var buyerBranches: [String]
  /// The critical element of a chain it came from, as in `line:site/material`.
  public var origin: String?

  public init(
    id: String, version: Int = 1, state: NeedState = .draft, title: String,
    description: String = "", concepts: [String] = [], amount: Amount? = nil,
    envelope: Capability.Envelope = .init(), material: String? = nil, required: [String] = [],
    desired: [String] = [], place: GeoPoint? = nil, radius: Double? = nil,
    from: CalendarDay? = nil, until: CalendarDay? = nil, expiresOn: CalendarDay? = nil,
    visibility: Visibility = .invited, buyer: EntityID? = nil, buyerBranches: [String] = [],
    origin: String? = nil
  ) {
    self.id = id
    self.version = version
    self.state = state
    self.title = title
    self.description = description
    self.concepts = concepts
    self.amount = amount
    self.envelope = envelope
    self.material = material
    self.required = required
    self.desired = desired
    self.place = place
    self.radius = radius
    self.from = from
    self.until = until
    self.expiresOn = expiresOn
    self.visibility = visibility
    self.buyer = buyer
    self.buyerBranches = buyerBranches
    self.origin = origin
  }

  /// An id as it is stored, `n` and eight digits to base 32 as in `n0000002k`; nil for other texts.
  public static func storedID(_ text: String) -> String? {
    let lower = text.lowercased()
    return lower.first == "n" && Base32.isNumber(lower.dropFirst()) ? lower : nil
  }

  /// Whether nobody renewed it in time.
  public func isExpired(on day: CalendarDay) -> Bool {
    state.isOpen && expiresOn.map { $0 < day } ?? false
  }
}
