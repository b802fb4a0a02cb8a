// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// A bounded number of turns, handed out in the order they were asked for, each after a bounded wait.
///
/// A turn passes from one thread of an engine to the next without Swift's own threads, which may be
/// busy computing for longer than anybody should wait for a database.
final class Turns: Sendable {
  /// Is told that it may go (nil), or why not.
  private typealias Waiter = @Sendable (DatabaseError.Code?) -> Void

  private struct State {
    var queue: TurnQueue
    var nextNumber = 0
    var waiters: [Int: Waiter] = [:]
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

  /// Starts work when its turn has come; the turn is over when the work reports its result.
  ///
  /// - Returns: The result, or a ``DatabaseError`` with the code `busy`, `closed` or `interrupted`.
  func run<R: Sendable>(
    _ work:
      @Sendable @escaping (
        _ done: @Sendable @escaping (Result<R, TransactionFailure>) -> Void
      ) -> Void
  ) async -> Result<R, TransactionFailure> {
    let number = state.withLock { state in
      state.nextNumber += 1
      return state.nextNumber
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation {
        (finished: CheckedContinuation<Result<R, TransactionFailure>, Never>) in
        ask(number) { [self] refusal in
          if let refusal {
            let error = DatabaseError.of(refusal, place)
            return finished.resume(returning: .failure(TransactionFailure(error)))
          }
          work { [self] result in
            giveBack()
            finished.resume(returning: result)
          }
        }
      }
    } onCancel: {
      end(number, .interrupted)
    }
    state.withLock { _ = $0.left.remove(number) }
    return result
  }

  private func giveBack() {
    let (next, closers) = state.withLock { state in
      let next = state.queue.giveBack().flatMap { state.waiters.removeValue(forKey: $0) }
      var closers: [CheckedContinuation<Void, Never>] = []
      if state.queue.isDone { swap(&closers, &state.closers) }
      return (next, closers)
    }
    next?(nil)
    for closer in closers { closer.resume() }
  }

  /// Refuses new turns and waits until those taken were given back.
  func close() async {
    let refused = state.withLock { state in
      state.queue.close().compactMap { state.waiters.removeValue(forKey: $0) }
    }
    for waiter in refused { waiter(.closed) }
    await withCheckedContinuation { closer in
      let isDone = state.withLock { state in
        if !state.queue.isDone { state.closers.append(closer) }
        return state.queue.isDone
      }
      if isDone { closer.resume() }
    }
  }

  private func ask(_ number: Int, _ waiter: @escaping Waiter) {
    let answer: TurnQueue.Answer? = state.withLock { state in
      guard !state.left.contains(number) else { return nil }
      let answer = state.queue.ask(number)
      if answer == .waits { state.waiters[number] = waiter }
      return answer
    }
    switch answer {
    case nil: waiter(.interrupted)
    case .goes: waiter(nil)
    case .isClosed: waiter(.closed)
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
        return nil as Waiter?
      }
      return state.waiters.removeValue(forKey: number)
    }
    waiter?(code)
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
