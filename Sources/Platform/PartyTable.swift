// SPDX-License-Identifier: Apache-2.0
import Localization
import Reconciliation
import ValueChains

/// Organisations of a CSV file, as they are compared.
///
/// Read are the columns of `columns` and no other, so that an answer written into a file can never
/// reach a judgement. The file may be packed with gzip.
struct PartyTable {
  let records: [PartyRecord]

  /// - Parameter idColumn: whose cells name the records; each must be there once.
  init(_ path: String, idColumn: String) throws(PlatformError) {
    var reader = try PartyTableReader(path: path, idColumn: idColumn)
    records = reader.read()
    guard !reader.findings.hasErrors else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "\(path) lässt sich so nicht verwenden; alle Fehler stehen oben.",
          en: "\(path) cannot be used as it is; all faults are listed above."),
        findings: reader.findings)
    }
  }
}
