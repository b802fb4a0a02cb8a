// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

/// A bounded run of what `make fuzz` does for as long as one likes.
struct PackageFuzzTests {
  @Test(.timeLimit(.minutes(2))) func brokenPackagesAreRead() throws {
    let fuzzing = PackageFuzzing(limit: 5)
    let started = ContinuousClock.now
    var seed: UInt64 = 1
    while seed <= 1500, ContinuousClock.now - started < .seconds(10) {
      do {
        try fuzzing.run(seed)
      } catch {
        Issue.record("Seed \(seed): \(error)")
      }
      seed += 1
    }
    #expect(seed > 20)
  }
}
