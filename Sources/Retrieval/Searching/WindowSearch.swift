// SPDX-License-Identifier: Apache-2.0

/// One search over windows of documents; see ``TextIndex/search(_:limit:_:)``.
struct WindowSearch {
  /// By bound a posting, least first.
  private let terms: [WeighedQuery.Term]
  private let starts: [Int]
  private let ends: [Int]
  /// The sum of the bounds of the first so many terms.
  private let boundSums: [UInt32]
  /// How many postings of each term fall into a window, about.
  private let postings: [Int]
  private let scorer: DocumentScorer

  /// Scoring a document by its own terms takes as long as adding up so many postings and asking
  /// again who is left; measured over a million texts.
  private static let scoringCost = 120

  init(_ query: WeighedQuery, _ index: TextIndex) {
    // Leaving a list out saves its postings and costs its bound.
    let worths = query.terms.map {
      (term: $0, worth: Double($0.bound) / Double(index.lists.range(of: $0.id).count))
    }
    terms = worths.sorted { ($0.worth, $0.term.id) < ($1.worth, $1.term.id) }.map(\.term)
    let ranges = terms.map { index.lists.range(of: $0.id) }
    starts = ranges.map(\.lowerBound)
    ends = ranges.map(\.upperBound)
    var bounds: [UInt32] = [0]
    for term in terms { bounds.append(bounds[bounds.count - 1] + term.bound) }
    boundSums = bounds
    let windows = index.documents.keys.count / SearchWorkspace.window + 1
    postings = ranges.map { $0.count / windows }
    scorer = DocumentScorer(terms)
  }

  func run(_ index: TextIndex, _ work: inout SearchWorkspace) {
    work.cursors = starts
    // The first terms alone lift no document among the best.
    var optional = 0
    // So many of them are left out of a window; about as many as in the one before.
    var missing = 0
    while true {
      while optional < terms.count, boundSums[optional + 1] < work.best.threshold { optional += 1 }
      guard let first = nextDocument(from: optional, index.lists.arena.span, work.cursors) else {
        return
      }
      let base = first & ~(SearchWorkspace.window - 1)
      missing = min(missing + 1, optional)
      for at in missing..<terms.count { add(at, base, index, &work) }
      work.candidates.gather(
        work.points, reaching: work.best.threshold, with: boundSums[missing])
      while missing > 0, work.candidates.count * Self.scoringCost > postings[missing - 1] {
        missing -= 1
        add(missing, base, index, &work)
        work.candidates.sift(work.points, reaching: work.best.threshold, with: boundSums[missing])
      }
      offer(base, index, isComplete: missing == 0, &work)
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

  /// Scores the candidates as a whole where lists are left out; they become the best where they
  /// are, and the window is cleared.
  private func offer(
    _ base: Int, _ index: TextIndex, isComplete: Bool, _ work: inout SearchWorkspace
  ) {
    let starts = index.documents.termStarts.span
    let terms = index.documents.terms.span
    let impacts = index.documents.impacts.span
    for local in work.candidates.places {
      let document = base + Int(local)
      let points =
        isComplete
        ? work.points[Int(local)] : scorer.points(of: document, starts, terms, impacts)
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
