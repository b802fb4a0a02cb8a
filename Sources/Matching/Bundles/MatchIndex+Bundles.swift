// SPDX-License-Identifier: Apache-2.0
import Localization
import Vocabulary

/// What firms of a match could do together.
public struct BundleProposal: Sendable {
  /// The quantity in a year, where the need states one.
  public let quantity: Double?
  /// The best ready firm that has all of it free; then a bundle is not needed, only possible.
  public let coveredBy: BundleProblem.Candidate?
  /// The processes the need names and somebody does, as steps that all have to be done.
  public let steps: [LocalizedText]
  /// Processes the need names and no candidate does: steps nobody was found for, or words that only
  /// tell what the thing is for.
  public let unmet: [LocalizedText]
  public let plan: BundlePlan
}

extension MatchIndex {
  /// Bundles of firms for a need that no ready firm has the capacity for, or that takes several
  /// processes.
  ///
  /// Steps are the processes the need itself names, at most four, the weightiest first: how a thing it
  /// names is usually made are alternatives, not steps. Candidates are firms that are not excluded and
  /// lack no certificate; sizes they cannot handle rule them out, a quantity they cannot handle does
  /// not.
  ///
  /// - Parameter matches: all matches of the need, as `matches(for:_:)` gives them.
  public func bundles(for need: Need, among matches: [Match], _ options: MatchOptions)
    -> BundleProposal
  {
    var reader = ProfileReader(spellings)
    let profile = reader.profile(of: need)
    let able = matches.compactMap { match -> (match: Match, supplier: SupplierProfile)? in
      guard match.state != .excluded, !match.path.lacksQualification,
        let supplier = self.profile(match.supplier), fits(profile, supplier)
      else { return nil }
      return (match, supplier)
    }
    let named = namedProcesses(profile)
    let steps = named.filter { step in able.contains { $0.supplier.does(step) } }
    let label = { (step: Int) in spellings.thesaurus.concepts[step].label }
    let quantity = profile.envelope.yearly
    var candidates: [BundleProblem.Candidate] = []
    var alone: BundleProblem.Candidate?
    for (match, supplier) in able {
      let done = steps.indices.filter { supplier.does(steps[$0]) }
      guard steps.isEmpty ? match.state != .related : !done.isEmpty else { continue }
      let free = supplier.yearlyFree
      let candidate = BundleProblem.Candidate(
        id: match.supplier, name: match.name, score: match.score, steps: StepSet(steps: done),
        free: free.map { .overall($0) }, place: supplier.supplier.places.first)
      candidates.append(candidate)
      if alone == nil, match.state == .ready, done.count == steps.count,
        quantity.map({ (free ?? 0) >= $0 }) == true
      {
        alone = candidate
      }
    }
    let unit =
      need.amount?.unit.map { LocalizedText(verbatim: $0) }
      ?? LocalizedText(de: "Stück", en: "pieces")
    let problem = BundleProblem(
      steps: steps.map(label), quantity: quantity, unit: unit,
      candidates: Array(candidates.prefix(Self.mostBundled)))
    return BundleProposal(
      quantity: quantity, coveredBy: alone, steps: problem.steps,
      unmet: named.filter { !steps.contains($0) }.map(label), plan: problem.bundles())
  }

  /// So many of the best candidates are combined.
  private static let mostBundled = 120

  /// Concepts of the processes the need names, without those that are only wider than another.
  private func namedProcesses(_ need: NeedProfile) -> [Int] {
    let thesaurus = spellings.thesaurus
    var weights: [Int: Double] = [:]
    for named in need.named where thesaurus.concepts[named.concept].kind == .process {
      guard named.strength >= 0.5, !named.isBoughtIn else { continue }
      weights[named.concept, default: 0] += named.strength
    }
    let all = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let narrow = all.filter { concept in
      !all.contains { other in
        other != concept && thesaurus.ancestors[other].contains { $0.concept == concept }
      }
    }
    return Array(narrow.prefix(4))
  }

  private func fits(_ need: NeedProfile, _ supplier: SupplierProfile) -> Bool {
    var fit = ScaleFit(need.envelope, supplier)
    fit.yearly = nil
    return !fit.isExceeded
  }
}

extension SupplierProfile {
  /// Whether it names the process or a narrower one, or makes what clearly takes it.
  fileprivate func does(_ process: Int) -> Bool {
    vector.features.contains {
      $0.feature.kind == .process && $0.feature.concept == Int32(process) && $0.weight >= 0.5
    }
  }

  /// What it says it has free in a year; nil where it states no figure.
  fileprivate var yearlyFree: Double? {
    guard let stated = capacity.free, let amount = stated.free else {
      return capacity.word == .none ? 0 : nil
    }
    return max(0, amount) * CapacityUnit.perYear(stated.unit)
  }
}

extension ReadinessPath {
  /// Whether a certificate lacks or ended, not only capacity.
  var lacksQualification: Bool {
    steps.contains { step in
      if case .capacity = step.lack { false } else { true }
    }
  }
}
