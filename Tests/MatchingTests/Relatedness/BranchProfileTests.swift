// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

@Suite struct BranchProfileTests {
  private let milling = BranchProfile.Making(process: 1, material: 2)
  private let sewing = BranchProfile.Making(process: 3, material: nil)

  private func randomFirms(_ random: inout SeededGenerator, _ count: Int) -> [BranchProfile.Firm] {
    (0..<count).map { _ in
      let divisions = ["13", "24", "25", "28", "46"].filter { _ in random.chance(oneIn: 3) }
      var makings: [BranchProfile.Making: Double] = [:]
      for process in 0..<3 where random.chance(oneIn: 2) {
        let material = random.chance(oneIn: 3) ? nil : Int.random(in: 0..<2, using: &random)
        makings[.init(process: process, material: material)] =
          Double(Int.random(in: -1...4, using: &random)) / 2
      }
      return .init(divisions: Set(divisions), makings: makings)
    }
  }

  /// Shares as they are written down, firm by firm.
  @Test(arguments: 0..<20) func sharesAreWhatTheTwinSays(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let firms = randomFirms(&random, 60)
    let smoothing = Double(seed % 3) * 2 + 1
    let profile = BranchProfile(firms, smoothing: smoothing)
    let known = firms.filter { !$0.divisions.isEmpty }
    func part(_ firm: BranchProfile.Firm, _ division: String) -> Double {
      firm.divisions.contains(division) ? 1 / Double(firm.divisions.count) : 0
    }
    for making in Set(firms.flatMap(\.makings.keys)).sorted() {
      var sum = 0.0
      for division in ["13", "24", "25", "28", "46"] {
        let usual = known.reduce(0) { $0 + part($1, division) } / Double(known.count)
        let weights = known.map { max(0, $0.makings[making] ?? 0) }
        let own = zip(known, weights).reduce(0) { $0 + part($1.0, division) * $1.1 }
        let expected = (own + smoothing * usual) / (weights.reduce(0, +) + smoothing)
        let share = profile.share(of: division, given: making)
        #expect(abs(share - expected) < 1e-9)
        #expect(abs(profile.overallShare(of: division) - usual) < 1e-9)
        if usual > 0 {
          #expect(
            abs(profile.locationQuotient(of: division, given: making) - expected / usual) < 1e-9)
        }
        let prior = profile.prior(divisions: [division], given: making)
        #expect(prior >= 0 && prior < 1)
        sum += share
      }
      #expect(abs(sum - 1) < 1e-9)
    }
  }

  @Test func whatABranchUsuallyDoesSpeaksForIt() {
    let firms =
      (0..<40).map { _ in BranchProfile.Firm(divisions: ["25"], makings: [milling: 1]) }
      + (0..<40).map { _ in BranchProfile.Firm(divisions: ["13"], makings: [sewing: 1]) }
    let profile = BranchProfile(firms)
    #expect(profile.share(of: "25", given: milling) == 42.5 / 45)
    #expect(profile.prior(divisions: ["25"], given: milling) > 0.6)
    #expect(profile.prior(divisions: ["13"], given: milling) < 0.15)
    #expect(profile.prior(divisions: ["13", "25"], given: milling) > 0.6)
    #expect(profile.outstanding(given: milling).map(\.division) == ["25"])
    #expect(profile.reason(division: "25", given: milling).german.contains("1,9-mal"))
    // Nothing known says nothing.
    let unknown = BranchProfile.Making(process: 9, material: 9)
    #expect(profile.prior(divisions: ["25"], given: unknown) == 0.5)
    #expect(profile.prior(divisions: ["99"], given: milling) == 0.5)
    #expect(profile.prior(divisions: [], given: milling) == 0.5)
    #expect(BranchProfile([]).share(of: "25", given: milling) == 0)
  }

  @Test func onceIsNotUsual() {
    var firms = (0..<98).map { _ in BranchProfile.Firm(divisions: ["46"], makings: [:]) }
    firms += [
      .init(divisions: ["13"], makings: [milling: 1]), .init(divisions: ["25"], makings: [:]),
    ]
    let profile = BranchProfile(firms)
    #expect(profile.share(of: "13", given: milling) < 0.2)
    #expect(profile.share(of: "25", given: milling) > 0)
  }
}
