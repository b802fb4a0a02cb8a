// SPDX-License-Identifier: Apache-2.0

extension TextIndex {
  /// The best documents, best first, equal ones by key.
  ///
  /// Exact: the same as scoring every document. Documents pass in windows; within one, lists that
  /// can still lift a document among the best are added up, and others while that is cheaper than
  /// scoring the few documents that could make it by their own terms (H. Turtle, J. Flood, "Query
  /// evaluation: strategies and optimizations", 1995, by windows as Lucene does).
  public func search(_ query: TextQuery, limit: Int, _ work: inout SearchWorkspace) -> [TextHit] {
    guard limit > 0, count > 0 else { return [] }
    let weighed = WeighedQuery(query, self)
    work.best.start(limit)
    let search = WindowSearch(weighed, self)
    search.run(self, &work)
    return work.best.sorted(documents.keys).map {
      TextHit(
        key: documents.keys[Int($0.document)], score: Double($0.points) / Double(weighed.scale))
    }
  }

  public func search(_ query: TextQuery, limit: Int) -> [TextHit] {
    var work = SearchWorkspace()
    return search(query, limit: limit, &work)
  }

  /// The score of every document, by the places of `keys`: for few documents whose scores are
  /// combined with other evidence. Linear in the postings of the query's terms.
  public func scores(_ query: TextQuery) -> [Double] {
    let weighed = WeighedQuery(query, self)
    var points = [UInt32](repeating: 0, count: documents.keys.count)
    for term in weighed.terms { add(term, to: &points) }
    return points.indices.filter { documents.isAlive[$0] }.map {
      Double(points[$0]) / Double(weighed.scale)
    }
  }

  private func add(_ term: WeighedQuery.Term, to all: inout [UInt32]) {
    let arena = lists.arena.span
    var points = all.mutableSpan
    for at in lists.range(of: term.id) {
      let posting = arena[at]
      points[Int(posting.document)] &+= posting.points(term.value)
    }
  }
}
