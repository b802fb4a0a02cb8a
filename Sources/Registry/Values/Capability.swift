// SPDX-License-Identifier: Apache-2.0

/// Something an organisation can do, make, work with or offer.
public struct Capability: Sendable, Hashable {
  public enum Kind: String, Sendable { case process, material, product, service }

  public enum Origin: String, Sendable {
    case own
    case boughtIn = "bought_in"
  }

  public enum Standing: String, Sendable { case core, supplementary }

  /// What the organisation can handle at most, and how exactly; nil where unknown.
  public struct Envelope: Sendable, Hashable {
    /// Millimetres.
    public var length: Double?
    public var width: Double?
    public var height: Double?
    /// Kilograms.
    public var mass: Double?
    /// The finest tolerance, in millimetres.
    public var tolerance: Double?
    public var smallestLot: Double?
    public var largestLot: Double?
    /// Pieces, or whatever the capacity's unit is, a year.
    public var yearlyQuantity: Double?

    public init(
      length: Double? = nil, width: Double? = nil, height: Double? = nil, mass: Double? = nil,
      tolerance: Double? = nil, smallestLot: Double? = nil, largestLot: Double? = nil,
      yearlyQuantity: Double? = nil
    ) {
      self.length = length
      self.width = width
      self.height = height
      self.mass = mass
      self.tolerance = tolerance
      self.smallestLot = smallestLot
      self.largestLot = largestLot
      self.yearlyQuantity = yearlyQuantity
    }
  }

  public var id: EntityID
  public var kind: Kind?
  /// A term of the vocabulary, or the words somebody used.
  public var term: String?
  public var text: String?
  public var site: EntityID?
  public var origin: Origin?
  public var standing: Standing?
  public var envelope: Envelope

  public init(_ profile: EntityProfile) {
    id = profile.id
    kind = profile["kind"].flatMap(Kind.init)
    term = profile["term"]
    text = profile["text"]
    site = profile["site"].map { EntityID(stored: $0) }
    origin = profile["source"].flatMap(Origin.init)
    standing = profile["weight"].flatMap(Standing.init)
    envelope = Envelope(
      length: profile.number("length_max"), width: profile.number("width_max"),
      height: profile.number("height_max"), mass: profile.number("mass_max"),
      tolerance: profile.number("tolerance_min"), smallestLot: profile.number("lot_min"),
      largestLot: profile.number("lot_max"), yearlyQuantity: profile.number("quantity_max"))
  }
}
