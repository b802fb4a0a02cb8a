// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Materials by the numbers partners give them.
extension PartnerBook {
  enum Match {
    case material(String)
    /// The numbers name different materials.
    case contradiction([String])
  }

  private static func marks(_ reference: MaterialReference) -> [String] {
    var marks: [String] = []
    if let asset = reference.asset { marks.append("cx-asset:\(asset)") }
    if let number = reference.numberCustomer, let customer = reference.customer {
      marks.append("cx-customer:\(customer.text):\(number)")
    }
    if let number = reference.numberSupplier, let supplier = reference.supplier {
      marks.append("cx-supplier:\(supplier.text):\(number)")
    }
    return marks
  }

  /// The material a reference means; a new row where there is none. Numbers it brings are kept.
  mutating func material(_ reference: MaterialReference, _ writer: inout ExchangeWriter) -> Match {
    let marks = Self.marks(reference)
    // The supplier's number only informs, unless it is all there is.
    let strong = marks.filter { !$0.hasPrefix("cx-supplier:") }
    var found = Set(strong.flatMap { materials[$0] ?? [] })
    if found.isEmpty { found = byNumberAlone(reference) }
    if found.isEmpty, strong.isEmpty { found = Set(marks.flatMap { materials[$0] ?? [] }) }
    guard found.count <= 1 else { return .contradiction(found.sorted()) }
    let key = found.first ?? existing(reference, writer) ?? make(reference, &writer)
    for mark in marks where materials[mark]?.contains(key) != true {
      if mark.hasPrefix("cx-supplier:"), materials[mark] != nil { continue }
      materials[mark, default: []].insert(key)
      if mark.hasPrefix("cx-customer:") { claimed.insert(key) }
      writer.mark(.materials, key, .material, mark)
    }
    return .material(key)
  }

  /// The customer's number without the customer, as version 1 of the stock models sends it.
  private func byNumberAlone(_ reference: MaterialReference) -> Set<String> {
    guard let number = reference.numberCustomer, reference.customer == nil else { return [] }
    let keys = materials.filter { mark, _ in
      mark.hasPrefix("cx-customer:") && mark.dropFirst(29) == number
    }
    return Set(keys.flatMap(\.value))
  }

  /// A row of the chain whose key is the number, unless another customer's number is meant by it.
  private func existing(_ reference: MaterialReference, _ writer: ExchangeWriter) -> String? {
    for key in [
      reference.numberCustomer, reference.asset, reference.asset.map { "urn:uuid:\($0)" },
    ] {
      if let key, writer.has(.materials, key), !claimed.contains(key) { return key }
    }
    if reference.numberCustomer == nil, let key = reference.numberSupplier,
      writer.has(.materials, key)
    {
      return key
    }
    return nil
  }

  private func make(_ reference: MaterialReference, _ writer: inout ExchangeWriter) -> String {
    let number =
      reference.numberCustomer ?? reference.asset.map { "urn:uuid:\($0)" }
      ?? reference.numberSupplier ?? ""
    var key = number
    if writer.has(.materials, key) {
      let partner = reference.customer ?? reference.supplier
      key = "\(number)@\(partner?.text ?? String(fingerprint(reference.id), radix: 16))"
    }
    writer.add(.materials, [.material: key, .name: reference.name ?? ""])
    if reference.numberCustomer == nil {
      writer.ask(
        .supplier, .numbers, .materials, key, .material,
        "Welches Material ist \(key)? Bekannt ist nur diese Kennung.",
        "Which material is \(key)? Only this id is known.")
    } else if reference.name == nil {
      writer.ask(
        .maker, .numbers, .materials, key, .name, "Was ist das Material \(key)?",
        "What is the material \(key)?")
    }
    return key
  }
}
