// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Testing
import TragwerkTesting
import ValueChains

/// Proposals over a chain small enough to work them out by hand.
@Suite struct OptionProposalTests {
  typealias Row = TinyChain.Row

  /// Raw material comes from `mine` to `plant` by sea through Suez, where `asm` makes one system of
  /// two; 3 a day are wanted.
  static func chain(line: Row = [:], supply: Row = [:], link: Row = [:]) -> ValueChain {
    var chain = ValueChain(name: "hand", currency: "EUR")
    func merged(_ row: Row, _ change: Row) -> [(ColumnName, Cell)] {
      var cells = Dictionary(uniqueKeysWithValues: row.map { ($0.key, $0.value) })
      for (column, cell) in change { cells[column] = cell }
      return Array(cells)
    }
    for site in ["mine", "hub", "plant"] { chain[.sites].append([.site: Cell(site)]) }
    for material in ["raw", "sys"] { chain[.materials].append([.material: Cell(material)]) }
    chain[.supplies].append(
      merged(
        [
          .supply: "ore", .site: "mine", .material: "raw", .perDay: 10, .costPerUnit: 2,
          .country: "CN",
        ], supply))
    chain[.links].append(
      merged(
        [
          .link: "ship", .fromSite: "mine", .toSite: "plant", .material: "raw", .perDay: 8,
          .leadDays: 10, .costPerUnit: 0.5, .mode: "sea", .passages: "suez",
        ], link))
    chain[.lines].append(
      merged([.line: "asm", .site: "plant", .runsPerDay: 4, .costPerRun: 100], line))
    chain[.recipes].append([.line: "asm", .material: "raw", .quantity: -2])
    chain[.recipes].append([.line: "asm", .material: "sys", .quantity: 1])
    chain[.demands].append([
      .demand: "d", .site: "plant", .material: "sys", .perDay: 3, .valuePerUnit: 500,
    ])
    return chain
  }

  private func options(_ chain: ValueChain) -> [String] {
    OptionProposals.proposed(for: chain)[.options].text(.option).filter {
      $0.hasPrefix("proposed:")
    }
  }

  static let shift = "proposed:second-shift:asm"
  static let source = "proposed:second-source:raw:plant"
  static let route = "proposed:parallel-route:ship"

  @Test func everyFigureByHand() throws {
    let chain = OptionProposals.proposed(for: Self.chain())
    let options = chain[.options]
    #expect(options.count == 3)
    func figures(_ key: String) throws -> [Double?] {
      let row = try #require(chain.keys(of: .options)[key])
      return [.modulePerDay, .maxModules, .costPerModule, .buildDays].map {
        options.number($0, row)
      }
    }
    // 80 % of 4 runs; 6 % of 100 × 3.2 × 365.
    #expect(try figures(Self.shift) == [3.2, 1, 7008, 90])
    // 25 % of the 8 a day that the line can use of the 10 there are; a year of that at 2 × 1.2 is
    // 1,752, so the least for an approval counts; 6 × 30.4375 = 182.6 days.
    #expect(try figures(Self.source) == [2, 4, 25_000, 183])
    // Half of 8; thirty days of 4 × 0.75 are 90, so the least counts.
    #expect(try figures(Self.route) == [4, 2, 5000, 60])

    let supply = try #require(chain.keys(of: .supplies)[Self.source])
    #expect(chain[.supplies].number(.perDay, supply) == 0)
    #expect(chain[.supplies].number(.costPerUnit, supply) == 2.4)
    #expect(chain[.supplies].text(.country, supply).isEmpty, "unknown stays unknown")
    let link = try #require(chain.keys(of: .links)[Self.route])
    #expect(chain[.links].number(.perDay, link) == 0)
    #expect(chain[.links].number(.leadDays, link) == 15)
    #expect(chain[.links].number(.costPerUnit, link) == 0.75)
    #expect(chain[.links].text(.mode, link) == "sea")
    #expect(chain[.links].text(.passages, link).isEmpty)
  }

