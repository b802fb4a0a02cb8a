// SPDX-License-Identifier: Apache-2.0

/// The documents of a window that may be among the best.
struct WindowCandidates: Sendable {
  /// Places in the window, ascending: the first so many.
  private var found = [UInt16](repeating: 0, count: SearchWorkspace.window)
  private(set) var count = 0

  /// Documents asked about at once.
  private static let block = 16

  var places: ArraySlice<UInt16> { found[..<count] }

  /// Gathers the documents that have points and reach a threshold with so many more.
  ///
  /// - Parameter all: the points of the window's documents, below 2³¹.
  mutating func gather(_ all: [UInt32], reaching threshold: UInt32, with more: UInt32) {
    let least = more >= threshold ? 1 : threshold - more
    var count = 0
    let points = all.span
    var places = found.mutableSpan
    precondition(points.count == SearchWorkspace.window && places.count == points.count)
    // Blocks fill the window; at any place no more are found than were asked about before.
    for start in stride(from: 0, to: SearchWorkspace.window, by: Self.block) {
      // The highest bit is that of a difference below 0: almost always none reaches.
      var differences: UInt32 = 0
      for place in start..<start + Self.block {
        differences |= (least &- 1) &- (unsafe points[unchecked: place])
      }
      guard differences >> 31 != 0 else { continue }
      for place in start..<start + Self.block {
        unsafe places[unchecked: count] = UInt16(truncatingIfNeeded: place)
        count &+= (unsafe points[unchecked: place]) >= least ? 1 : 0
      }
    }
    self.count = count
  }

  /// Drops those that do not reach a threshold with so many more points.
  mutating func sift(_ all: [UInt32], reaching threshold: UInt32, with more: UInt32) {
    let least = more >= threshold ? 1 : threshold - more
    let before = count
    var kept = 0
    let points = all.span
    var places = found.mutableSpan
    precondition(points.count == SearchWorkspace.window && before <= places.count)
    for at in 0..<before {
      let place = unsafe places[unchecked: at]
      unsafe places[unchecked: kept] = place
      kept &+= (unsafe points[unchecked: Int(place)]) >= least ? 1 : 0
    }
    count = kept
  }
}
