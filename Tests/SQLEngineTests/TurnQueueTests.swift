// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import SQLEngine

@Suite struct TurnQueueTests {
  @Test func turnsAreGivenInTheOrderOfAsking() {
    var queue = TurnQueue(limit: 2)
    let answers = (1...5).map { queue.ask($0) }
    #expect(answers == [.goes, .goes, .waits, .waits, .waits])
    // Only who waits can leave, and only once.
    let leaving = [4, 4, 1].map { queue.leave($0) }
    #expect(leaving == [true, false, false])
    let next = (1...3).map { _ in queue.giveBack() }
    #expect(next == [3, 5, nil])
    let late = queue.ask(6)
    #expect(late == .goes)
  }

  @Test func closingSendsTheWaitingAwayAndLetsTheOthersFinish() {
    var queue = TurnQueue(limit: 1)
    let answers = (1...2).map { queue.ask($0) }
    #expect(answers == [.goes, .waits])
    let refused = queue.close()
    #expect(refused == [2])
    #expect(!queue.isDone)
    let late = queue.ask(3)
    #expect(late == .isClosed)
    let next = queue.giveBack()
    #expect(next == nil)
    #expect(queue.isDone)
  }

  /// Whatever happens in whatever order: never more than the limit, and nobody is forgotten.
  @Test func nobodyIsForgotten() {
    var generator = SeededGenerator(seed: 5)
    for limit in 1...4 {
      var queue = TurnQueue(limit: limit)
      var (going, waiting) = (Set<Int>(), [Int]())
      for number in 0..<2_000 {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0, 1:
          switch queue.ask(number) {
          case .goes: going.insert(number)
          case .waits: waiting.append(number)
          case .isClosed: Issue.record("the queue is open")
          }
        case 2:
          guard let done = going.min() else { continue }
          going.remove(done)
          if let next = queue.giveBack() {
            let first = waiting.removeFirst()
            #expect(next == first)
            going.insert(next)
          }
        default:
          guard let leaving = waiting.last else { continue }
          let hasLeft = queue.leave(leaving)
          #expect(hasLeft)
          waiting.removeLast()
        }
        #expect(going.count <= limit)
        #expect(waiting.isEmpty || going.count == limit)
      }
    }
  }
}