  @Test func everyFigureHasItsBasis() {
    var assumptions = ProposalAssumptions()
    assumptions.language = .german
    let chain = OptionProposals.proposed(for: Self.chain(), assumptions: assumptions)
    let provenance = chain[.provenance]
    var notes: [String: (range: [Double?], note: String)] = [:]
    for row in 0..<provenance.count {
      let place = [ColumnName.table, .key, .column].map { provenance.text($0, row) }
      #expect(provenance.text(.valueKind, row) == "assumption")
      notes[place.joined(separator: " ")] = (
        [.low, .likely, .high].map { provenance.number($0, row) }, provenance.text(.note, row)
      )
    }
    for name in [TableName.options, .supplies, .links] {
      for row in 0..<chain[name].count where chain[name].key(row).hasPrefix("proposed:") {
        for column in name.definition.columns where column.isNumber {
          guard let value = chain[name].number(column.name, row) else { continue }
          let note = notes["\(name.rawValue) \(chain[name].key(row)) \(column.name.rawValue)"]
          #expect(note?.note.isEmpty == false)
          if let likely = note?.range[1] { #expect(likely == value) }
        }
      }
    }
    let shift = notes["options \(Self.shift) module_per_day"]
    #expect(shift?.range == [2, 3.2, 4])
    #expect(
      shift?.note
        == "80\u{A0}% (50–100\u{A0}%) der angegebenen Kapazität von 4 Läufen je Tag; den Rest kosten Übergaben, Wartung und Einarbeitung"
    )
    #expect(notes["options \(Self.shift) cost_per_module"]?.range == [2336, 7008, 14_016])
    #expect(notes["options \(Self.source) build_days"]?.range == [92, 183, 548])
    #expect(notes["supplies \(Self.source) cost_per_unit"]?.range == [2.1, 2.4, 3])
    #expect(notes["links \(Self.route) lead_days"]?.range == [12, 15, 25])
    #expect(notes["links \(Self.route) per_day"]?.note.contains("„suez“") == true)
    let questions = chain[.questions]
    #expect(Set(questions.text(.key)) == [Self.shift, Self.source, Self.route])
    for row in 0..<questions.count {
      #expect(
        !questions.text(.questionDe, row).isEmpty && !questions.text(.questionEn, row).isEmpty)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: [String]
    let chain: ValueChain

    init(_ name: String, _ expected: [String], _ change: (inout ValueChain) -> Void) {
      testDescription = name
      self.expected = expected
      var chain = OptionProposalTests.chain()
      change(&chain)
      self.chain = chain
    }

    init(_ name: String, _ expected: [String], line: Row = [:], supply: Row = [:], link: Row = [:])
    {
      testDescription = name
      self.expected = expected
      chain = OptionProposalTests.chain(line: line, supply: supply, link: link)
    }
  }

