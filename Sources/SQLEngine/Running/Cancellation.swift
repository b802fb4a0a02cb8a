// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// Carries the wish to stop from a cancelled task to the thread that runs its statements.
final class Cancellation: Sendable {
  private struct State {
    var isAsked = false
    var interrupt: (@Sendable () -> Void)?
  }

  private let asked = Atomic<Bool>(false)
  private let state = Mutex(State())
  private static let pause = DispatchTimeInterval.milliseconds(100)

  var isAsked: Bool { asked.load(ordering: .relaxed) }

  func ask() {
    asked.store(true, ordering: .relaxed)
    let isRunning = state.withLock { state in
      state.isAsked = true
      return state.interrupt != nil
    }
    if isRunning { interruptUntilDone() }
  }

  /// Names how to interrupt the statement that runs, until ``ends()``. It is called on another
  /// thread, again and again: an interruption that comes between two statements is lost.
  func begins(_ interrupt: @Sendable @escaping () -> Void) {
    let isAsked = state.withLock { state in
      state.interrupt = interrupt
      return state.isAsked
    }
    if isAsked { interruptUntilDone() }
  }

  /// After this no interruption happens: the connection may serve somebody else.
  func ends() {
    state.withLock { $0.interrupt = nil }
  }

  private func interruptUntilDone() {
    DispatchQueue.global().async { [self] in
      let isDone = state.withLock { state in
        state.interrupt?()
        return state.interrupt == nil
      }
      guard !isDone else { return }
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.pause) { [self] in
        interruptUntilDone()
      }
    }
  }
}
