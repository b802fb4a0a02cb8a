// SPDX-License-Identifier: Apache-2.0
import Geodesy

/// A bundle problem in numbers: every step wants 1, firms stand in order of points, then id, and
/// those that cannot do anything are left out.
struct BundleInstance: Sendable {
  struct Firm: Sendable {
    /// In the problem's list.
    let candidate: Int
    /// The score in whole points, so that sums are exact and ties are ties.
    let points: Int
    /// Steps it can give something to.
    let mask: UInt64
    /// What it has for all steps together; nil where each step has its own.
    let shared: Double?
    /// What it can give at most to all steps.
    let total: Double
    let place: GeoPoint?
  }

  /// Two quantities that differ by less are equal; steps want 1.
  static let tolerance = 1e-9
  /// Kilometres between two firms where one has no known place.
  static let unknownDistance = 1000

  let stepCount: Int
  /// What may be missing of all steps together without being missed.
  var slack: Double { Self.tolerance * Double(stepCount) }
  let mostFirms: Int
  let firms: [Firm]
  /// What a firm can give to a step at most, 0 to 1, by firm and step.
  let caps: [Double]
  /// Candidates whose quantity is unknown, in order of id.
  let unknown: [Int]

  init(_ problem: BundleProblem) {
    let stepCount = max(1, problem.steps.count)
    self.stepCount = stepCount
    mostFirms = problem.mostFirms
    let all = stepCount == 64 ? UInt64.max : (1 << UInt64(stepCount)) - 1
    var firms: [Firm] = []
    var caps: [Double] = []
    var unknown: [Int] = []
    let order = problem.candidates.indices.map { ($0, Self.points(problem.candidates[$0])) }
      .sorted {
        ($1.1, problem.candidates[$0.0].id, $0.0) < ($0.1, problem.candidates[$1.0].id, $1.0)
      }
    for (at, points) in order {
      let candidate = problem.candidates[at]
      let able = problem.steps.isEmpty ? all : candidate.steps.rawValue & all
      guard able != 0 else { continue }
      let (own, shared, isUnknown) = Self.quantities(
        candidate, able: able, stepCount: stepCount, wanted: problem.wantedQuantity)
      if isUnknown { unknown.append(at) }
      let mask = own.indices.reduce(UInt64(0)) { own[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
      guard mask != 0 else { continue }
      caps += own
      let sum = own.reduce(0, +)
      firms.append(
        Firm(
          candidate: at, points: points, mask: mask, shared: shared,
          total: min(sum, shared ?? sum), place: candidate.place))
    }
    self.firms = firms
    self.caps = caps
    self.unknown = unknown.sorted {
      (problem.candidates[$0].id, $0) < (problem.candidates[$1].id, $1)
    }
  }

  private static func points(_ candidate: BundleProblem.Candidate) -> Int {
    candidate.score.isFinite ? Int(min(100, max(0, candidate.score)).rounded()) : 0
  }

  /// What a candidate can give to each step, as shares of what is wanted.
  private static func quantities(
    _ candidate: BundleProblem.Candidate, able: UInt64, stepCount: Int, wanted: Double?
  ) -> (own: [Double], shared: Double?, isUnknown: Bool) {
    func spread(_ share: (Int) -> Double) -> [Double] {
      (0..<stepCount).map { able & 1 << UInt64($0) == 0 ? 0 : min(1, share($0)) }
    }
    guard let wanted else { return (spread { _ in 1 }, nil, false) }
    func share(_ free: Double) -> Double {
      // Crumbs that no comparison would see are nothing.
      let share = free.isNaN ? 0 : max(0, free / wanted)
      return share > tolerance ? share : 0
    }
    switch candidate.free {
    case nil: return (spread { _ in 0 }, nil, true)
    case .overall(let free):
      let free = share(free)
      // A single step shares with no other.
      return (spread { _ in free }, able.nonzeroBitCount > 1 ? free : nil, false)
    case .perStep(let free):
      let known = (0..<stepCount).map { $0 < free.count ? free[$0] : nil }
      let isUnknown = (0..<stepCount).contains {
        able & 1 << UInt64($0) != 0 && known[$0] == nil
      }
      return (spread { share(known[$0] ?? 0) }, nil, isUnknown)
    }
  }

  /// Whole kilometres between two firms.
  func distance(_ one: Int, _ other: Int) -> Int {
    guard let a = firms[one].place, let b = firms[other].place else { return Self.unknownDistance }
    return Int(a.distance(to: b).rounded())
  }

  /// Sum of the distances between any two.
  func spread(_ chosen: [Int]) -> Int {
    var sum = 0
    for (number, one) in chosen.enumerated() {
      for other in chosen[..<number] { sum += distance(one, other) }
    }
    return sum
  }

  func points(_ chosen: [Int]) -> Int { chosen.reduce(0) { $0 + firms[$1].points } }
}
