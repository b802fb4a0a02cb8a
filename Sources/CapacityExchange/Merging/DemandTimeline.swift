// SPDX-License-Identifier: Apache-2.0

/// One site's demand for one material over time: weeks, and single days that overrule them.
struct DemandTimeline {
  struct Span {
    var from: Int
    var to: Int
    let perDay: Double
    let isDaily: Bool
    let source: String
    /// Nil for spans that an earlier import left in the chain.
    let origin: (origin: Origin, source: Source, place: Place)?
  }

  private(set) var spans: [Span] = []

  mutating func add(_ span: Span) { spans.append(span) }

  /// Spans without overlap, in time order, equal ones of one source that follow each other joined.
  ///
  /// Days stated by themselves cut those days out of weeks.
  func joined() -> [Span] {
    let daily = spans.filter(\.isDaily)
    let taken = Set(daily.flatMap { Array($0.from...$0.to) })
    var pieces = daily
    for week in spans where !week.isDaily {
      var from = week.from
      for day in week.from...week.to + 1 where day == week.to + 1 || taken.contains(day) {
        if from < day {
          var piece = week
          (piece.from, piece.to) = (from, day - 1)
          pieces.append(piece)
        }
        from = day + 1
      }
    }
    var result: [Span] = []
    for piece in pieces.sorted(by: { ($0.from, $0.source) < ($1.from, $1.source) }) {
      if let last = result.last, last.to + 1 == piece.from, last.perDay == piece.perDay,
        last.source == piece.source, last.isDaily == piece.isDaily
      {
        result[result.count - 1].to = piece.to
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
