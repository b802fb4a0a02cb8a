// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Days of supply become stock on hand where nobody stated the stock itself.
extension Merge {
  mutating func addSupplyDays() {
    if statements.supplyDays.isEmpty { return }
    let known = statedStocks()
    for statement in statements.supplyDays {
      guard let key = material(statement.material) else { continue }
      let source = Source(
        statement.origin, statement.material, isInbound: statement.isInbound)
      for lot in statement.lots {
        let site = statement.isInbound ? want(key, at: lot.site) : book.site(lot.site, &writer)
        if !statement.isInbound { depart(site, key) }
        if known.contains("\(site)|\(key)") {
          log.warning(
            .leftOut, lot.place,
            "Der Bestand von \(key) an \(site) ist selbst genannt; seine Reichweite wird nicht gebraucht.",
            "The stock of \(key) at \(site) is stated itself; its days of supply are not needed.")
          continue
        }
        addSupplyDays(lot, statement.origin, source, site, key)
      }
    }
  }

  /// Stocks that an exchange, or a person with a source, has stated.
  private func statedStocks() -> Set<String> {
    let provenance = writer.chain[.provenance]
    var keys: Set<String> = []
    for row in 0..<provenance.count
    where provenance.text(.table, row) == TableName.stocks.rawValue
      && provenance.text(.column, row) == ColumnName.onHand.rawValue
      && provenance.text(.valueKind, row) == ExchangeWriter.Figure.Kind.fact.rawValue
    {
      keys.insert(provenance.text(.key, row))
    }
    return keys
  }

  private mutating func addSupplyDays(
    _ lot: SupplyDaysStatement.Lot, _ origin: Origin, _ source: Source, _ site: String,
    _ material: String
  ) {
    // The value of day 1, else the last one before it.
    let sorted = lot.entries.sorted { $0.day < $1.day }
    guard let entry = sorted.last(where: { day($0.day) <= 1 }) else {
      log.warning(
        .leftOut, lot.place, "Keine Reichweite für Tag 1 oder davor; Vorhersagen zählen nicht.",
        "No days of supply for day 1 or before; projections do not count.")
      return
    }
    if sorted.count > 1 {
      log.warning(
        .leftOut, lot.place,
        "Von \(sorted.count) Angaben zählt die vom \(entry.day); die übrigen sind Vorhersagen oder älter.",
        "Of \(sorted.count) values the one of \(entry.day) counts; the others are projections or older."
      )
    }
    let days = LocalizedText(number: entry.days, fractionDigits: 2)
    guard let need = need(of: material, at: site, days: entry.days) else {
      log.warning(
        .leftOut, entry.place,
        "Der tägliche Bedarf an \(material) an \(site) ist für diese Zeit nicht bekannt; aus der Reichweite wird keine Menge.",
        "The daily need of \(material) at \(site) is not known for this time; no quantity follows from the days of supply."
      )
      writer.ask(
        .maker, source, .sites, site, nil,
        "Wie viel \(material) liegt an \(site)? Gemeldet ist eine Reichweite von \(days.german) Tagen.",
        "How much \(material) lies at \(site)? Reported are \(days.english) days of supply.")
      return
    }
    setOnHand(
      ExchangeWriter.Figure(
        value: need, kind: .estimate, source: source, origin: origin, place: entry.place,
        note: "\(entry.days) days of the stated need"), site, material)
  }

  /// What is needed at a site in its first days, nil where some of them are not known. What a
  /// supplier's site needs is what the demands its links lead to take.
  private func need(of material: String, at site: String, days: Double) -> Double? {
    if days == 0 { return 0 }
    guard days <= Double(Self.horizon) else { return nil }
    var sites: Set<String> = [site]
    let senders = departures.filter { $0.material == material }.map(\.site)
    if senders.contains(site) {
      // Which part of the need comes from which of several places is not known.
      if senders.count > 1 { return nil }
      sites.formUnion(destinations[material] ?? [])
    }
    let demands = writer.chain[.demands]
    var rates: [Int: Double] = [:]
    let last = Int(days.rounded(.up))
    for row in 0..<demands.count
    where demands.text(.material, row) == material && sites.contains(demands.text(.site, row)) {
      guard let rate = demands.number(.perDay, row) else { return nil }
      let from = Int(max(1, min(demands.number(.fromDay, row) ?? 1, Double(last + 1))))
      let to = Int(max(0, min(demands.number(.toDay, row) ?? .infinity, Double(last))))
      if from <= to { for day in from...to { rates[day, default: 0] += rate } }
    }
    var total = 0.0
    for day in 1...last {
      guard let rate = rates[day] else { return nil }
      total += rate * min(1, days - Double(day - 1))
    }
    return total
  }
}
