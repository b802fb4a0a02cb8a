// SPDX-License-Identifier: Apache-2.0
import Localization

extension ValueChain {
  /// Everything wrong or worth knowing in the content of the tables, in reading order.
  ///
  /// The checks are independent; each reads the chain and adds what it finds. Linear in the number
  /// of rows (cycles and reachability included).
  public func findings() -> [Finding] {
    let keys = KeyChecks(self)
    var findings = keys.findings()
    findings += choiceFindings()
    findings += provenanceFindings(keys)
    findings += disruptionFindings(keys)
    findings += recipeFindings(keys)
    findings += usageFindings(keys)
    findings += FlowChecks(self, keys).findings()
    return findings.inReadingOrder()
  }
}

extension TableContents {
  /// A finding at one row of this table.
  func finding(
    _ code: Finding.Code, _ severity: Finding.Severity, _ row: Int, _ column: ColumnName?,
    _ de: String,
    _ en: String
  ) -> Finding {
    Finding(
      code, severity, table: definition.name.rawValue, row: Int(lines[row]),
      column: column?.rawValue ?? "", key: key(row), LocalizedText(de: de, en: en))
  }
}
