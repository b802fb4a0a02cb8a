// SPDX-License-Identifier: Apache-2.0

/// The identity of an object between partners. Everything a chain has from it carries this text in
/// the table of provenance, and goes when the object comes again.
struct Source: Sendable, Hashable {
  static let prefix = "Catena-X "
  /// Rows that say which numbers a partner uses; they stay.
  static let numbers = Source(text: prefix + "partner numbers")

  let text: String

  private init(text: String) { self.text = text }

  private init(_ origin: Origin, _ parts: [String?]) {
    let named = parts.compactMap(\.self)
    text = Self.prefix + origin.aspect + " " + named.joined(separator: " ")
  }

  /// A demand is unique by customer, supplier and the customer's number.
  init(_ demand: DemandStatement) {
    let material = demand.material
    self.init(
      demand.origin,
      [material.customer?.text, material.supplier?.text, material.numberCustomer ?? material.id])
  }

  init(_ group: CapacityStatement) {
    self.init(group.origin, [group.supplier.text, group.customer.text, group.id])
  }

  /// What PURIS exchanges is unique by material, direction and the two partners, where they are known.
  init(_ origin: Origin, _ material: MaterialReference, isInbound: Bool) {
    self.init(
      origin,
      [
        material.id, isInbound ? "INBOUND" : "OUTBOUND", origin.sender?.text, origin.receiver?.text,
      ])
  }

  /// A short number that stands for the source in keys.
  var digest: String { String(fingerprint(text), radix: 16) }
}

extension MaterialReference {
  /// The strongest of its numbers.
  var id: String { asset ?? numberCustomer ?? numberSupplier ?? "" }
}

/// FNV-1a: the same on every run, for keys.
func fingerprint(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}

/// A key made of parts; a long one ends in a fingerprint instead of its last parts.
func composedKey(_ parts: String...) -> String {
  let key = parts.joined(separator: ":")
  if key.unicodeScalars.count <= 180 { return key }
  return String(String.UnicodeScalarView(key.unicodeScalars.prefix(150)))
    + "~" + String(fingerprint(key), radix: 16)
}
