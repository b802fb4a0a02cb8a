// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import NeedLists
import Testing
import TragwerkTesting
import Vocabulary

@testable import Matching

/// Twenty worked needs on three hundred fictional firms: who is found, who is left out and why, and
/// every sentence, as reviewed.
@Suite("The demonstration register")
struct IndustryRegisterTests {
  private static let day = CalendarDay("2026-12-01")!

  /// What the truth of the example says about a need and a firm.
  private struct Grade {
    let state: String
    let gap: String
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](
      try Data(
        contentsOf: Checkout.url.appendingPathComponent("Examples/industry-register/\(name)")))
  }

  private static let worked: [(need: Need, matches: [Match])] = {
    do {
      let firms = SupplierList(try bytes("firms.csv"), file: "firms.csv")
      let needs = NeedList(try bytes("needs.csv"), file: "needs.csv")
      precondition(firms.findings.isEmpty && needs.findings.isEmpty)
      var index = MatchIndex(.builtIn)
      index.put(firms.suppliers)
      return needs.rows.map { row in
        let need = Need.make(row.values, id: row.key).need
        return (need, index.matches(for: need, MatchOptions(day: day, limit: 300)))
      }
    } catch {
      preconditionFailure("the example can be read: \(error)")
    }
  }()

  private static let grades: [String: [String: Grade]] = {
    do {
      var grades: [String: [String: Grade]] = [:]
      for row in DelimitedTable(DecodedText(try bytes("grades.csv"))).rows {
        grades[row["need"], default: [:]][row["firm"]] = Grade(state: row["grade"], gap: row["gap"])
      }
      return grades
    } catch {
      preconditionFailure("the grades can be read: \(error)")
    }
  }()

  private static func grade(_ match: Match) -> String {
    grades[match.need]?[match.supplier]?.state ?? "excluded"
  }

  @Test(
    "fits: of the first five four are truly ready or mendable, of all such nine in ten are among twenty"
  )
  func ranking() {
    var five = 0.0
    var twenty = 0.0
    for (_, matches) in Self.worked {
      let isGood = matches.map { ["ready", "gap"].contains(Self.grade($0)) }
      five += Double(isGood.prefix(5).count { $0 }) / 5
      twenty += Double(isGood.prefix(20).count { $0 }) / Double(isGood.count { $0 })
    }
    let count = Double(Self.worked.count)
    #expect(Self.worked.count == 20)
    #expect(five / count >= 0.78)
    #expect(twenty / count >= 0.85)
  }

  @Test("a firm that is truly ready comes first or second in nineteen of twenty")
  func first() {
    let good = Self.worked.count { _, matches in
      matches.prefix(2).contains { ["ready", "gap"].contains(Self.grade($0)) }
    }
    #expect(good >= 19)
  }

  @Test("parts add up, and every match has three sentences in both languages")
  func parts() {
    for match in Self.worked.flatMap(\.matches) {
      #expect(abs(match.parts.reduce(0) { $0 + $1.points } - match.score) < 1e-9)
      #expect((0...100).contains(match.score))
      #expect(match.reasons.count == 3)
      #expect(match.reasons.allSatisfy { $0.german.hasSuffix(".") && $0.english.hasSuffix(".") })
    }
  }

  @Test("what lacks is named as the truth has it")
  func gaps() {
    var right = 0
    var all = 0
    for match in Self.worked.flatMap(\.matches) where match.state != .excluded {
      guard let grade = Self.grades[match.need]?[match.supplier], grade.state == "gap" else {
        continue
      }
      all += 1
      let found = match.path.steps.compactMap { step -> String? in
        switch step.lack {
        case .prerequisite: nil
        case .capacity: "no_capacity"
        default: step.code
        }
      }
      let truth = grade.gap.split(separator: "+").map(String.init)
        .filter { !$0.hasPrefix("missing_prerequisite") }
      if Set(found) == Set(truth) { right += 1 }
    }
    #expect(all >= 60)
    #expect(Double(right) >= 0.95 * Double(all))
  }

  @Test("traps: who only deals, or lies outside the radius, is excluded with the reason")
  func traps() throws {
    let rows = DelimitedTable(DecodedText(try Self.bytes("expectations.csv"))).rows
    var seen = 0
    for row in rows where row["expected"] == "excluded" {
      let match = try #require(
        Self.worked.first { $0.need.id == row["need"] }?.matches.first {
          $0.supplier == row["firm"]
        })
      #expect(!(match.state == .ready && Self.rank(match) == 1), "\(row["need"]) \(row["firm"])")
      if case .outsideRadius(let distance, let radius) = match.exclusion {
        #expect(distance > radius)
      }
      if match.state == .excluded { seen += 1 }
    }
    #expect(seen >= 50)
  }

  private static func rank(_ match: Match) -> Int {
    let matches = worked.first { $0.need.id == match.need }?.matches ?? []
    return (matches.firstIndex { $0.supplier == match.supplier } ?? -1) + 1
  }

  @Test("the first five of each need, sentence by sentence, as reviewed")
  func sentences() throws {
    var text = ""
    for (need, matches) in Self.worked {
      text += "# \(need.id) \(need.title)\n"
      for match in matches.prefix(5) {
        text += "\(match.supplier) \(match.name): \(match.state.rawValue) \(match.path.code)\n"
        for reason in match.reasons { text += "  \(reason.german)\n  \(reason.english)\n" }
      }
    }
    let url = Checkout.url.appendingPathComponent("Tests/MatchingTests/Reviewed/sentences.txt")
    if ProcessInfo.processInfo.environment["TRAGWERK_REVIEW"] == "write" {
      try Data(text.utf8).write(to: url)
    }
    let reviewed = try String(contentsOf: url, encoding: .utf8)
    #expect(text == reviewed, "Run with TRAGWERK_REVIEW=write, then review every changed sentence.")
  }
}
