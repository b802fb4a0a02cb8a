// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Localization
import ValueChains

/// Finds what leaves a plan without an end: demands without a rate, and the way to them on which
/// every capacity is left empty.
struct UnboundedFinder {
  let program: CapacityProgram
  let isCancelled: @Sendable () -> Bool
  private var model: PlanningModel { program.model }
  private var words: PlanWords { PlanWords(program.model) }

  func cause() throws -> PlanCause {
    if case .sustainedRate(let day) = model.request.goal, program.sustained.isEmpty {
      return nothingToSustain(from: LocalizedText(number: day, fractionDigits: 0))
    }
    let (demands, values) = try flows()
    let free = unlimited(values)
    let names = LocalizedText.list(
      demands.map { words.material(ofPair: Int(model.network.demands.pair[$0])) })
    let way = LocalizedText.list(free.prefix(8).map(\.text))
    let more = free.count > 8 ? " …" : ""
    let parts =
      demands.map { demand in
        PlanCause.Part(
          kind: "demand", name: model.network.chain[.demands].key(demand), periods: nil,
          text: words.material(ofPair: Int(model.network.demands.pair[demand])))
      } + free
    return PlanCause(
      parts: parts,
      text: LocalizedText(
        de:
          "Nichts begrenzt, wie viel \(names.german) geliefert werden kann: Auf einem ganzen Weg dorthin ist keine Kapazität angegeben (\(way.german)\(more)). Der Nachfrage eine Rate geben, oder einer dieser Stellen eine Kapazität.",
        en:
          "Nothing limits how much \(names.english) can be delivered: on a whole way there no capacity is stated (\(way.english)\(more)). State a rate for the demand, or a capacity for one of these."
      ))
  }

  private func nothingToSustain(from day: LocalizedText) -> PlanCause {
    PlanCause(
      parts: [],
      text: LocalizedText(
        de:
          "Kein Abschnitt, der ab Tag \(day.german) beginnt, fragt etwas nach: Es gibt keine Rate, die zu halten wäre. Einen früheren Tag nennen, oder mehr Abschnitte.",
        en:
          "No period that begins on or after day \(day.english) asks for anything: there is no rate to sustain. Name an earlier day, or more periods."
      ))
  }

  /// The demands that can take without end, and a plan in which they take very much.
  private func flows() throws -> (demands: [Int], values: [Double]) {
    var linear = program.program.withoutWholeColumns()
    var costs = Array(repeating: 0.0, count: linear.columnCount)
    let most = 1e6
    for columns in program.demandColumns where columns.delivered >= 0 {
      for at in columns.asked.indices
      where columns.asked[at] == .infinity || program.rateColumn >= 0 {
        let column = Int(columns.delivered) + at
        linear.setColumn(column, lower: 0, upper: most)
        costs[column] = -1
      }
    }
    if program.rateColumn >= 0 { linear.setColumn(program.rateColumn, lower: 0, upper: .infinity) }
    linear.setCosts(costs)
    var solver = try HighsSolver(linear, HighsSolver.Options(), isCancelled: isCancelled)
    guard solver.solve() == .optimal else {
      if isCancelled() { throw PlanningError.cancelled }
      return ([], [])
    }
    let values = solver.solution().columnValues
    let demands = program.demandColumns.indices.filter { demand in
      let columns = program.demandColumns[demand]
      return columns.delivered >= 0
        && columns.asked.indices.contains { values[Int(columns.delivered) + $0] >= most * 0.999 }
    }
    return (demands, values)
  }

  /// Elements without capacity through which very much flows.
  private func unlimited(_ values: [Double]) -> [PlanCause.Part] {
    guard !values.isEmpty else { return [] }
    let network = model.network
    func flows(_ first: Int) -> Bool {
      (first..<first + program.periods).contains { values[$0] > 1e4 }
    }
    func part(_ kind: String, _ table: TableName, _ row: Int, _ de: String, _ en: String)
      -> PlanCause.Part
    {
      let name = words.name(table, row)
      return PlanCause.Part(
        kind: kind, name: network.chain[table].key(row), periods: nil,
        text: LocalizedText(de: "\(de) \(name.german)", en: "\(en) \(name.english)"))
    }
    let lines = (0..<network.lines.count).filter {
      model.lineCapacity[$0] == .infinity && flows(program.line($0, 0))
    }.map { part("line", .lines, $0, "Linie", "line") }
    let supplies = (0..<network.supplies.count).filter { supply in
      model.supplyCapacity[supply] == .infinity
        && program.supply(supply, 0).map(flows) ?? false
    }.map { part("supply", .supplies, $0, "Bezug", "supply") }
    let links = Set(
      (0..<network.arcs.count).filter { arc in
        model.linkCapacity[Int(network.arcs.link[arc])] == .infinity && flows(program.arc(arc, 0))
      }.map { Int(network.arcs.link[$0]) }
    ).sorted().map { part("link", .links, $0, "Verbindung", "link") }
    let options = (0..<model.options.count).filter { option in
      model.options.maximum[option] == .infinity
        && program.allModules(option).map { values[$0] > 1e3 } ?? false
    }.map { part("option", .options, $0, "Option", "option") }
    return lines + supplies + links + options
  }
}
