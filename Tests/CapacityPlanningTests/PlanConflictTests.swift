// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// Why there is no plan, by hand: each chain has one contradiction.
@Suite struct PlanConflictTests {
  /// `kind name` or `kind name first–last` of each part.
  private func expectCause(
    _ parts: [String], _ chain: ValueChain, periods: Int = 3, days: Double = 1,
    location: SourceLocation = #_sourceLocation,
    _ change: (inout PlanRequest) -> Void = { $0.requireDemand = true }
  ) async throws -> PlanCause {
    var request = PlanRequest(PeriodGrid(periods: periods, periodDays: days))
    change(&request)
    let plan = try await Planner(FlowNetwork(chain), request).run()
    #expect(plan.status == .infeasible, sourceLocation: location)
    #expect(plan.objective == nil && plan.schedule == nil, sourceLocation: location)
    let cause = try #require(plan.cause, sourceLocation: location)
    let found = cause.parts.map { part in
      let span = part.periods.map { " \($0.lowerBound)–\($0.upperBound)" } ?? ""
      return "\(part.kind) \(part.name)\(span)"
    }
    #expect(found == parts, sourceLocation: location)
    for part in cause.parts {
      #expect(part.text.german != part.text.english, sourceLocation: location)
      #expect(!part.text.german.isEmpty && !part.text.english.isEmpty, sourceLocation: location)
      if part.kind != "demand" && part.kind != "whole" {
        // What stands in the way is in the sentence, in both languages.
        #expect(cause.text.german.contains(part.text.german), sourceLocation: location)
        #expect(cause.text.english.contains(part.text.english), sourceLocation: location)
      }
    }
    return cause
  }

  private func expect(
    _ cause: PlanCause, says german: String, _ english: String,
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(cause.text.german.contains(german), "\(cause.text.german)", sourceLocation: location)
    #expect(cause.text.english.contains(english), "\(cause.text.english)", sourceLocation: location)
  }

  /// A lead of two days: nothing is there on days 1 and 2, whatever the capacity.
  @Test func leadTimeOnly() async throws {
    let chain = TinyChain.make(line: [.leadDays: 2], demand: [.perDay: 1, .valuePerUnit: 1])
    let cause = try await expectCause(["demand d 1–1"], chain)
    expect(cause, says: "Keine Kapazität steht im Weg", "No capacity is in the way")
    expect(cause, says: "„sys“", "“sys”")
  }

