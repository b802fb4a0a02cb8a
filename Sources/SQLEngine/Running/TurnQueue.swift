// SPDX-License-Identifier: Apache-2.0

/// Who may go next: a pure state machine of turns that are taken, waited for in order, and given back.
///
/// It holds no clock and no task; ``Turns`` adds those.
struct TurnQueue {
  /// What becomes of somebody who asks.
  enum Answer: Equatable {
    case goes, waits, isClosed
  }

  private let limit: Int
  private var taken = 0
  /// Numbers of those who wait, first come first.
  private var waiting: [Int] = []
  private var isClosed = false

  init(limit: Int) { self.limit = limit }

  /// Whether everything was given back after closing.
  var isDone: Bool { isClosed && taken == 0 }

  mutating func ask(_ number: Int) -> Answer {
    guard !isClosed else { return .isClosed }
    guard taken < limit else {
      waiting.append(number)
      return .waits
    }
    taken += 1
    return .goes
  }

  /// A turn is given back; gives the number of who has it now.
  mutating func giveBack() -> Int? {
    precondition(taken > 0, "Only a turn that was taken is given back")
    guard !waiting.isEmpty else {
      taken -= 1
      return nil
    }
    return waiting.removeFirst()
  }

  /// Somebody no longer waits; false where the turn was given before.
  mutating func leave(_ number: Int) -> Bool {
    guard let index = waiting.firstIndex(of: number) else { return false }
    waiting.remove(at: index)
    return true
  }

  /// No more turns; gives the numbers of those who wait in vain.
  mutating func close() -> [Int] {
    isClosed = true
    defer { waiting = [] }
    return waiting
  }
}
