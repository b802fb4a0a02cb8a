// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Reconciliation

/// Pairs with what is known to be true of them.
struct Judgements {
  struct Pair {
    var first: String
    var second: String
    /// Names of the groups of records that must not be on both sides of a split.
    var groups: [String]
    var values: [Double]
    var isSame: Bool
  }

  var name: String
  var pairs: [Pair]
  /// How many true pairs there are, found by blocking or not.
  var truths: Int
  /// Whether each `first` has at most one partner, the best of which counts.
  var isBestOnly: Bool

  /// Account holders of the EU emissions trading register: two records of a cluster are one firm.
  static func duplicates(_ folder: String) throws -> Judgements {
    let table = try table(folder + "/eutl_holders_dev.csv")
    let clusters = table.rows.map { $0["cluster"] }
    let records = table.rows.map { row in
      PartyRecord(
        id: row["rec_id"], names: [row["name"]],
        street: PartyRecord.lines(row["street"], row["street2"]),
        postcode: PartyRecord.stated(row["postcode"]), city: PartyRecord.stated(row["city"]),
        country: PartyRecord.stated(row["country"]),
        registerCountry: PartyRecord.stated(row["register_country"]))
    }
    let pairs = JudgedPairs.duplicates(in: records).map { pair in
      Pair(
        first: records[pair.first].id, second: records[pair.second].id,
        groups: [clusters[pair.first], clusters[pair.second]], values: pair.values,
        isSame: clusters[pair.first] == clusters[pair.second])
    }
    let sizes = Dictionary(clusters.map { ($0, 1) }, uniquingKeysWith: +).values
    return Judgements(
      name: "duplicates", pairs: pairs, truths: sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 },
      isBestOnly: false)
  }

  /// Lists of associations against a register.
  static func register(_ folder: String) throws -> Judgements {
    let register = try table(folder + "/assoc_registry_dev.csv")
    let list = try table(folder + "/assoc_lists_dev.csv")
    func records(_ table: DelimitedTable, _ id: String) -> [PartyRecord] {
      table.rows.map { row in
        PartyRecord(
          id: row[id], names: [row["name"]], street: PartyRecord.stated(row["street"]),
          postcode: PartyRecord.stated(row["postcode"]), city: PartyRecord.stated(row["city"]))
      }
    }
    let (entries, rows) = (records(register, "reg_id"), records(list, "rec_id"))
    let pairs = JudgedPairs.candidates(of: rows, in: entries).map { pair in
      let row = list.rows[pair.first]
      return Pair(
        first: rows[pair.first].id, second: entries[pair.second].id,
        groups: [row["truth_company"]], values: pair.values,
        isSame: row["truth_reg_id"] == entries[pair.second].id)
    }
    return Judgements(
      name: "register", pairs: pairs, truths: list.rows.count { $0["truth_reg_id"] != "NEW" },
      isBestOnly: true)
  }

  /// Reads `path`, or `path.gz`.
  private static func table(_ path: String) throws -> DelimitedTable {
    if let data = FileManager.default.contents(atPath: path) {
      return DelimitedTable(DecodedText([UInt8](data)))
    }
    guard let data = FileManager.default.contents(atPath: path + ".gz") else {
      throw TrainingError("\(path) cannot be read, nor \(path).gz")
    }
    return DelimitedTable(DecodedText(try GzipText.unpack([UInt8](data))))
  }
}
