// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Item stocks become stock on hand.
extension Merge {
  /// What one side says lies at a site.
  private struct Pile {
    let site: String
    let material: String
    let isInbound: Bool
    var quantity = 0.0
    let figure: (origin: Origin, source: Source, place: Place)
  }

  mutating func addStocks() {
    var piles: [Pile] = []
    for stock in statements.stocks {
      guard let key = material(stock.material) else { continue }
      let source = Source(stock.origin, stock.material, isInbound: stock.isInbound)
      if stock.lots.isEmpty {
        log.warning(
          .leftOut, stock.origin.place,
          "Kein Bestand genannt; ohne Standort lässt sich auch keine Null eintragen.",
          "No stock is stated; without a site not even a zero can be entered.")
      }
      for lot in stock.lots {
        let site = stock.isInbound ? want(key, at: lot.site) : book.site(lot.site, &writer)
        let usable = isUsable(lot, key, source, site) ? lot.quantity : 0
        let at = piles.firstIndex {
          $0.site == site && $0.material == key && $0.isInbound == stock.isInbound
        }
        if let at {
          piles[at].quantity += usable
        } else {
          piles.append(
            Pile(
              site: site, material: key, isInbound: stock.isInbound, quantity: usable,
              figure: (stock.origin, source, lot.place)))
        }
        if !stock.isInbound { depart(site, key) }
      }
    }
    for pile in piles where !isToldByOwner(pile, piles) { write(pile) }
  }

  private mutating func isUsable(
    _ lot: StockStatement.Lot, _ material: String, _ source: Source, _ site: String
  ) -> Bool {
    if lot.isBlocked {
      let quantity = LocalizedText(number: lot.quantity, fractionDigits: 3)
      log.warning(
        .leftOut, lot.place,
        "\(quantity.german) \(material) sind gesperrt und zählen nicht zum Bestand.",
        "\(quantity.english) of \(material) are blocked and do not count as stock.")
      writer.ask(
        .maker, source, .stocks, "", .onHand,
        "Wann wird der gesperrte Bestand von \(material) an \(site) frei?",
        "When is the blocked stock of \(material) at \(site) released?")
    }
    return !lot.isBlocked
  }

  /// Where both sides tell of one place, the customer's count is the same goods.
  private func isToldByOwner(_ pile: Pile, _ piles: [Pile]) -> Bool {
    guard !pile.isInbound,
      let other = piles.first(where: {
        $0.site == pile.site && $0.material == pile.material && $0.isInbound
      })
    else { return false }
    log.warning(
      .leftOut, pile.figure.place,
      "Den Bestand von \(pile.material) an \(pile.site) meldet auch der Kunde (\(other.figure.place.text)); es gilt dessen Angabe.",
      "The customer also reports the stock of \(pile.material) at \(pile.site) (\(other.figure.place.text)); that statement holds."
    )
    return true
  }

  private mutating func write(_ pile: Pile) {
    let (origin, source, place) = pile.figure
    setOnHand(
      ExchangeWriter.Figure(
        value: pile.quantity, kind: .fact, source: source, origin: origin, place: place),
      pile.site, pile.material)
  }

  /// Writes stock on hand into a new row or an existing one; an older figure is told.
  mutating func setOnHand(
    _ figure: ExchangeWriter.Figure, _ site: String, _ material: String
  ) {
    let key = "\(site)|\(material)"
    guard writer.has(.stocks, key) else {
      writer.add(.stocks, [.site: site, .material: material], [.onHand: figure])
      return
    }
    let stocks = writer.chain[.stocks]
    guard let row = (0..<stocks.count).first(where: { stocks.key($0) == key }) else { return }
    if let before = stocks.number(.onHand, row), before != figure.value {
      let (old, new) = (
        LocalizedText(number: before, fractionDigits: 3),
        LocalizedText(number: figure.value, fractionDigits: 3)
      )
      log.warning(
        .replaced, figure.place,
        "Der Bestand von \(material) an \(site) war \(old.german) und ist jetzt \(new.german).",
        "The stock of \(material) at \(site) was \(old.english) and is now \(new.english).")
    }
    writer.chain[.stocks].set([(row, .onHand, .number(figure.value))])
    let provenance = writer.chain[.provenance]
    writer.chain[.provenance].removeRows {
      provenance.text(.table, $0) == TableName.stocks.rawValue && provenance.text(.key, $0) == key
        && provenance.text(.column, $0) == ColumnName.onHand.rawValue
    }
    writer.note(figure, .stocks, key, .onHand)
  }
}
