// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

/// The command as scripts meet it: words in, exit code and files out.
@Suite struct CommandTests {
  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments)
  }

  private func run(_ arguments: [String]) throws -> Command.Result { try Command.run(arguments) }

  private let hospital = Checkout.path("Examples/field-hospital")

  @Test func checkSaysThatAllIsWell() throws {
    let result = try run("check", hospital)
    #expect(result.code == 0)
    #expect(result.out == "0 errors, 0 warnings\n")
    #expect(try run("check", hospital, "--language", "de").out == "0 Fehler, 0 Hinweise\n")
  }

  @Test func wrongWordsAre64() throws {
    #expect(try run("assess").code == 64)
    #expect(try run("assess", hospital, "--each", "planet").code == 64)
    #expect(try run("assess", hospital, "--horizon", "-3").code == 64)
    #expect(try run("assess", hospital, "--only", "nothing-of-the-kind").code == 64)
    #expect(try run("fly").code == 64)
    #expect(try run("draft", "x.csv", "--quantity", "0", "--out", "y").code == 64)
  }

  @Test func missingInputIs66() throws {
    let result = try run("check", "/nowhere/at/all")
    #expect(result.code == 66)
    #expect(result.error.contains("/nowhere/at/all does not exist"))
    #expect(try run("draft", "/nowhere.csv", "--quantity", "1", "--out", "/tmp/x").code == 66)
  }

  @Test func brokenDataIs65WithoutAReport() async throws {
    try await withTemporaryFolder { folder in
      let chain = folder.appendingPathComponent("chain")
      try FileManager.default.copyItem(atPath: hospital, toPath: chain.path)
      let sites = chain.appendingPathComponent("sites.csv")
      var text = try String(contentsOf: sites, encoding: .utf8)
      text += text.split(separator: "\n")[1] + "\n"
      try text.write(to: sites, atomically: true, encoding: .utf8)
      let (report, json) = (folder.path + "/r.html", folder.path + "/r.json")
      let result = try run(
        "assess", chain.path, "--report", report, "--json", json, "--csv", folder.path + "/csv")
      #expect(result.code == 65)
      #expect(result.error.contains("sites.csv:82:site: error: The key"))
      #expect(!FileManager.default.fileExists(atPath: report))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/csv"))
      let findings = try String(contentsOfFile: json, encoding: .utf8)
      #expect(findings.contains("\"code\": \"keyRepeated\""))
      #expect(!findings.contains("survival"))
    }
  }

  @Test func standardOutputHoldsNothingButTheResult() throws {
    let result = try run("assess", hospital, "--survival-only", "--json", "-", "--quiet")
    #expect(result.code == 0)
    #expect(result.error.isEmpty)
    let document = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    #expect(document?["formatVersion"] as? Int == 1)
  }

  @Test func draftsKeepWhatPeopleChanged() async throws {
    try await withTemporaryFolder { folder in
      let list = Checkout.path("Examples/water-treatment-unit/parts.csv")
      let chain = folder.path + "/chain"
      let words = ["draft", list, "--quantity", "10", "--out", chain]
      func draft(_ more: String...) throws -> Command.Result {
        let all = words + more
        return try run(
          all[0], all[1], all[2], all[3], all[4], all[5], all.count > 6 ? all[6] : "--quiet")
      }
      #expect(try draft().code == 0)
      #expect(try draft().code == 0, "an untouched draft may be replaced")
      let sites = chain + "/sites.csv"
      let text = try String(contentsOfFile: sites, encoding: .utf8)
      try (text + "\n").write(toFile: sites, atomically: true, encoding: .utf8)
      let refused = try draft()
      #expect(refused.code == 73)
      #expect(refused.error.contains("not an untouched draft"))
      #expect(try String(contentsOfFile: sites, encoding: .utf8) == text + "\n")
      #expect(try draft("--replace").code == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == ["chain"], "nothing is left beside it")
    }
  }

  private let exchanged = ["demand", "lamps", "capacity", "stock", "delivery"].map {
    Checkout.path("Examples/capacity-exchange/\($0).json")
  }

  @Test func exchangeTakesInWhatPartnersSend() async throws {
    try await withTemporaryFolder { folder in
      let (first, second) = (folder.path + "/first", folder.path + "/second")
      let words = ["exchange"] + exchanged + ["--first-day", "2026-11-23", "--out"]
      let result = try run(words + [first])
      #expect(result.code == 0)
      #expect(result.out.contains("Read: 3 × WeekBasedMaterialDemand, 2 × WeekBasedCapacityGroup"))
      #expect(result.out.contains("       7  Demands"))
      #expect(
        result.error.contains(
          "stock.json:33:$[1].positions[0].allocatedStocks[1]: warning: 100 of WF-100 are blocked"))
      let check = try run("check", first)
      #expect(check.out.hasSuffix("0 errors, 7 warnings\n"))
      #expect(try run(words + [second, "--chain", first, "--quiet"]).out.isEmpty)
      for table in ["demands", "supplies", "options", "stocks", "provenance", "questions"] {
        let texts = try [first, second].map {
          try String(contentsOfFile: "\($0)/\(table).csv", encoding: .utf8)
        }
        #expect(texts[0] == texts[1], "\(table)")
      }
      let sites = first + "/sites.csv"
      let text = try String(contentsOfFile: sites, encoding: .utf8)
      try (text + "\n").write(toFile: sites, atomically: true, encoding: .utf8)
      #expect(try run(words + [first]).code == 73)
      let german = try run(words + [first, "--replace", "--language", "de"])
      #expect(german.out.contains("Neu geschrieben"))
    }
  }

  @Test func exchangeKeepsWhatLiesBesideTheTables() async throws {
    try await withTemporaryFolder { folder in
      let (draft, chain) = (folder.path + "/draft", folder.path + "/chain")
      let list = Checkout.path("Examples/water-treatment-unit/parts.csv")
      let drafted = try run("draft", list, "--quantity", "10", "--out", draft, "--quiet")
      #expect(drafted.code == 0)
      let words = ["exchange", exchanged[0], "--first-day", "2026-11-23", "--out", chain]
      #expect(try run(words + ["--chain", draft, "--quiet"]).code == 0)
      #expect(FileManager.default.fileExists(atPath: chain + "/parts.csv"))
      #expect(try run("check", chain).code == 0)
    }
  }

  @Test func exchangeWithErrorsWritesNothing() async throws {
    try await withTemporaryFolder { folder in
      let (file, chain) = (folder.path + "/wrong.json", folder.path + "/chain")
      let text = try String(contentsOfFile: exchanged[0], encoding: .utf8)
      try text.replacing("\"demand\": 840", with: "\"demand\": -840").write(
        toFile: file, atomically: true, encoding: .utf8)
      let words = ["--first-day", "2026-11-23", "--out", chain]
      let wrong = try run(["exchange", file] + words)
      #expect(wrong.code == 65)
      #expect(wrong.error.contains("wrong.json:33:$.content.informationObject[0].demandSeries[0]"))
      #expect(wrong.error.contains("demands[4].demand: error: "), "all of them")
      #expect(!FileManager.default.fileExists(atPath: chain))
      #expect(try run(["exchange", exchanged[3]] + words).code == 65, "no demand, no chain")
      #expect(try run(["exchange", "/nowhere.json"] + words).code == 66)
      #expect(try run(["exchange", folder.path] + words).code == 66)
      #expect(try run(["exchange", exchanged[0], "--chain", "/nowhere"] + words).code == 66)
      #expect(
        try run("exchange", exchanged[0], "--first-day", "23.11.2026", "--out", chain).code == 64)
      #expect(try run("exchange", exchanged[0], "--out", chain).code == 64)
    }
  }

  @Test func candidatesAreTakenWholeOrNotAtAll() async throws {
    try await withTemporaryFolder { folder in
      let list = folder.path + "/who.csv"
      try "supplier;material;capacity;months;cost\nNova;sand;1;-1;1\n".write(
        toFile: list, atomically: true, encoding: .utf8)
      let words = ["plan", hospital, "--periods", "4", "--period-days", "30"]
      let result = try run(words + ["--candidates", list])
      #expect(result.code == 65)
      #expect(result.error.contains("who.csv:2:readiness_months: error:"))
      #expect(try run(words + ["--candidates", "/nowhere.csv"]).code == 66)
      #expect(try run(words + ["--propose-out", folder.path + "/out"]).code == 64)
    }
  }

  @Test func helpNamesAnExampleInBothLanguages() throws {
    for command in ["check", "assess", "draft", "exchange"] {
      #expect(try run(command, "--help").out.contains("Example: tragwerk \(command)"))
      #expect(
        try run(command, "--help", "--language", "de").out.contains("Beispiel: tragwerk \(command)")
      )
    }
  }

  @Test func aPlanIsReportedAndCompared() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tragwerk-plan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    let question = ["plan", hospital, "--periods", "3", "--period-days", "30", "--quiet"]
    let first = try run(question + ["--json", path("plan.json"), "--csv", path("tables")])
    #expect(first.code == 0)
    #expect(FileManager.default.fileExists(atPath: path("tables/delivered.csv")))
    let second = try run(
      question + ["--report", path("plan.html"), "--compare", path("plan.json")])
    #expect(second.code == 0)
    #expect(second.out.contains("Comparison with the earlier plan:"))
    let page = try String(contentsOfFile: path("plan.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("Comparison with an earlier plan"))
    try "{".write(toFile: path("broken.json"), atomically: true, encoding: .utf8)
    #expect(try run(question + ["--compare", path("broken.json")]).code == 65)
    #expect(try run(question + ["--compare", path("nothing.json")]).code == 66)
  }
}
