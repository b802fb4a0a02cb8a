// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// One import: statements of partners put into a chain.
struct Merge {
  var writer: ExchangeWriter
  var book: PartnerBook
  var facts: ChainFacts
  let log: FindingLog
  var statements: Statements
  /// Units by material key, with where they were stated.
  var units: [String: UnitName] = [:]
  /// Units of materials that had none, written at the end.
  var learntUnits: [(row: Int, column: ColumnName, cell: Cell)] = []
  var rowOfMaterial: [String: Int] = [:]
  var countedMaterials = 0
  /// Beginnings of the keys of demands, in the chain and in the files.
  var families: Set<String> = []
  /// Sites a material is wanted at, in the order of first meeting.
  var destinations: [String: [String]] = [:]
  /// Sites from which a supplier sends a material.
  var departures: [(site: String, material: String)] = []
  /// Days on which a supplier's capacity for a material is known, as `organisation|material`.
  var capacityKnown: Set<String> = []

  /// Longest time from day 1 that is taken in; the standard looks 24 months ahead.
  static let horizon = 3650

  init(_ statements: Statements, into chain: ValueChain, firstDay: CalendarDay, _ log: FindingLog) {
    writer = ExchangeWriter(chain, firstDay: firstDay)
    book = PartnerBook(chain)
    facts = ChainFacts(chain)
    self.log = log
    self.statements = statements
  }

  mutating func run() -> ValueChain {
    keepNewest()
    writer.forget(sources)
    checkFirstDay()
    learnOwners()
    readUnits()
    facts = ChainFacts(writer.chain)
    addCapacities()
    addDemands()
    addStocks()
    addOutputs()
    addDeliveries()
    addSupplyDays()
    addLinks()
    writer.chain[.materials].set(learntUnits)
    writer.tidy()
    return writer.chain
  }

  private var sources: Set<Source> {
    Set(
      statements.demands.map(Source.init) + statements.capacities.map(Source.init)
        + statements.stocks.map { Source($0.origin, $0.material, isInbound: $0.isInbound) }
        + statements.outputs.map { Source($0.origin, $0.material, isInbound: false) }
        + statements.deliveries.map { Source($0.origin, $0.material, isInbound: false) }
        + statements.supplyDays.map { Source($0.origin, $0.material, isInbound: $0.isInbound) })
  }

  // MARK: Days

  /// The day in the chain, 1 being the first.
  func day(_ day: CalendarDay) -> Int { day.number - writer.firstDay.number + 1 }

  /// Whether a day is near enough to be meant; tells it where not.
  func isWithinHorizon(_ day: CalendarDay, _ place: Place) -> Bool {
    if self.day(day) <= Self.horizon { return true }
    log.error(
      .outOfRange, place, "\(day) liegt mehr als zehn Jahre nach Tag 1 (\(writer.firstDay)).",
      "\(day) is more than ten years after day 1 (\(writer.firstDay)).")
    return false
  }

  /// Days of a chain count from one day; an earlier import may have counted from another.
  private func checkFirstDay() {
    let provenance = writer.chain[.provenance]
    let mark = "day 1 is "
    for row in 0..<provenance.count where provenance.text(.source, row).hasPrefix(Source.prefix) {
      let note = provenance.text(.note, row)
      guard let range = note.firstRange(of: mark),
        let earlier = CalendarDay(String(note[range.upperBound...].prefix(10))),
        earlier != writer.firstDay
      else { continue }
      log.error(
        .statementsDiffer, Place(file: "provenance.csv", line: 0, path: JSONPath()),
        "Die Kette zählt ihre Tage vom \(earlier) an, nicht vom \(writer.firstDay) (\(provenance.text(.source, row))). Den ersten Tag so angeben, oder alle Objekte neu einlesen.",
        "The chain counts its days from \(earlier), not from \(writer.firstDay) (\(provenance.text(.source, row))). State that first day, or import all objects anew."
      )
      return
    }
  }
}
