// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Synchronization
import Testing
import ValueChains

@testable import Resilience

@Suite struct DeterminismTests {
  private func results(_ chain: ValueChain, tasks: Int) async throws -> [String] {
    var request = Assessor.Request()
    request.disruptions = SurvivalTwinTests.disruptions(chain, seed: 5).map { disruption in
      Disruption(
        disruption.id,
        disruption.hits.map {
          Disruption.Hit($0.kind, $0.target, remaining: $0.remaining, recoveryDays: 20)
        })
    }
    request.horizon = 400
    request.phased = PeriodGrid(periodDays: 2, horizon: 20)
    request.stockValue = true
    request.lossRanges = true
    request.tasks = tasks
    let assessment = try await Assessor(FlowNetwork(chain), request).run()
    // `debugDescription` of a double shows every bit.
    return assessment.survival.map {
      "\($0.days) \(String(describing: $0.phased)) \($0.stockValues!)"
    }
      + assessment.recovery.map { "\($0.lostValue) \($0.exposureIndex) \($0.lost!)" }
  }

  @Test func theSameBitsForAnyNumberOfTasks() async throws {
    for seed in [500, 501, 502] {
      let chain = RandomChains.make(seed: seed, .init(hasStarLinks: true))
      let one = try await results(chain, tasks: 1)
      let again = try await results(chain, tasks: 1)
      let many = try await results(chain, tasks: 7)
      #expect(one == again)
      #expect(one == many)
    }
  }

  @Test func cancellingStops() async throws {
    let chain = RandomChains.make(seed: 503, .init())
    var request = Assessor.Request()
    request.disruptions = Disruption.each(.link, in: chain)
    let assessor = Assessor(FlowNetwork(chain), request, isCancelled: { true })
    await #expect(throws: ResilienceError.self) { try await assessor.run() }
  }

  @Test func progressReachesItsTotal() async throws {
    let chain = RandomChains.make(seed: 104, .init())
    var request = Assessor.Request()
    request.disruptions = Disruption.each(.site, in: chain)
    let last = Mutex<(done: Int, total: Int)>((0, 0))
    _ = try await Assessor(
      FlowNetwork(chain), request,
      progress: { progress in
        last.withLock { $0 = (max($0.done, progress.done), progress.total) }
      }
    ).run()
    last.withLock { #expect($0.done == $0.total && $0.total > 0) }
  }
}
