// SPDX-License-Identifier: Apache-2.0

/// Working memory of searches; one value a task.
public struct SearchWorkspace: Sendable {
  /// Points of the documents of one window, below 2³¹.
  var points = [UInt32](repeating: 0, count: Self.window)
  var candidates = WindowCandidates()
  /// How far each list is read.
  var cursors: [Int] = []
  var best = BestDocuments()

  /// Documents looked at together: their points stay in the fastest memory.
  static let window = 1 << 13

  public init() {}
}
