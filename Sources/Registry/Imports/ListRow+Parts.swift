// SPDX-License-Identifier: Apache-2.0

extension ListRow {
  /// Names by which the parts of a row are known again when the row comes once more, in the order of
  /// `parts`: by what they are about where there may be several, else by number.
  public var partKeys: [String] {
    var taken: [String: Int] = [:]
    return parts.map { part in
      let name = part.identity.map { "\(part.kind.rawValue):\($0)" } ?? part.kind.rawValue
      let count = taken[name, default: 0] + 1
      taken[name] = count
      return count == 1 ? name : "\(name)#\(count)"
    }
  }

  /// What the row says of name and place, to know it again where the list has no numbers, and to
  /// remember what people decided about it.
  public var fingerprint: String {
    let address = address
    let numbers = organisation.values.compactMap { value -> String? in
      guard case .identifier = value.field.definition.content else { return nil }
      return "\(value.field.name)=\(value.text)"
    }
    let place = [address.street, address.postcode, address.city].map { SearchKeys.name($0 ?? "") }
    return ([SearchKeys.name(name)] + place + numbers).joined(separator: "|")
  }

  /// The organisation's name; the reader refuses rows without one.
  public var name: String { organisation["legal_name"] ?? "" }

  /// The organisation's address, or its first site's where the list gives that alone.
  public var address: Address {
    let seat = Address(organisation)
    if seat.street != nil || seat.postcode != nil || seat.city != nil { return seat }
    guard let site = parts.first(where: { $0.kind == .site }) else { return seat }
    return Address(site)
  }

  /// The numbers other registers gave the organisation.
  public var identifiers: [Identifier] {
    organisation.values.compactMap { value in
      guard case .identifier(let scheme) = value.field.definition.content else { return nil }
      return Identifier(scheme: scheme, normalised: value.text)
    }
  }

  /// Every name the row gives the organisation, the legal one first.
  public var names: [String] {
    organisation.values.filter { ["legal_name", "alias", "former_name"].contains($0.field.name) }
      .map(\.text)
  }
}

extension ListRow.Part {
  /// Whether two parts speak of one thing: two sites of a row always do, two capabilities where
  /// their term is the same.
  public func isAboutTheSame(as other: Self) -> Bool {
    kind == other.kind && identity == other.identity
  }

  /// What a part is about, for kinds of which a row may have several.
  fileprivate var identity: String? {
    switch kind {
    case .organisation, .site, .capacity: nil
    case .capability: self["term"] ?? self["text"]
    case .qualification: self["standard"]
    case .membership: self["association"]
    case .contact: self["email"] ?? self["name"]
    }
  }
}

extension Address {
  public init(_ part: ListRow.Part) {
    self.init(
      street: part["street"], postcode: part["postcode"], city: part["city"],
      country: part["country"])
  }
}
