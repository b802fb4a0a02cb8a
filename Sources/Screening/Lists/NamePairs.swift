// SPDX-License-Identifier: Apache-2.0
import Localization

/// Pairs of names to be judged: a CSV file with the columns `query`, `candidate` and, where it is
/// there, `schema`. No other column is looked at.
public struct NamePairs: Sendable {
  public struct Pair: Sendable, Hashable {
    public let query: String
    public let candidate: String
    public let kind: SubjectKind
    public let line: Int
  }

  public private(set) var pairs: [Pair] = []
  public private(set) var faults: [ListFault] = []

  /// Never throws: what is wrong stands in `faults`, with its line.
  public init(_ bytes: [UInt8]) {
    guard bytes.count <= ListLimits.fileBytes else {
      faults = [ListFault(.wholeFile, line: 0, ListLimits.fileTooLarge)]
      return
    }
    var table = ListTable(bytes)
    guard table.has("query"), table.has("candidate") else {
      faults = [
        ListFault(
          .wholeFile, line: 1,
          LocalizedText(
            de: "Erwartet werden die Spalten „query“ und „candidate“, dazu „schema“.",
            en: "Expected are the columns “query” and “candidate”, and “schema”."))
      ]
      return
    }
    while table.next() {
      let (query, candidate) = (table.cell("query"), table.cell("candidate"))
      for (column, name) in [("query", query), ("candidate", candidate)]
      where name.utf8.count > ListLimits.nameBytes {
        faults.append(
          ListFault(
            .entryRefused, line: table.line, column: column, ListLimits.nameTooLong(name)))
      }
      guard max(query.utf8.count, candidate.utf8.count) <= ListLimits.nameBytes else { continue }
      pairs.append(
        Pair(
          query: query, candidate: candidate, kind: SubjectKind(schema: table.cell("schema")),
          line: table.line))
    }
    faults += table.faults
    faults.sort { $0.line < $1.line }
  }
}
