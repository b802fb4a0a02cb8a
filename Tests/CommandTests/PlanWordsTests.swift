// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

/// Words of `plan` that mean nothing end with 64 and name the option.
@Suite struct PlanWordsTests {
  private static let chain = Checkout.path("Examples/field-hospital")
  private static let grid = ["--periods=3", "--period-days=30"]

  private func expectRefused(_ words: [String], naming option: String) throws {
    for language in ["en", "de"] {
      let result = try Command.run(
        ["plan", Self.chain, "--quiet", "--language", language] + words)
      #expect(result.code == 64, "\(words): \(result.code)")
      #expect(result.out.isEmpty)
      #expect(result.error.contains(option), "\(words): \(result.error)")
    }
  }

  @Test(arguments: [
    "--periods=0", "--periods=-1", "--periods=1e9", "--periods=1000000000", "--periods=nan",
    "--periods=2.5", "--periods=", "--periods=99999999999999999999",
  ])
  func periods(_ word: String) throws {
    try expectRefused([word, "--period-days=30"], naming: "--periods")
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "-inf", "ein"])
  func periodDays(_ value: String) throws {
    try expectRefused(["--periods=3", "--period-days=\(value)"], naming: "--period-days")
  }

  @Test(arguments: [
    (["--goal=most"], "--goal"), (["--goal", "most-output", "--sustain-from=1"], "--sustain-from"),
    (["--goal", "least-cost", "--sustain-from=1"], "--sustain-from"),
    (["--sustain-from=0"], "--sustain-from"), (["--sustain-from=-3"], "--sustain-from"),
    (["--sustain-from=nan"], "--sustain-from"), (["--sustain-from=91"], "--sustain-from"),
    (["--alternatives=-1"], "--alternatives"), (["--alternatives=nan"], "--alternatives"),
    (["--samples=-1"], "--samples"), (["--samples=1.5"], "--samples"), (["--seed=-1"], "--seed"),
    (["--gap=2"], "--gap"), (["--gap=-0.1"], "--gap"), (["--gap=nan"], "--gap"),
    (["--budget=-1"], "--budget"), (["--budget=nan"], "--budget"),
    (["--time-limit=0"], "--time-limit"), (["--time-limit=nan"], "--time-limit"),
    (["--solver=magic"], "--solver"), (["--planet"], "--planet"),
  ])
  func others(_ words: [String], _ option: String) throws {
    try expectRefused(Self.grid + words, naming: option)
  }

  @Test func theGridIsNeeded() throws {
    try expectRefused([], naming: "--period")
    try expectRefused(["--periods=3"], naming: "--period-days")
    try expectRefused(["--period-days=30"], naming: "--periods")
  }

  @Test func anUnknownDisruptionIs64() throws {
    try expectRefused(Self.grid + ["--disruption", "no-such-thing"], naming: "no-such-thing")
  }
}
