// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// A bounded number of turns, handed out in the order they were asked for, each after a bounded wait.
final class Turns: Sendable {
  private struct State {
    var queue: TurnQueue
    var nextNumber = 0
    var waiters: [Int: CheckedContinuation<DatabaseError.Code?, Never>] = [:]
    /// Those who were cancelled before they could wait.
    var left: Set<Int> = []
    var closers: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let wait: Duration
  private let place: String

  init(_ limit: Int, wait: Duration, place: String) {
    state = Mutex(State(queue: TurnQueue(limit: limit)))
    self.wait = wait
    self.place = place
  }

  /// Takes a turn, to be given back by ``giveBack()``.
  ///
  /// - Throws: ``DatabaseError`` with the code `busy`, `closed` or `interrupted`.
  func take() async throws(DatabaseError) {
    let number = state.withLock { state in
      state.nextNumber += 1
      return state.nextNumber
    }
    let refusal = await withTaskCancellationHandler {
      await withCheckedContinuation { start(number, $0) }
    } onCancel: {
      end(number, .interrupted)
    }
    state.withLock { _ = $0.left.remove(number) }
    if let refusal { throw .of(refusal, place) }
  }

  func giveBack() {
    let (next, closers) = state.withLock { state in
      let next = state.queue.giveBack().flatMap { state.waiters.removeValue(forKey: $0) }
      var closers: [CheckedContinuation<Void, Never>] = []
      if state.queue.isDone { swap(&closers, &state.closers) }
      return (next, closers)
    }
    next?.resume(returning: nil)
    for closer in closers { closer.resume() }
  }

  /// Refuses new turns and waits until those taken were given back.
  func close() async {
    let refused = state.withLock { state in
      state.queue.close().compactMap { state.waiters.removeValue(forKey: $0) }
    }
    for waiter in refused { waiter.resume(returning: .closed) }
    await withCheckedContinuation { closer in
      let isDone = state.withLock { state in
        if !state.queue.isDone { state.closers.append(closer) }
        return state.queue.isDone
      }
      if isDone { closer.resume() }
    }
  }

  private func start(
    _ number: Int, _ waiter: CheckedContinuation<DatabaseError.Code?, Never>
  ) {
    let answer: TurnQueue.Answer? = state.withLock { state in
      guard !state.left.contains(number) else { return nil }
      let answer = state.queue.ask(number)
      if answer == .waits { state.waiters[number] = waiter }
      return answer
    }
    switch answer {
    case nil: waiter.resume(returning: .interrupted)
    case .goes: waiter.resume(returning: nil)
    case .isClosed: waiter.resume(returning: .closed)
    case .waits:
      DispatchQueue.global().asyncAfter(deadline: .now() + wait.seconds) { [weak self] in
        self?.end(number, .busy)
      }
    }
  }

  /// Ends the waiting of somebody who has no turn yet.
  private func end(_ number: Int, _ code: DatabaseError.Code) {
    let waiter = state.withLock { state in
      guard state.queue.leave(number) else {
        if code == .interrupted { state.left.insert(number) }
        return nil as CheckedContinuation<DatabaseError.Code?, Never>?
      }
      return state.waiters.removeValue(forKey: number)
    }
    waiter?.resume(returning: code)
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
