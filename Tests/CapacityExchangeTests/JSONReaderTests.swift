// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import CapacityExchange

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONReader.Problem) -> JSONNode {
    var reader = JSONReader(Array(text.utf8))
    return try reader.read()
  }

  @Test func valuesKeepTheirLine() throws {
    let root = try read(
      "{\n \"a\": [1,\n  {\"b\": \"x\\u00e4\\ud83d\\ude00\\n\"}],\n \"c\": -1.5e2}")
    let second = try #require(root["a"]?.elements?[1])
    #expect(second.line == 3)
    #expect(second["b"]?.text == "xä😀\n")
    guard case .number(-150) = root["c"]?.value else {
      Issue.record("a number was expected")
      return
    }
  }

  @Test(arguments: [
    "", "{", "[1,", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "[01]", "[1.]", "[.5]", "[1e]", "[+1]",
    "[\"\\x\"]", "[\"\\ud800\"]", "[\"\\ud800\\u0041\"]", "[\"\\u00g0\"]", "[\"\\u+123\"]", "nul",
    "[1] 2", "[\"a\nb\"]", "[\"a", "{\"a\":1,}", "[tru", "-", "[\"\\", "[\"\\u12",
  ])
  func brokenTextIsAProblem(_ text: String) {
    #expect(throws: JSONReader.Problem.self) { try read(text) }
  }

  @Test func thePlaceOfAProblemIsNamed() {
    do {
      _ = try read("{\"a\": [1,\n{\"b c\": tru}]}")
      Issue.record("this is no JSON")
    } catch {
      #expect(error.line == 2)
      #expect(error.path.text == "$.a[1]['b c']")
    }
  }

  @Test func deepNestingEndsInsteadOfTheProgram() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: JSONReader.Problem.self) { try read(deep) }
    let objects = String(repeating: "{\"a\":", count: 200_000)
    #expect(throws: JSONReader.Problem.self) { try read(objects) }
  }

  @Test func namesThatOccurTwiceAreKept() throws {
    var reader = JSONReader(Array("{\"a\": 1, \"b\": [{\"c\": 1, \"c\": 2}]}".utf8))
    _ = try reader.read()
    #expect(reader.repeated.map(\.path.text) == ["$.b[0].c"])
  }

  @Test func textsOfAFileAreShownWithoutControlCharacters() {
    #expect("a\u{1B}[31m\u{202E}b".shown == "a\u{FFFD}[31m\u{FFFD}b")
    #expect(String(repeating: "x", count: 500).shown.count == 81)
  }
}
