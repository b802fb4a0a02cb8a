// SPDX-License-Identifier: Apache-2.0
import Localization

@testable import Matching

/// Every set of candidates, one after the other: slow, and obvious.
struct ObviousBundles {
  struct Choice: Equatable {
    /// Ids, in order of points, then id.
    var firms: [String]
    var points: Int
    var spread: Int
    /// Millionths of a step.
    var covered: Int
  }

  let problem: BundleProblem
  private let order: [BundleProblem.Candidate]
  private var steps: Int { max(1, problem.steps.count) }

  init(_ problem: BundleProblem) {
    self.problem = problem
    order = problem.candidates.sorted {
      ($1.score.rounded(), $0.id) < ($0.score.rounded(), $1.id)
    }
  }

  /// What a firm can give to a step, as a share.
  func cap(_ firm: BundleProblem.Candidate, _ step: Int) -> Double {
    guard problem.steps.isEmpty || firm.steps.contains(StepSet(steps: [step])) else { return 0 }
    guard let wanted = problem.quantity else { return 1 }
    switch firm.free {
    case nil: return 0
    case .overall(let free): return min(1, free / wanted)
    case .perStep(let free): return step < free.count ? min(1, (free[step] ?? 0) / wanted) : 0
    }
  }

  func shared(_ firm: BundleProblem.Candidate) -> Double {
    guard let wanted = problem.quantity, case .overall(let free) = firm.free else {
      return .infinity
    }
    return free / wanted
  }

  /// The largest flow: for every set of steps, what firms can send there, and the other steps.
  func covered(_ firms: [BundleProblem.Candidate]) -> Double {
    (0..<1 << steps).map { set in
      let inside = (0..<steps).filter { set & 1 << $0 != 0 }
      return firms.reduce(Double(steps - inside.count)) { sum, firm in
        sum + min(shared(firm), inside.reduce(0) { $0 + cap(firm, $1) })
      }
    }.min() ?? 0
  }

  private func choice(_ firms: [BundleProblem.Candidate]) -> Choice {
    var spread = 0
    for (at, one) in firms.enumerated() {
      for other in firms[..<at] {
        if let a = one.place, let b = other.place {
          spread += Int(a.distance(to: b).rounded())
        } else {
          spread += 1000
        }
      }
    }
    return Choice(
      firms: firms.map(\.id), points: firms.reduce(0) { $0 + Int($1.score.rounded()) },
      spread: spread, covered: Int((covered(firms) * 1e6).rounded()))
  }

  private func subsets(_ size: Int, from: Int = 0) -> [[BundleProblem.Candidate]] {
    guard size > 0 else { return [[]] }
    guard from < order.count else { return [] }
    return (from..<order.count).flatMap { at in
      subsets(size - 1, from: at + 1).map { [order[at]] + $0 }
    }
  }

  private func isEnough(_ firms: [BundleProblem.Candidate]) -> Bool {
    covered(firms) >= Double(steps) * (1 - 1e-9)
  }

  /// Covers without a firm too many, best first.
  func covers() -> [Choice] {
    var found: [Choice] = []
    for size in 1...problem.mostFirms {
      let sets = subsets(size).filter { set in
        isEnough(set)
          && !set.indices.contains { left in
            size > 1 && isEnough(set.indices.filter { $0 != left }.map { set[$0] })
          }
      }
      // Sets come in order of their firms; sorting keeps that among equals.
      let ranked = sets.map(choice).enumerated().sorted {
        ($1.element.points, $0.element.spread, $0.offset)
          < ($0.element.points, $1.element.spread, $1.offset)
      }
      found += ranked.map(\.element)
      if found.count >= problem.alternatives { break }
    }
    return Array(found.prefix(problem.alternatives))
  }

  /// The set that covers most.
  func mostCovered() -> Choice? {
    let sets = (1...problem.mostFirms).flatMap { subsets($0) }.map(choice)
    return sets.enumerated().min {
      let (a, b) = ($0.element, $1.element)
      if a.covered != b.covered { return a.covered > b.covered }
      if a.firms.count != b.firms.count { return a.firms.count < b.firms.count }
      return (b.points, a.spread, $0.offset) < (a.points, b.spread, $1.offset)
    }?.element
  }
}
