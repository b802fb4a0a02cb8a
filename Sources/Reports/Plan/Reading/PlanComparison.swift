// SPDX-License-Identifier: Apache-2.0

/// An earlier plan and this one, side by side.
struct PlanComparison {
  let earlier: PlanFigures
  let now: PlanFigures

  /// Whether a period of one is a period of the other.
  var hasSamePeriods: Bool { abs(earlier.periodDays - now.periodDays) < 1e-9 }

  /// Whether the two objectives mean the same.
  var hasSameSense: Bool {
    earlier.isMaximised == now.isMaximised && earlier.isOwed == now.isOwed
  }

  /// Periods that both plans have.
  var commonPeriods: Int { hasSamePeriods ? min(earlier.periods, now.periods) : 0 }

  /// Keys with a value in either plan, the largest change first.
  func changed(_ values: KeyPath<PlanFigures, [String: Double]>) -> [(
    key: String, earlier: Double, now: Double
  )] {
    let (before, after) = (earlier[keyPath: values], now[keyPath: values])
    return Set(before.keys).union(after.keys).sorted().map {
      (key: $0, earlier: before[$0] ?? 0, now: after[$0] ?? 0)
    }.sorted { (abs($1.now - $1.earlier), $0.key) < (abs($0.now - $0.earlier), $1.key) }
  }

  /// Differences by period, for keys of which any period differs, the largest first.
  func courses(_ values: KeyPath<PlanFigures, [String: [Double]]>) -> [(
    key: String, earlier: [Double], now: [Double]
  )] {
    let (before, after) = (earlier[keyPath: values], now[keyPath: values])
    func padded(_ values: [Double]?) -> [Double] {
      let kept = Array((values ?? []).prefix(commonPeriods))
      return kept + Array(repeating: 0, count: commonPeriods - kept.count)
    }
    return Set(before.keys).union(after.keys).sorted().map { key in
      (key: key, earlier: padded(before[key]), now: padded(after[key]))
    }
  }

  /// Sum over the periods that both have, or over all where periods differ in length.
  func totals(_ values: KeyPath<PlanFigures, [String: [Double]]>) -> [(
    key: String, earlier: Double, now: Double
  )] {
    let (before, after) = (earlier[keyPath: values], now[keyPath: values])
    func sum(_ values: [Double]?) -> Double {
      (hasSamePeriods ? (values ?? []).prefix(commonPeriods) : (values ?? [])[...]).reduce(0, +)
    }
    return Set(before.keys).union(after.keys).sorted().map {
      (key: $0, earlier: sum(before[$0]), now: sum(after[$0]))
    }.sorted { (abs($1.now - $1.earlier), $0.key) < (abs($0.now - $0.earlier), $1.key) }
  }
}
