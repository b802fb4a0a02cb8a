// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Synchronization

/// Progress on standard error: a bar on a terminal, otherwise a line whenever some seconds passed.
enum Progress {
  fileprivate struct State {
    var isBarOpen = false
    var shown = -1
    var step = ""
    var lastLine = ContinuousClock.now
  }

  /// Where nobody watches, short work is silent.
  fileprivate static let pause = Duration.seconds(3)

  fileprivate static let state = Mutex(State())

  static func show(_ step: LocalizedText, _ done: Int, _ total: Int, _ language: Language) {
    guard total > 0 else { return }
    let percent = done * 100 / total
    let step = step[language]
    state.withLock { state in
      if state.step != step { (state.step, state.shown) = (step, -1) }
      guard percent > state.shown else { return }
      state.shown = percent
      if Terminal.isErrorATerminal {
        let filled = percent * 24 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let text = "\r\u{1B}[K\(step) \(bar) \(done)/\(total)"
        FileHandle.standardError.write(Data(text.utf8))
        state.isBarOpen = true
        if done == total { close(&state) }
      } else {
        guard ContinuousClock.now - state.lastLine >= pause else { return }
        state.lastLine = ContinuousClock.now
        Terminal.error("\(step): \(done)/\(total)")
      }
    }
  }

  /// Ends a bar that was left open.
  static func finish() {
    state.withLock { close(&$0) }
  }

  private static func close(_ state: inout State) {
    if state.isBarOpen {
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
      state.isBarOpen = false
    }
  }
}

/// Ctrl-C asks the work to stop; a second one ends the program at once.
enum Interruption {
  fileprivate static let isAsked = Atomic<Bool>(false)

  static var wasAsked: Bool { isAsked.load(ordering: .relaxed) }

  static func watch() {
    for number in [SIGINT, SIGTERM] { signal(number, ask) }
  }

  private static let ask: @convention(c) (Int32) -> Void = { number in
    if Interruption.isAsked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
  }
}

extension Progress {
  /// Work whose length is not known: how much is done, every few seconds or in place on a terminal.
  static func count(_ step: LocalizedText, _ done: Int, _ language: Language) {
    guard done > 0 else { return }
    let text = "\(step[language]): \(language.number(Double(done), fractionDigits: 0))"
    state.withLock { state in
      guard
        ContinuousClock.now - state.lastLine
          >= (Terminal.isErrorATerminal ? .milliseconds(100) : pause)
      else { return }
      state.lastLine = ContinuousClock.now
      if Terminal.isErrorATerminal {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
        state.isBarOpen = true
      } else {
        Terminal.error(text)
      }
    }
  }
}
