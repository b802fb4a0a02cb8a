// SPDX-License-Identifier: Apache-2.0

/// One search over windows of documents; see ``TextIndex/search(_:limit:_:)``.
struct WindowSearch {
  /// By bound, lowest first.
  private let terms: [WeighedQuery.Term]
  private let starts: [Int]
  private let ends: [Int]
  /// The sum of the bounds of the first so many terms.
  private let boundSums: [UInt32]
  /// How many postings of the first so many terms fall into a window, about.
  private let postingSums: [Int]

  /// Looking a document up in a list takes as long as adding up so many postings.
  private static let lookUpCost = 24

  init(_ query: WeighedQuery, _ index: TextIndex) {
    terms = query.terms.sorted { ($0.bound, $0.id) < ($1.bound, $1.id) }
    let ranges = terms.map { index.lists.range(of: $0.id) }
    starts = ranges.map(\.lowerBound)
    ends = ranges.map(\.upperBound)
    var bounds: [UInt32] = [0]
    var postings = [0]
    for (term, range) in zip(terms, ranges) {
      bounds.append(bounds[bounds.count - 1] + term.bound)
      postings.append(postings[postings.count - 1] + range.count)
    }
    boundSums = bounds
    let windows = index.documents.keys.count / SearchWorkspace.window + 1
    postingSums = postings.map { $0 / windows }
  }

  func run(_ index: TextIndex, _ work: inout SearchWorkspace) {
    work.cursors = starts
    // The first terms alone lift no document among the best.
    var optional = 0
    while true {
      while optional < terms.count, boundSums[optional + 1] < work.best.threshold { optional += 1 }
      guard let first = nextDocument(from: optional, index.lists.arena.span, work.cursors) else {
        return
      }
      let base = first & ~(SearchWorkspace.window - 1)
      for at in optional..<terms.count { add(at, base, index, &work) }
      work.candidates(reaching: work.best.threshold, with: boundSums[optional])
      if work.candidates.count * optional * Self.lookUpCost < postingSums[optional] {
        lookUp(optional, base, index, &work)
      } else {
        for at in 0..<optional { add(at, base, index, &work) }
        work.candidates(reaching: work.best.threshold, with: 0)
      }
      offer(base, index, &work)
    }
  }

  /// The first document that a needed list still has.
  private func nextDocument(from optional: Int, _ arena: Span<Posting>, _ cursors: [Int]) -> Int? {
    var first: UInt32?
    for at in optional..<terms.count where cursors[at] < ends[at] {
      let document = arena[cursors[at]].document
      first = min(first ?? document, document)
    }
    return first.map(Int.init)
  }

  /// Adds up one list within the window.
  private func add(_ at: Int, _ base: Int, _ index: TextIndex, _ work: inout SearchWorkspace) {
    let arena = index.lists.arena.span
    let start = UInt64(base) << 32
    let end = UInt64(base + SearchWorkspace.window) << 32
    let value = terms[at].value
    let last = ends[at]
    var place = work.cursors[at]
    if place < last, arena[place].bits < start {
      place = Self.firstPlace(start, arena, place, last)
    }
    precondition(last <= arena.count && work.points.count == SearchWorkspace.window)
    var points = work.points.mutableSpan
    // `place` stays below `last`, and the mask keeps documents within the window, both checked above.
    while place < last {
      let posting = unsafe arena[unchecked: place]
      guard posting.bits < end else { break }
      let local = Int(posting.document) & (SearchWorkspace.window - 1)
      unsafe points[unchecked: local] &+= posting.points(value)
      place += 1
    }
    work.cursors[at] = place
  }

  /// Completes the candidates from the lists not added up, the strongest first; those that cannot
  /// be among the best any more are left.
  private func lookUp(
    _ optional: Int, _ base: Int, _ index: TextIndex, _ work: inout SearchWorkspace
  ) {
    let arena = index.lists.arena.span
    let threshold = work.best.threshold
    for at in (0..<optional).reversed() {
      if work.candidates.isEmpty { return }
      var place = work.cursors[at]
      var kept = 0
      for local in work.candidates {
        let document = base + Int(local)
        place = Self.firstPlace(UInt64(document) << 32, arena, place, ends[at])
        if place < ends[at], Int(arena[place].document) == document {
          work.points[Int(local)] += arena[place].points(terms[at].value)
        }
        guard work.points[Int(local)] + boundSums[at] >= threshold else { continue }
        work.candidates[kept] = local
        kept += 1
      }
      work.candidates.removeLast(work.candidates.count - kept)
      work.cursors[at] = place
    }
  }

  /// The candidates become the best where they are, and the window is cleared.
  private func offer(_ base: Int, _ index: TextIndex, _ work: inout SearchWorkspace) {
    for local in work.candidates {
      let points = work.points[Int(local)]
      let document = base + Int(local)
      guard points >= work.best.threshold, index.documents.isAlive[document] else { continue }
      work.best.offer(.init(points: points, document: UInt32(document)), index.documents.keys)
    }
    var points = work.points.mutableSpan
    points.update(repeating: 0)
  }

  /// The first place of a posting not below a target: steps that double, then halving.
  private static func firstPlace(
    _ target: UInt64, _ arena: Span<Posting>, _ start: Int, _ end: Int
  ) -> Int {
    var low = start
    var step = 1
    while low + step < end, arena[low + step].bits < target {
      low += step
      step *= 2
    }
    var high = min(end, low + step)
    // Everything before low is below the target; from high on nothing is.
    while low < high {
      let middle = low + (high - low) / 2
      if arena[middle].bits < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
