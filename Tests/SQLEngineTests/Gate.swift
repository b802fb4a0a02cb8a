// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Something a test waits for: on a thread of an engine, or in a task.
final class Gate: Sendable {
  private let group = DispatchGroup()

  init() { group.enter() }

  /// Opens it for everybody; once.
  func open() { group.leave() }

  /// Blocks the thread until it is open, at most a quarter of an hour: other tests may keep
  /// all of Swift's threads busy.
  func wait() {
    precondition(group.wait(timeout: .now() + 900) == .success, "A gate of a test is opened")
  }

  func opened() async {
    await withCheckedContinuation { waiting in
      group.notify(queue: .global()) { waiting.resume() }
    }
  }
}
