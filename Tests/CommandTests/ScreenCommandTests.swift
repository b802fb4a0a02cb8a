// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

/// `screen` as scripts run it.
@Suite struct ScreenCommandTests {
  private let folder = TemporaryFolder()

  @Test func pairsAreJudgedInTheirOrder() throws {
    try folder.write(
      """
      query,candidate,schema
      Nordwerk GmbH,Nordwerk,Company
      "Nordwerck, Hafen",Nordwerk Hafen,Company
      =Nordwerk,Südstern,Company

      """, to: "pairs.csv")
    let result = try Command.run([
      "screen", "--pairs", folder.path("pairs.csv"), "--out", folder.path("out.csv"),
    ])
    #expect(result.code == 0, "\(result.error)")
    let lines = try folder.text(of: "out.csv").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "query,candidate,score,decision,reasons")
    #expect(lines[1].hasPrefix("Nordwerk GmbH,Nordwerk,0."))
    #expect(lines[1].contains(",hit,"))
    #expect(lines[2].hasPrefix("\"Nordwerck, Hafen\",Nordwerk Hafen,0."))
    #expect(lines[2].contains(",review,"))
    #expect(lines[3].hasPrefix("'=Nordwerk,Südstern,0."))
    #expect(lines[3].contains(",clear,"))
  }

  @Test func namesAreScreenedAgainstAList() throws {
    try folder.write("name\nSeverny Metall\nAbendrot\n", to: "names.csv")
    let list = Checkout.path("Tests/ScreeningTests/Fixtures/targets.simple.csv")
    let result = try Command.run([
      "screen", "--names", folder.path("names.csv"), "--against", list, "--out", "-", "--quiet",
      "--language", "de",
    ])
    #expect(result.code == 0)
    let lines = result.out.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("Severny Metall,Severny Metall OOO,0."))
    #expect(lines[1].contains(",hit,\"Namen gleich bis auf"))
    #expect(lines[2] == "Abendrot,,0.0,clear,")
    // What the list lost is told with its line.
    #expect(result.error.contains("targets.simple.csv:5:id: Hinweis"))
  }

  @Test func brokenInputsAreToldByTheirCodes() throws {
    try folder.write("name\nNordwerk\n", to: "names.csv")
    try folder.write("<export><sanctionEntity logicalId=\"1\">", to: "cut.xml")
    try folder.write("name\nNordwerk\n", to: "pairs.csv")
    let names = folder.path("names.csv")
    func code(_ arguments: [String]) throws -> Int32 {
      try Command.run(["screen"] + arguments).code
    }
    let out = folder.path("out.csv")
    #expect(try code(["--names", names, "--out", out]) == 64)
    #expect(try code(["--names", names, "--against", folder.path("cut.xml"), "--out", out]) == 65)
    #expect(try code(["--pairs", folder.path("pairs.csv"), "--out", out]) == 65)
    #expect(try code(["--names", folder.path("no.csv"), "--against", names, "--out", out]) == 66)
    #expect(try code(["--names", names, "--against", names, "--out", "/no/such/out.csv"]) == 73)
    #expect(!folder.names().contains("out.csv"))
  }
}
