// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Testing
import TragwerkTesting
import ValueChains

/// What candidates become in a chain.
@Suite struct CandidateOptionTests {
  /// Materials used at one site, at two, and nowhere; two of one name.
  static func chain() -> ValueChain {
    var chain = OptionProposalTests.chain()
    for (key, name) in [("both", "Beides"), ("idle", ""), ("t1", "Zwilling"), ("t2", "Zwilling")] {
      chain[.materials].append([.material: Cell(key), .name: Cell(name)])
    }
    chain[.lines].append([.line: "more", .site: "hub"])
    for (line, material) in [("more", "both"), ("asm", "both"), ("more", "t1"), ("asm", "t2")] {
      chain[.recipes].append([.line: Cell(line), .material: Cell(material), .quantity: -1])
    }
    chain[.recipes].append([.line: "more", .material: "sys", .quantity: 1])
    chain[.organisations].append([.organisation: "acme", .name: "Acme AG", .country: "AT"])
    return chain
  }

  @Test func aCandidateBecomesASupplyAndAnOption() throws {
    let list = CandidateList.read(
      Array(
        """
        supplier;name;material;capacity_per_day;readiness_months;cost_low;cost_likely;cost_high;setup_cost_low;setup_cost_likely;setup_cost_high;country;region;modules;note;source;year
        nova;Nova GmbH;raw;6;4;2,5;3;4;900;1200;1800;de;DE21;3;"liefert; heute Autos";Gespräch;2026
        acme ag;;RAW;1;0;5;5;;;;;;;;;;
        """.utf8), file: "list.csv")
    let (chain, findings) = list.added(to: Self.chain())
    #expect(findings.isEmpty, "\(findings)")
    let key = "candidate:nova:raw:plant"
    let option = try #require(chain.keys(of: .options)[key])
    // 6 in 3 modules; 4 × 30.4375 = 121.75 days; 1,200 for 3 modules.
    let figures = [ColumnName.modulePerDay, .maxModules, .buildDays, .costPerModule].map {
      chain[.options].number($0, option)
    }
    #expect(figures == [2, 3, 122, 400])
    let supply = try #require(chain.keys(of: .supplies)[key])
    #expect(chain[.supplies].number(.perDay, supply) == 0)
    #expect(chain[.supplies].number(.costPerUnit, supply) == 3)
    #expect(chain[.supplies].text(.country, supply) == "DE")
    let organisation = try #require(chain.keys(of: .organisations)["nova"])
    #expect(chain[.organisations].text(.name, organisation) == "Nova GmbH")
    // An organisation of the chain is found by its name, and lends its country.
    let second = try #require(chain.keys(of: .supplies)["candidate:acme:raw:plant"])
    #expect(chain[.supplies].text(.country, second) == "AT")
    #expect(chain[.organisations].count == 2)

    let provenance = chain[.provenance]
    func origin(_ table: String, _ column: String) throws -> [Double?] {
      let row = try #require(
        (0..<provenance.count).first {
          provenance.text(.table, $0) == table && provenance.text(.key, $0) == key
            && provenance.text(.column, $0) == column
        })
      #expect(provenance.text(.source, row) == "Gespräch" && provenance.text(.year, row) == "2026")
      #expect(provenance.text(.note, row).hasSuffix("liefert; heute Autos"))
      return [.low, .likely, .high].map { provenance.number($0, row) }
    }
    #expect(try origin("supplies", "cost_per_unit") == [2.5, 3, 4])
    #expect(try origin("options", "cost_per_module") == [300, 400, 600])
    #expect(provenance.text(.source).contains("list.csv, line 3"))
    #expect(!chain.findings().hasErrors)
    // Somebody has offered: nobody is proposed.
    let proposed = OptionProposals.proposed(for: chain)
    #expect(!proposed[.options].text(.option).contains(OptionProposalTests.source))
    // The same list once more would take them twice.
    let again = list.added(to: chain)
    #expect(again.findings.map(\.code) == [.keyRepeated, .keyRepeated])
  }

  @Test func aSiteThatCannotUseItIsTold() {
    let text = CandidateListTests.head + "\nAda,raw,hub,1,1,1\n"
    let (chain, findings) = CandidateList.read(Array(text.utf8), file: "c.csv").added(
      to: Self.chain())
    #expect(findings.map(\.code) == [.materialUnused])
    #expect(chain[.supplies].count == 2, "a warning does not stop it")
  }

  /// Files made of pieces that fit and pieces that do not: never a crash, and either errors or a
  /// sound chain that is the same when written and read.
  @Test func fuzzedLists() throws {
    let pieces = [
      "Ada", "acme", "raw", "both", "idle", "gold", "plant", "moon", "1", "2,5", "-3", "1e9", "x",
      "1.234", "", " ", "\"a;b\"", "\"", "DE", "2026", "ü", "1\u{A0}000", "inf", "row:1", "a|b",
      "\u{FEFF}", "\r", "\n", "\t", "\0", "\u{1F}",
    ]
    let heads = [
      CandidateListTests.head.replacing(",", with: ";"),
      CandidateListTests.head.replacing(",", with: ";") + ";name;modules;country;year;cost_high",
      "Lieferant;Material;Kapazität;Monate;Kosten",
    ]
    var sound = 0
    for seed in 0..<600 {
      var random = SeededGenerator(seed: UInt64(seed))
      let head = random.pick(heads)
      var text = head + "\n"
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let cells = head.split(separator: ";").map { column -> String in
          if random.chance(oneIn: 6) { return random.pick(pieces) }
          switch column {
          case "supplier", "Lieferant": return random.pick(["Ada", "acme", "a|b", "\"B; C\""])
          case "material", "Material": return "raw"
          case "site": return random.pick(["", "plant"])
          case "country": return "DE"
          case "year", "modules", "name": return ""
          default: return "2"
          }
        }
        text += cells.joined(separator: ";") + "\n"
      }
      var bytes = Array(text.utf8)
      if random.chance(oneIn: 4), let at = bytes.indices.randomElement(using: &random) {
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      }
      let chain = Self.chain()
      let result = CandidateList.read(bytes, file: "f.csv").added(to: chain)
      if result.findings.hasErrors {
        #expect(ChainComparison.differences(chain, result.chain).isEmpty)
        continue
      }
      sound += 1
      #expect(!result.chain.findings().hasErrors, "seed \(seed)")
      let folder = TemporaryFolder()
      try ChainPackage.write(result.chain, to: folder.path("chain"))
      let read = try ChainPackage.read(folder.path("chain"))
      #expect(ChainComparison.differences(result.chain, read.chain).isEmpty, "seed \(seed)")
    }
    #expect(sound > 60, "\(sound)")
  }
}
