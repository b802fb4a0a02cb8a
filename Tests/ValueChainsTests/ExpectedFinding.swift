// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting
import ValueChains

/// A finding as a test writes it down: where it stands and what of the text matters.
struct ExpectedFinding: Equatable, CustomStringConvertible {
  var code: Finding.Code
  var severity: Finding.Severity = .error
  var table: String
  var row = 0
  var column = ""
  var key = ""

  init(
    _ code: Finding.Code, _ table: String, _ row: Int = 0, _ column: String = "", key: String = ""
  ) {
    self.init(code, .error, table, row, column, key: key)
  }

  init(
    _ code: Finding.Code, _ severity: Finding.Severity, _ table: String, _ row: Int = 0,
    _ column: String = "", key: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.table = table
    self.row = row
    self.column = column
    self.key = key
  }

  init(_ finding: Finding) {
    self.init(
      finding.code, finding.severity, finding.table, finding.row, finding.column, key: finding.key)
  }

  var description: String { "\(severity) \(code) \(table):\(row):\(column) [\(key)]" }
}

/// Expects these findings and no others, in this order, each worded in both languages.
func expect(
  _ package: PackageText, finds expected: [ExpectedFinding],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let reading = try package.read()
  let found = reading.findings.map(ExpectedFinding.init)
  // The differences, rather than two long lists.
  #expect(found.filter { !expected.contains($0) } == [], sourceLocation: sourceLocation)
  #expect(expected.filter { !found.contains($0) } == [], sourceLocation: sourceLocation)
  #expect(found == expected, sourceLocation: sourceLocation)
  for finding in reading.findings {
    let (german, english) = (finding.message.german, finding.message.english)
    #expect(!german.isEmpty && !english.isEmpty, sourceLocation: sourceLocation)
    #expect(german != english, sourceLocation: sourceLocation)
  }
}
