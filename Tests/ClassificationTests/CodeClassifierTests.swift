// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Classification

@Suite struct CodeClassifierTests {
  static let entries = [
    CodeEntry("44000000", level: "division", labels: ["Baukonstruktionen"]),
    CodeEntry("44100000", parent: "44000000", labels: ["Baustoffe"]),
    CodeEntry("44110000", parent: "44100000", labels: ["Ziegel und Fliesen"]),
    CodeEntry("44160000", parent: "44100000", labels: ["Rohrleitungen, Rohre"]),
    CodeEntry("90000000", level: "division", labels: ["Abwasser, Reinigung"]),
    CodeEntry("90900000", parent: "90000000", labels: ["Reinigungsdienste"]),
  ]

  @Test func wordsFindTheirCodeAndAreNamed() {
    let found = CodeClassifier(Self.entries).rank(
      TextToClassify("Verlegung einer Rohrleitung"), limit: 3)
    #expect(found.first?.code == "44160000")
    #expect(found.first?.words.first?.word == "Rohrleitung")
    let areShares = found.allSatisfy { $0.score > 0 && $0.score <= 1 }
    #expect(areShares)
  }

  @Test func phrasesAndExamplesAreFurtherEvidence() {
    let text = TextToClassify("Unterhaltspflege der Schulen")
    #expect(CodeClassifier(Self.entries).rank(text, limit: 1).first?.code != "90900000")
    let phrases = [
      CodedPhrase("Unterhaltspflege", .german, codes: ["909"]),
      CodedPhrase("Schulen", .english, codes: ["44110000"]),
    ]
    let taught = CodeClassifier(Self.entries, phrases: phrases).rank(text, limit: 1)
    #expect(taught.first?.code == "90900000")
    let example = CodedExample(
      TextToClassify("Unterhaltspflege Rathaus"), code: "90900000", further: ["44110000", "1"])
    let learned = CodeClassifier(Self.entries, examples: [example])
    let places = [3, 4, 5, 2]
    let before = CodeClassifier(Self.entries).scores(text)
    let after = learned.scores(text)
    let gains = places.map { after[$0] - before[$0] }
    // The code itself most, the further one less, the division above, the others nothing.
    #expect(gains[2] > gains[3] && gains[3] > 0 && gains[1] > 0 && gains[2] > gains[1])
  }

  @Test func nothingIsSaidAboutNothing() {
    let classifier = CodeClassifier(Self.entries)
    for text in ["", "und der die", "🙂", "xqz"] {
      #expect(classifier.rank(TextToClassify(text), limit: 5).isEmpty)
    }
    #expect(CodeClassifier([]).rank(TextToClassify("Rohr"), limit: 5).isEmpty)
    let scores = classifier.scores(TextToClassify("", rest: "Rohr"))
    #expect(scores.count == Self.entries.count)
    #expect(scores.reduce(0, +).isFinite)
  }

  /// The order of rows changes no score.
  @Test func orderOfCodesChangesNothing() {
    let text = TextToClassify("Rohre und Fliesen", rest: "Reinigung der Baustoffe")
    let one = CodeClassifier(Self.entries).rank(text, limit: 9)
    let other = CodeClassifier(Self.entries.reversed()).rank(text, limit: 9)
    #expect(Set(one) == Set(other))
  }

  @Test func treesComeFromParentsOrFromTheCodes() {
    let stated = CodeTree(Self.entries)
    #expect(stated.nodes[0] == [0, 0, 0, 0, 1, 1])
    #expect(stated.nodes[1] == [0, 1, 1, 1, 2, 3])
    #expect(stated.ancestors[3] == [1, 0])
    let bare = CodeTree(
      ["01.11.0", "01.13.1", "01.13.2", "25.62.0"].map { CodeEntry($0, labels: []) })
    #expect(bare.nodes == [[0, 0, 0, 1], [0, 0, 0, 1], [0, 1, 1, 2]])
  }

  @Test func sectionsAreNoDivisions() {
    let tree = CodeTree([
      CodeEntry("C", level: "section", labels: []), CodeEntry("24", parent: "C", labels: []),
      CodeEntry("25", parent: "C", labels: []), CodeEntry("25.6", parent: "25", labels: []),
    ])
    #expect(tree.nodes[0] == [0, 1, 2, 2])
  }

  @Test func circlesAreFoundOnce() {
    func entry(_ code: String, _ parent: String?) -> CodeEntry {
      CodeEntry(code, parent: parent, labels: [])
    }
    #expect(
      CodeTree.cycles([
        entry("a", "b"), entry("b", "a"), entry("c", "a"), entry("d", "d"), entry("e", nil),
        entry("f", "no"),
      ]) == [0, 3])
  }

  @Test(arguments: [
    ("25.62.0", [1]), ("25.62", [1]), ("25", [0, 1]), ("25.62.01", [1]), ("99", []), ("2", []),
    ("", []),
  ])
  func codesOfOtherDepthsAreFound(_ code: String, _ places: [Int]) {
    let finder = CodeFinder(["25.61.0", "25.62.0", "26.11.0"].map { CodeEntry($0, labels: []) })
    #expect(finder.places(code) == places)
  }
}
