// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a match is asked for.
public struct MatchOptions: Sendable, Hashable {
  /// The day on which certificates, capacity and attention are judged.
  public var day: CalendarDay
  /// At most that many.
  public var limit: Int
  /// Leaves out suppliers of the branches the buyer usually buys from.
  public var acrossBranches: Bool
  public var parameters: MatchParameters

  public init(
    day: CalendarDay, limit: Int = 20, acrossBranches: Bool = false,
    parameters: MatchParameters = .standard
  ) {
    self.day = day
    self.limit = limit
    self.acrossBranches = acrossBranches
    self.parameters = parameters
  }
}

extension MatchIndex {
  /// The suppliers that fit a need best, the best first; excluded ones come last, and equal ones in
  /// the order of their ids. About 0.1 ms a candidate.
  public func matches(for need: Need, _ options: MatchOptions) -> [Match] {
    var reader = ProfileReader(spellings)
    let reading = FeatureReading(self, reader.profile(of: need), on: options.day)
    let parameters = options.parameters
    var candidates: [Candidate] = []
    for profile in self.candidates(reading.need, reading.hits, most: Self.mostCandidates) {
      if options.acrossBranches, !reading.need.buyerDivisions.isDisjoint(with: profile.divisions) {
        continue
      }
      candidates.append(Candidate(profile, reading.features(profile), parameters))
    }
    let best = Best(candidates)
    for at in candidates.indices { candidates[at].judge(reading, best: best, parameters) }
    candidates.sort {
      ($0.isExcluded ? 1 : 0, $1.score, $0.profile.supplier.id)
        < ($1.isExcluded ? 1 : 0, $0.score, $1.profile.supplier.id)
    }
    let fitting = candidates.filter { $0.state == .ready || $0.state == .gap }
    return candidates.prefix(options.limit).map { candidate in
      candidate.match(reading, holders: fitting.map(\.profile))
    }
  }

  /// The open needs one supplier fits best: each as `matches(for:_:)` would judge the supplier.
  /// Costs as much as matching every need.
  public func needs(for supplier: String, among needs: [Need], _ options: MatchOptions) -> [Match] {
    var all = options
    all.limit = .max
    return needs.filter { $0.state.isOpen && !$0.isExpired(on: options.day) }
      .compactMap { matches(for: $0, all).first { $0.supplier == supplier } }
      .filter { $0.state != .excluded }
      .sorted { ($1.score, $0.need) < ($0.score, $1.need) }
      .prefix(options.limit).map(\.self)
  }
}

/// What the best of all candidates that make things reach.
private struct Best {
  let capability: Double
  let process: Double
  let making: Double

  init(_ candidates: [Candidate]) {
    let makers = candidates.filter { $0.features[.maker] > 0 }
    capability = makers.map(\.capability).max() ?? 0
    process = makers.map { $0.features[.process] }.max() ?? 0
    making = makers.map { $0.features[.making] }.max() ?? 0
  }
}

/// A supplier on its way to a match.
private struct Candidate {
  let profile: SupplierProfile
  let features: MatchFeatures
  let parts: [Match.Part]
  let score: Double
  let capability: Double
  private(set) var state = Match.State.related
  private(set) var exclusion: Match.Exclusion?
  private(set) var path = ReadinessPath(steps: [])

  init(_ profile: SupplierProfile, _ features: MatchFeatures, _ parameters: MatchParameters) {
    self.profile = profile
    self.features = features
    parts = parameters.points(features)
    score = parts.reduce(0) { $0 + $1.points }
    capability = parameters.capability(features)
  }

  private static let sameProcess = 0.85

  var isExcluded: Bool { state == .excluded }

  mutating func judge(
    _ reading: FeatureReading, best: Best, _ parameters: MatchParameters
  ) {
    path = ReadinessPath(reading.need, profile, on: reading.day)
    // Who names the process itself need not name the product too.
    let doesTheSame =
      features[.process] >= Self.sameProcess * best.process
      && features[.making] >= parameters.fitting * best.making
    exclusion = excluded(reading)
    if exclusion == nil, !doesTheSame,
      capability < max(parameters.least * 0.6, parameters.near * best.capability)
    {
      exclusion = .nothingOfTheKind
    }
    if exclusion != nil {
      state = .excluded
      return
    }
    let isFitting =
      doesTheSame || capability >= max(parameters.least, parameters.fitting * best.capability)
    if !isFitting || ScaleFit(reading.need.envelope, profile).isExceeded {
      state = .related
    } else {
      state = path.isEmpty ? .ready : .gap
    }
  }

  /// What cannot be mended, whatever the supplier can do.
  private func excluded(_ reading: FeatureReading) -> Match.Exclusion? {
    if profile.supplier.isScreenedOut { return .screenedOut }
    if let radius = reading.need.need.radius, let distance = reading.distance(profile),
      distance > radius
    {
      return .outsideRadius(distance: distance, radius: radius)
    }
    return features[.maker] == 0 ? .makesNothing : nil
  }

  func match(_ reading: FeatureReading, holders: [SupplierProfile]) -> Match {
    var path = path
    path.findHolders(for: profile, among: holders, on: reading.day)
    let explanation = MatchExplanation(reading, profile, isExcluded: isExcluded)
    return Match(
      need: reading.need.need.id, supplier: profile.supplier.id, name: profile.supplier.name,
      score: score, parts: parts, state: state, exclusion: exclusion,
      reasons: explanation.reasons(state, exclusion, path), evidence: explanation.evidence,
      path: path, distance: reading.distance(profile))
  }
}
