// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Scores pairs of subjects. Holds working memory: one value a task.
public struct SubjectScorer {
  private var aligner = NameAligner()

  public init() {}

  /// Compares two subjects by their names, numbers, countries, addresses and birth dates.
  /// Symmetric in the score; the reasons name the sides.
  public mutating func score(_ query: ScreeningSubject, _ entry: ScreeningSubject)
    -> ScreeningScore
  {
    guard let score = score(PreparedSubject(query), PreparedSubject(entry), isSearch: false) else {
      preconditionFailure("Only a search leaves pairs out")
    }
    return score
  }

  /// The best pair of names, with what their alignment says.
  private struct Best {
    var logOdds: Double
    var isWeak: Bool
    var alignment: NameAlignment
    var query: ScreeningName
    var entry: ScreeningName
    /// Whether the name is the first of the query and of the entry.
    var isFirst: (Bool, Bool)

    /// One word in common and others left over: `Ahmed` and `Ahmed Karim`.
    var isThin: Bool {
      alignment.pairs.count == 1 && !(alignment.firstRest.isEmpty && alignment.secondRest.isEmpty)
    }
  }

  /// - Parameters:
  ///   - candidates: the entry's names worth comparing, as places in `names(_:)`; nil for all.
  ///   - isSearch: whether nil may be given for what is clear at first sight.
  mutating func score(
    _ query: PreparedSubject, _ entry: PreparedSubject, candidates: [Int]? = nil, isSearch: Bool
  ) -> ScreeningScore? {
    let style = PreparedSubject.style(query.subject.kind, entry.subject.kind)
    let evidence = Evidence(query, entry)
    // Names of people and of firms are read differently; where both sides say what they are and
    // differ, only a number can join them.
    if isSearch, !evidence.hasSameIdentifier, evidence.hasOtherKind { return nil }
    let names = (query.names(style), entry.names(style))
    guard names.0.contains(where: \.isComparable), names.1.contains(where: \.isComparable) else {
      return notComparable(query, entry, evidence)
    }
    // Below this the answer is clear, and any reason will do.
    let least = evidence.hasSameIdentifier || !isSearch ? -Double.infinity : -evidence.logOdds
    guard let best = bestNames(names.0, names.1, style, candidates, above: least) else {
      return nil
    }
    let cut = Self.logOdds(ScreeningDecision.hitCut)
    var logOdds = best.logOdds + evidence.logOdds
    // No other statement clears names that are equal; only a person does.
    if best.logOdds >= cut { logOdds = max(logOdds, 0) }
    var score = NameModel.probability(logOdds)
    // A weak name, or one word of several, never is a hit by itself.
    if best.isWeak || best.isThin { score = min(score, ScreeningDecision.hitCut - 0.01) }
    if evidence.hasSameIdentifier { score = max(score, EvidenceWeights.sameIdentifierScore) }
    score = (score * 10_000).rounded() / 10_000
    if isSearch, score < ScreeningDecision.reviewCut { return nil }
    var reasons =
      evidence.identifierReasons + NameReasons(best.alignment, best.query, best.entry).reasons
    if best.isWeak { reasons.append(.weakName(best.entry.text)) }
    if !best.isFirst.1, !best.isWeak { reasons.append(.otherName(best.entry.text)) }
    return ScreeningScore(
      score: score, decision: ScreeningDecision(score: score),
      reasons: reasons + evidence.otherReasons, queryName: best.query.text,
      entryName: best.entry.text)
  }

  private mutating func bestNames(
    _ query: [PreparedSubject.Name], _ entry: [PreparedSubject.Name],
    _ style: ScreeningName.Style, _ candidates: [Int]?, above least: Double
  ) -> Best? {
    let model = style == .person ? NameModel.person : NameModel.organisation
    var best: Best?
    for (i, first) in query.enumerated() where first.isComparable {
      for j in candidates ?? Array(entry.indices) {
        let second = entry[j]
        guard second.isComparable, model.bound(first.name, second.name) >= least else { continue }
        let alignment = aligner.align(first.name, second.name)
        let logOdds = model.logOdds(NameFeatures(alignment, first.name, second.name))
        let isWeak = first.isWeak || second.isWeak
        // A full name wins over a weak one that is as close.
        if let known = best, (logOdds, isWeak ? 0 : 1) <= (known.logOdds, known.isWeak ? 0 : 1) {
          continue
        }
        best = Best(
          logOdds: logOdds, isWeak: isWeak, alignment: alignment, query: first.name,
          entry: second.name, isFirst: (i == 0, j == 0))
      }
    }
    return best
  }

  /// Names of signs alone are equal or not; which of the two they mean, a person has to see.
  private func notComparable(
    _ query: PreparedSubject, _ entry: PreparedSubject, _ evidence: Evidence
  ) -> ScreeningScore {
    let score =
      evidence.hasSameIdentifier
      ? EvidenceWeights.sameIdentifierScore : ScreeningDecision.reviewCut
    return ScreeningScore(
      score: score, decision: ScreeningDecision(score: score),
      reasons: [.notComparable] + evidence.identifierReasons + evidence.otherReasons,
      queryName: query.subject.name, entryName: entry.subject.name)
  }

  private static func logOdds(_ probability: Double) -> Double {
    log(probability / (1 - probability))
  }
}