  static let cases: [Case] = [
    Case("a line without limit", [source, route], line: [.runsPerDay: .empty]),
    Case("a line that stands still", [], line: [.runsPerDay: 0]),
    Case("a market without limit", [shift, route], supply: [.perDay: .empty]),
    Case("what is free nobody sells", [shift, route], supply: [.costPerUnit: 0]),
    Case("a price not stated", [shift, source, route], supply: [.costPerUnit: .empty]),
    Case("a link without limit", [shift, source], link: [.perDay: .empty]),
    Case("an easy road", [shift, source], link: [.mode: "road", .passages: ""]),
    Case(
      "a narrow road", [shift, source, route], link: [.mode: "road", .passages: "", .perDay: 7]),
    Case("a line somebody extends", [source, route]) {
      $0[.options].append([.option: "o", .kind: "line", .target: "asm", .modulePerDay: 1])
    },
    Case("a line its group holds back", [source, route]) {
      $0[.groups].append([.group: "g", .perDay: 8])
      $0[.groupMembers].append([.group: "g", .line: "asm", .use: 2])
    },
    Case("two countries", [shift, route]) {
      $0[.supplies].append([
        .supply: "b", .site: "plant", .material: "raw", .perDay: 1, .country: "SE",
      ])
    },
    Case("one country", [shift, source, route]) {
      $0[.supplies].append([
        .supply: "b", .site: "mine", .material: "raw", .perDay: 1, .country: "CN",
      ])
    },
    Case("an unknown country is not the same", [shift, route]) {
      $0[.supplies].append([.supply: "b", .site: "mine", .material: "raw", .perDay: 1])
    },
    Case("a source somebody brings", [shift, route]) {
      $0[.supplies].append([.supply: "b", .site: "plant", .material: "raw", .perDay: 0])
      $0[.options].append([.option: "o", .kind: "supplier", .target: "b", .modulePerDay: 1])
    },
    Case("a line makes it too", [shift, "proposed:second-shift:recycling", route]) {
      $0[.lines].append([.line: "recycling", .site: "plant", .runsPerDay: 1])
      $0[.recipes].append([.line: "recycling", .material: "raw", .quantity: 1])
    },
    Case("a second way through another passage", [shift, source]) {
      $0[.links].append([
        .link: "cape", .fromSite: "mine", .toSite: "plant", .material: "*", .passages: "cape",
      ])
    },
    Case("a second way through the same passage", [shift, source, route]) {
      $0[.links].append([
        .link: "b", .fromSite: "mine", .toSite: "plant", .material: "raw", .perDay: 1,
        .passages: "suez",
      ])
    },
    Case("a second way for something else", [shift, source, route]) {
      $0[.links].append([.link: "b", .fromSite: "mine", .toSite: "plant", .material: "sys"])
    },
    Case("nothing is asked for", []) { chain in
      chain[.demands] = TableContents(.demands)
      chain[.demands].append([.demand: "d", .site: "plant", .material: "raw", .perDay: 0])
    },
    Case("all that can be made is asked for", [shift, source, route]) { chain in
      chain[.demands] = TableContents(.demands)
      chain[.demands].append([.demand: "d", .site: "plant", .material: "sys"])
    },
    Case("a civil line limits nothing", [shift, source, route]) {
      $0[.materials].append([.material: "goods"])
      $0.addLine("civil", takes: "sys", makes: "goods", [.runsPerDay: 1])
      $0.addDemand("market", of: "goods", [.valuePerUnit: 5])
    },
  ]

  @Test(arguments: cases) func onlyWhereItMakesSense(_ test: Case) {
    #expect(test.chain.findings().hasErrors == false)
    #expect(options(test.chain).sorted() == test.expected.sorted())
  }

  /// Two legs of rail, made for other goods, lead past Suez in 12 days instead of 10.
  @Test func aWayOverExistingSites() throws {
    var chain = Self.chain()
    chain[.links].append([
      .link: "east", .fromSite: "mine", .toSite: "hub", .material: "sys", .leadDays: 5,
      .mode: "rail", .passages: "bosporus",
    ])
    chain[.links].append([
      .link: "west", .fromSite: "hub", .toSite: "plant", .material: "sys", .leadDays: 7,
      .mode: "rail",
    ])
    let proposed = OptionProposals.proposed(for: chain)
    let row = try #require(proposed.keys(of: .links)[Self.route])
    #expect(proposed[.links].number(.leadDays, row) == 12)
    #expect(proposed[.links].text(.mode, row) == "rail")
    #expect(proposed[.links].text(.passages, row) == "bosporus")
  }

  /// Daughters of one holding are one source, whatever their countries.
  @Test func oneGroupIsOneSource() {
    var chain = Self.chain(supply: [.organisation: "a"])
    for (name, group) in [("a", "top"), ("b", "a"), ("c", "")] {
      chain[.organisations].append([.organisation: Cell(name), .group: Cell(group)])
    }
    chain[.supplies].append([
      .supply: "second", .site: "plant", .material: "raw", .perDay: 1, .country: "SE",
      .organisation: "b",
    ])
    #expect(options(chain).contains(Self.source))
    chain[.supplies].append([
      .supply: "third", .site: "plant", .material: "raw", .perDay: 1, .country: "SE",
      .organisation: "c",
    ])
    #expect(!options(chain).contains(Self.source))
  }
}
