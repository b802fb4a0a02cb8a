// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

/// `classify` as scripts run it.
@Suite struct ClassifyCommandTests {
  private let folder = TemporaryFolder()

  init() throws {
    try folder.write(
      """
      code,parent,level,label_de,label_en
      44000000,,division,Baukonstruktionen und Baustoffe,Construction structures and materials
      44160000,44000000,group,"Rohrleitungen, Rohre",Pipelines and piping
      90000000,,division,Abwasser,Sewage
      90900000,90000000,group,Reinigungsdienste,Cleaning services

      """, to: "codes.csv")
  }

  private func run(_ texts: String, _ more: [String] = []) throws -> Command.Result {
    try folder.write(texts, to: "texts.csv")
    return try Command.run(
      [
        "classify", "--codes", folder.path("codes.csv"), "--texts", folder.path("texts.csv"),
        "--out", "-", "--quiet",
      ] + more)
  }

  @Test func textsGetTheirCodes() throws {
    let texts = """
      qid,title,description,code,cpv_main
      a,Rohrleitungsbau,,90900000,90900000
      b,Cleaning of the town hall,with all of its rooms,44160000,
      c,,,,

      """
    let result = try run(texts, ["--top", "1"])
    #expect(result.code == 0, "\(result.error)")
    let lines = result.out.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0] == "id,rank,code,score,words")
    #expect(lines[1].hasPrefix("a,1,44160000,0."))
    #expect(lines[1].hasSuffix(",Rohrleitungsbau"))
    #expect(lines[2].hasPrefix("b,1,90900000,0."))
    #expect(try run(texts, ["--top", "1"]).out == result.out)
    // Answers in the file to be judged change nothing.
    #expect(try run(texts.replacing("90900000", with: "x"), ["--top", "1"]).out == result.out)
  }

  @Test func examplesAreLearnedFrom() throws {
    try folder.write(
      "title,cpv,cpv_additional\nUnterhaltspflege Rathaus,90900000-6,\nX,99999999,1\n",
      to: "examples.csv")
    let result = try run(
      "id,title\na,Unterhaltspflege\n",
      ["--examples", folder.path("examples.csv"), "--language", "de"])
    #expect(result.code == 0)
    #expect(result.out.contains(",90900000,0.3"), "\(result.out)")
    #expect(try run("id,title\na,Unterhaltspflege\n").out != result.out)
    #expect(result.error.contains("examples.csv:3:cpv: Hinweis: Beispiele ohne einen Code"))
  }

  @Test(arguments: [
    ("", "texts.csv:0:: error"), ("id,title\na,x\na,y\n", "texts.csv:3:id: error"),
    ("id,note\na,x\n", "texts.csv:1:title: error"), ("title\nx\n", "texts.csv:1:id: error"),
    ("id,title\na,x,y\n", "texts.csv:2:: error"), ("id,title\n,x\n", "texts.csv:2:id: error"),
    ("id,title\na,\"x\n", "texts.csv:2:: error"),
  ])
  func faultsAreToldWithTheirPlace(_ texts: String, _ message: String) throws {
    let result = try run(texts)
    #expect(result.code == 65)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.out.isEmpty)
  }

  @Test func brokenCodesAreToldTogether() throws {
    try folder.write(
      "code,parent,title\na,b,x\nb,a,y\nb,,z\nc,no,w\n", to: "codes.csv")
    let result = try run("id\n")
    #expect(result.code == 65)
    for message in [
      "codes.csv:4:code: error", "codes.csv:2:parent: error", "codes.csv:5:parent: warning",
      "texts.csv:1:title: error",
    ] {
      #expect(result.error.contains(message), "\(result.error)")
    }
  }

  @Test func hugeAndOddTextsDoNoHarm() throws {
    let huge = String(repeating: "Rohrleitung ", count: 200_000)
    let result = try run("id,title\na,\(huge)\nb,\u{202E}🙂\u{0}x\n")
    #expect(result.code == 65)
    #expect(result.error.contains("texts.csv:3:: error"))
    let whole = try run("id,title\na,\(huge)\nb,🙂\n")
    #expect(whole.code == 0)
    #expect(whole.out.contains("a,1,44160000,"))
  }

  @Test func missingFilesAndWrongWordsHaveTheirCodes() throws {
    #expect(try run("id,title\n", ["--examples", folder.path("no.csv")]).code == 66)
    #expect(try run("id,title\n", ["--top", "0"]).code == 64)
    #expect(try run("id,title\n", ["--lang", "fr"]).code == 64)
  }
}