  /// 2 a day can be made and kept, 3 are wanted on days 2 to 4: each could be met by itself, the
  /// three of them are 9 where 8 can be made. Nothing kept, day 2 alone is out of reach.
  @Test func lineCapacity() async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 2, .name: "Montage"],
      demand: [.perDay: 3, .valuePerUnit: 1, .fromDay: 2])
    let cause = try await expectCause(
      ["demand d 2–2", "demand d 3–3", "demand d 4–4", "line asm 1–4"], chain, periods: 4)
    expect(cause, says: "„Montage“", "“Montage”")
    chain[.stocks].append([.site: "plant", .material: "sys", .maximum: 0])
    _ = try await expectCause(
      ["demand d 2–2", "line asm 2–2", "maximum plant|sys 1–1"], chain, periods: 4)
  }

  /// 1 a day can be made: of 5 on day 2 no more than 2 can be delivered, whatever becomes of the 1
  /// wanted on day 1.
  @Test func oneDemandAloneIsNamedAlone() async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 1, .toDay: 1])
    chain.addDemand("more", of: "sys", [.perDay: 5, .fromDay: 2, .toDay: 2])
    let cause = try await expectCause(["demand more 2–2", "line asm 1–2"], chain)
    expect(cause, says: "höchstens 2 sind lieferbar, 3 fehlen", "at most 2 can be delivered, 3 are")
  }

  private func option(_ row: TinyChain.Row, demand: Double = 3) -> ValueChain {
    TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: .number(demand), .valuePerUnit: 1], options: [row])
  }

  /// 2 more a day cost 20; 15 are there.
  @Test func tooSmallABudget() async throws {
    let chain = option([.modulePerDay: 1, .costPerModule: 10])
    let cause = try await expectCause(["demand d 1–1", "line asm 1–1", "budget budget 3–3"], chain)
    {
      ($0.requireDemand, $0.budget) = (true, 15)
    }
    expect(cause, says: "das Budget in Abschnitt 3", "the budget in period 3")
    // Money that comes on day 2 comes too late for day 1.
    var late = chain
    late[.budget].append([.day: 1, .cumulative: 0])
    late[.budget].append([.day: 2, .cumulative: 100])
    _ = try await expectCause(["demand d 1–1", "line asm 1–1", "budget budget 1–1"], late)
  }

  /// 1 + 1 a day where 3 are wanted; money is no matter.
  @Test(arguments: [TinyChain.row, TinyChain.rowWithFixedCost, TinyChain.rowWithMinimum])
  func theMostModules(_ row: [ColumnName: Double]) async throws {
    var chain = option([:])
    chain[.options] = TableContents(.options)
    chain[.options].append(
      [(.option, "more"), (.name, "Zweite Linie"), (.kind, "line"), (.target, "asm")]
        + row.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, .number($0.value)) })
    let cause = try await expectCause(["demand d 1–1", "line asm 1–1", "option more 3–3"], chain)
    expect(cause, says: "„Zweite Linie“", "“Zweite Linie”")
    expect(cause, says: "Höchstzahl von 1", "most modules, 1")
  }

  /// 2 people a run, 3 are there: 1.5 runs a day where 2 are wanted.
  @Test func workforce() async throws {
    let chain = TinyChain.make(
      line: [.workersPerDailyRun: 2], demand: [.perDay: 2, .valuePerUnit: 1],
      plant: [.workers: 3, .hiresPerDay: 0, .name: "Werk Süd"])
    let cause = try await expectCause(["demand d 1–1", "workforce plant 1–1"], chain)
    expect(cause, says: "die Personen am Standort „Werk Süd“", "the people at site “Werk Süd”")
  }

  /// 5 are there, 3 can go, none may be kept: no plan, required or not. The last period's maximum
  /// is enough for that.
  @Test(arguments: [false, true]) func aStockAboveItsMaximum(_ isRequired: Bool) async throws {
    var chain = TinyChain.make(line: [:], demand: [.perDay: 1, .valuePerUnit: 1])
    chain[.stocks].append([.site: "plant", .material: "sys", .onHand: 5, .maximum: 0])
    let cause = try await expectCause(["maximum plant|sys 3–3"], chain) {
      $0.requireDemand = isRequired
    }
    expect(cause, says: "lässt sich gar nicht betreiben", "cannot be run at all")
    expect(cause, says: "Höchstbestand von „sys“", "maximum stock of “sys”")
  }

  /// Two lines share 5 a day; either product's 3 can be made, both cannot.
  @Test func twoDemandsShareAGroup() async throws {
    var chain = TinyChain.make(line: [:], demand: [.perDay: 3, .valuePerUnit: 1])
    chain[.materials].append([.material: "set"])
    chain.addLine("pack", takes: "part", makes: "set", [:])
    chain.addDemand("s", of: "set", [.perDay: 3])
    chain[.groups].append([.group: "hall", .name: "Halle 4", .perDay: 5])
    for line in ["asm", "pack"] {
      chain[.groupMembers].append([.group: "hall", .line: Cell(line)])
    }
    let cause = try await expectCause(
      ["demand d 1–1", "demand s 1–1", "group hall 1–1"], chain, periods: 1)
    expect(cause, says: "2 Nachfragen nach „sys“ und „set“", "2 demands for “sys” and “set”")
    expect(cause, says: "„Halle 4“", "“Halle 4”")
    // Over three days only the pair of one day contradicts itself.
    let longer = try await expectCause(
      ["demand d 1–1", "demand s 1–1", "group hall 1–1"], chain, periods: 3)
    expect(longer, says: "mindestens 1", "at least 1")
  }

  /// 4 a day owed over three days are 12; 9 can be made by then.
  @Test func backlog() async throws {
    let chain = TinyChain.make(line: [.runsPerDay: 3], demand: [.perDay: 4, .valuePerUnit: 1])
    let cause = try await expectCause(["demand d 3–3", "line asm 1–3"], chain) {
      ($0.requireDemand, $0.backlog) = (true, true)
    }
    expect(cause, says: "12", "12")
    expect(cause, says: "Ende", "the end of")
  }

  /// 2.5 modules cost 25 and would do; 3 cost 30.
  @Test func onlyWholeModules() async throws {
    let chain = option([.modulePerDay: 1, .costPerModule: 10], demand: 3.5)
    let words: (inout PlanRequest) -> Void = {
      ($0.requireDemand, $0.wholeModules, $0.budget) = (true, true, 25)
    }
    let cause = try await expectCause(["whole "], chain, words)
    expect(cause, says: "mit ganzen Modulen", "with whole modules")
  }

  /// A link of 2 a day with one day's lead, wanted 3 a day from day 2 on.
  @Test func aLink() async throws {
    var chain = TinyChain.make(line: [:], demand: [.perDay: 0])
    chain[.sites].append([.site: "yard", .name: "Hof"])
    chain[.links].append([
      .link: "road", .fromSite: "plant", .toSite: "yard", .material: "sys", .perDay: 2,
      .leadDays: 1,
    ])
    chain[.demands].append([
      .demand: "y", .site: "yard", .material: "sys", .perDay: 3, .fromDay: 2, .valuePerUnit: 1,
    ])
    let cause = try await expectCause(["demand y 2–2", "link road 1–1"], chain)
    expect(cause, says: "„road“ (plant → Hof)", "“road” (plant → Hof)")
  }

  /// Parts can be bought on days 3 and 4 only, 9 a day; on day 1 there is no way to any.
  @Test func aSupplyWindow() async throws {
    var chain = TinyChain.make(line: [:], demand: [.perDay: 1, .valuePerUnit: 1])
    chain[.supplies] = TableContents(.supplies)
    chain[.supplies].append([
      .supply: "market", .site: "plant", .material: "part", .perDay: 9, .fromDay: 3, .toDay: 4,
    ])
    let cause = try await expectCause(["demand d 1–1", "supply market 1–1"], chain, periods: 4)
    expect(cause, says: "„market“ (part)", "“market” (part)")
  }
}

extension TinyChain {
  fileprivate static let row: [ColumnName: Double] = [.modulePerDay: 1, .maxModules: 1]
  /// Switched on by a whole column.
  fileprivate static let rowWithFixedCost: [ColumnName: Double] = [
    .modulePerDay: 1, .maxModules: 1, .fixedCost: 5,
  ]
  fileprivate static let rowWithMinimum: [ColumnName: Double] = [
    .modulePerDay: 1, .maxModules: 1, .minModules: 1,
  ]
}
