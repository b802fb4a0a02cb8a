// SPDX-License-Identifier: Apache-2.0
import AccessControl
import Foundation
import Testing
import TragwerkTesting

/// The reviewed page says what the rules say.
@Suite("The access matrix")
struct MatrixTests {
  private static let page = Checkout.path("Documentation/Access-matrix.md")

  /// Written anew with `TRAGWERK_REVIEW=write`; whoever changes a rule reads the difference.
  @Test func thePageIsThatOfTheRules() throws {
    let made = AccessMatrix().markdown()
    if ProcessInfo.processInfo.environment["TRAGWERK_REVIEW"] == "write" {
      try made.write(toFile: Self.page, atomically: true, encoding: .utf8)
    }
    let reviewed = try String(contentsOfFile: Self.page, encoding: .utf8)
    #expect(reviewed == made, "rules changed: look at them again and write the page anew")
  }

  @Test func everyQuestionHasItsLine() {
    let lines = AccessMatrix().markdown().split(separator: "\n")
    let asked = ObjectKind.allCases.reduce(0) { $0 + $1.groups.count * Action.allCases.count }
    let width = Role.allCases.count + 2
    let rows = lines.filter { $0.hasPrefix("|") && $0.count { $0 == "|" } == width + 1 }
    // A heading and a rule of dashes for each kind.
    #expect(rows.count == asked + 2 * ObjectKind.allCases.count)
  }

  @Test func everythingHasWordsInBothLanguages() {
    let labels =
      Role.allCases.map(\.label) + Action.allCases.map(\.label) + Purpose.allCases.map(\.label)
      + ObjectKind.allCases.map(\.label) + FieldGroup.allCases.map(\.label)
      + Sensitivity.allCases.map(\.label) + ReleasedTo.allCases.map(\.label)
      + ObjectState.allCases.map(\.label) + Visibility.allCases.map(\.label)
      + Decision.Denial.allCases.map(\.label)
      + RuleTable.all.flatMap { [$0.conditionLabel, $0.purposeLabel] }
    for label in labels { #expect(!label.german.isEmpty && !label.english.isEmpty) }
  }
}
