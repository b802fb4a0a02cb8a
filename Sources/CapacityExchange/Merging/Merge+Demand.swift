// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Demand series become demands, unless the chain already knows what uses the material.
extension Merge {
  /// One place's demand for one material of one category from one supplier.
  struct Series {
    let family: String
    let site: String
    let material: String
    var timeline = DemandTimeline()
    var origin: (origin: Origin, source: Source)
  }

  mutating func addDemands() {
    var all: [Series] = []
    var position: [String: Int] = [:]
    families = Set(writer.chain[.demands].text(.demand).map { String(ExchangeWriter.family($0)) })
    for demand in statements.demands where !isLeftOut(demand) {
      guard let key = material(demand.material) else { continue }
      let source = Source(demand)
      if let customer = demand.material.customer { _ = book.organisation(customer, &writer) }
      for series in demand.series {
        let site = want(key, at: series.customerSite)
        if isKnownOtherwise(key, site, demand, series, source) { continue }
        guard let family = family(site, key, demand, series) else { continue }
        families.insert(family)
        let spans = spans(of: series, demand, source)
        if let at = position[family] {
          for span in spans { all[at].timeline.add(span) }
        } else {
          var one = Series(
            family: family, site: site, material: key, origin: (demand.origin, source))
          for span in spans { one.timeline.add(span) }
          position[family] = all.count
          all.append(one)
        }
      }
    }
    write(all)
  }

  private func isLeftOut(_ demand: DemandStatement) -> Bool {
    if demand.isInactive {
      log.warning(
        .leftOut, demand.origin.place, "Der Bedarf ist als nicht aktiv gekennzeichnet.",
        "The demand is marked as inactive.")
    }
    return demand.isInactive
  }

  /// Whether a line of the customer takes the material, or people have stated the demand: counting
  /// it again would double it.
  private mutating func isKnownOtherwise(
    _ material: String, _ site: String, _ demand: DemandStatement,
    _ series: DemandStatement.Series, _ source: Source
  ) -> Bool {
    let organisation =
      demand.material.customer.map { book.organisation($0, &writer) }
      ?? book.organisation(ofSite: site)
    let line = facts.lines(facts.takers[material], at: site, or: organisation).first
    let isStated = facts.demanded.contains(site + "|" + material)
    guard line != nil || isStated else { return false }
    let rates = series.entries.map { $0.quantity / Double($0.days) }
    let most = LocalizedText(number: rates.max() ?? 0, fractionDigits: 3)
    let lineName = line?.line ?? ""
    log.warning(
      .leftOut, series.place,
      line != nil
        ? "Die Linie \(lineName) des Kunden verbraucht \(material); als Nachfrage gezählt wäre es doppelt."
        : "Für \(material) an \(site) steht schon eine Nachfrage in der Kette; sie bleibt, wie sie ist.",
      line != nil
        ? "The customer's line \(lineName) uses \(material); counted as demand it would count twice."
        : "The chain already has a demand for \(material) at \(site); it stays as it is.")
    writer.ask(
      .maker, source, line != nil ? .lines : .sites, line != nil ? lineName : site, nil,
      "Gemeldet sind bis zu \(most.german) \(material) am Tag an \(site). Stimmt das mit der Kette überein?",
      "Up to \(most.english) of \(material) a day are reported at \(site). Does the chain agree?")
    return true
  }

  /// The beginning of the keys of a series; nil, and told, where a daily series cannot be told to
  /// belong to one of several suppliers.
  private mutating func family(
    _ site: String, _ material: String, _ demand: DemandStatement,
    _ series: DemandStatement.Series
  ) -> String? {
    let known = demand.material.supplier ?? series.supplierSites.first.flatMap(book.owner)
    let beginning = composedKey("demand", site, material, series.category)
    if let known { return "\(beginning):\(known.text)" }
    let fitting = families.filter { $0.hasPrefix(beginning + ":") }
    if fitting.count > 1 {
      log.warning(
        .leftOut, series.place,
        "Für \(material) an \(site) gibt es Bedarf bei mehreren Lieferanten; bei welchem dieser Tagesbedarf liegt, ist nicht gesagt.",
        "For \(material) at \(site) there is demand from several suppliers; which one this daily demand is for is not said."
      )
      return nil
    }
    return fitting.first ?? "\(beginning):any"
  }

  private func spans(
    of series: DemandStatement.Series, _ demand: DemandStatement, _ source: Source
  ) -> [DemandTimeline.Span] {
    var entries: [DemandStatement.Entry] = []
    for entry in series.entries.sorted(by: { $0.first < $1.first }) {
      guard isWithinHorizon(entry.first, entry.place) else { continue }
      if let last = entries.last, last.first == entry.first {
        tellRepeatedWeek(entry.first, entry.place, isSame: last.quantity == entry.quantity)
      } else {
        if let last = entries.last, last.days == 7, last.first.number + 7 < entry.first.number {
          tellGap(entry.place, entry.first)
        }
        entries.append(entry)
      }
    }
    let early = entries.filter { day($0.first) < 1 }
    if let first = early.first { tellEarly(first.place, weeks: early.count, first.first) }
    return entries.compactMap { entry in
      let (from, to) = (max(1, day(entry.first)), day(entry.first) + entry.days - 1)
      guard to >= 1 else { return nil }
      return DemandTimeline.Span(
        from: from, to: to, perDay: entry.quantity / Double(entry.days), isDaily: entry.days == 1,
        source: source.text, origin: (demand.origin, source, entry.place))
    }
  }
}
