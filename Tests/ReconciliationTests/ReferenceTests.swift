// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Reconciliation
import Testing
import TragwerkTesting

/// The judged development sets, where they lie beside the checkout. Models are trained on them, so
/// these figures only guard against breaking what was reached; honest ones are those out of fold.
@Suite("Reference figures", .enabled(if: SharedFolder.path("data/er") != nil))
struct ReferenceTests {
  private func table(_ name: String) throws -> DelimitedTable {
    let data = try #require(
      FileManager.default.contents(atPath: SharedFolder.file("data/er/\(name)")))
    let bytes = [UInt8](data)
    return DelimitedTable(DecodedText(GzipText.isGzip(bytes) ? try GzipText.unpack(bytes) : bytes))
  }

  private func record(_ row: DelimitedTable.Row, _ id: String) -> PartyRecord {
    PartyRecord(
      id: row[id], names: [row["name"]], street: PartyRecord.lines(row["street"], row["street2"]),
      postcode: PartyRecord.stated(row["postcode"]), city: PartyRecord.stated(row["city"]),
      country: PartyRecord.stated(row["country"]),
      registerCountry: PartyRecord.stated(row["register_country"]))
  }

  @Test("lists of associations against a register")
  func lists() async throws {
    let (register, list) = (try table("assoc_registry_dev.csv"), try table("assoc_lists_dev.csv"))
    let reconciler = Reconciler(register.rows.map { record($0, "reg_id") })
    let results = try await reconciler.reconcile(list.rows.map { record($0, "rec_id") }, limit: 1)
    var (hits, taken, truths, wrong, asked) = (0, 0, 0, 0, 0)
    for (row, result) in zip(list.rows, results) {
      let truth = row["truth_reg_id"]
      if truth != "NEW" { truths += 1 }
      if let best = result.best, best.probability >= 0.5 {
        taken += 1
        if best.id == truth { hits += 1 }
      }
      if result.decision == .link, result.best?.id != truth { wrong += 1 }
      if result.decision == .ask { asked += 1 }
    }
    let f1 = 2 * Double(hits) / Double(taken + truths)
    #expect(f1 >= 0.985, "F1 \(f1)")
    #expect(wrong <= 3)
    #expect(Double(asked) <= 0.1 * Double(list.rows.count))
  }

  @Test("duplicates of a register without numbers")
  func duplicates() async throws {
    let table = try table("eutl_holders_dev.csv.gz")
    let clusters = Dictionary(
      uniqueKeysWithValues: table.rows.map { ($0["rec_id"], $0["cluster"]) })
    let pairs = try await Deduplicator().pairs(of: table.rows.map { record($0, "rec_id") })
    let same = pairs.filter { $0.decision == .same }
    let hits = same.count { clusters[$0.first] == clusters[$0.second] }
    let f1 = 2 * Double(hits) / Double(same.count + 126)
    #expect(f1 >= 0.75, "F1 \(f1)")
  }
}
