// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching

/// Matches as JSON.
public enum MatchDocument {
  /// The matches of one need, the best first.
  public static func matches(_ need: Need, _ matches: [Match]) -> JSONValue {
    .object([
      ("need", .text(need.id)), ("title", .text(need.title)),
      ("matches", .array(matches.enumerated().map { match($0.element, rank: $0.offset + 1) })),
    ])
  }

  static func match(_ match: Match, rank: Int) -> JSONValue {
    .object([
      ("rank", .number(Double(rank))), ("firm", .text(match.supplier)), ("name", .text(match.name)),
      ("score", .number(rounded(match.score))), ("state", .text(match.state.rawValue)),
      ("distanceKm", JSONValue(match.distance.map { $0.rounded() })),
      (
        "parts",
        .array(
          match.parts.map { part in
            .object([
              ("name", .text(part.name.rawValue)), ("points", .number(rounded(part.points))),
              ("most", .number(rounded(part.most))),
            ])
          })
      ), ("reasons", .array(match.reasons.map(text))),
      (
        "evidence",
        .array(
          match.evidence.map { evidence in
            .object([
              ("source", .text(evidence.source.rawValue)), ("words", .text(evidence.words)),
              ("concept", evidence.concept.map(JSONValue.text) ?? .null),
              ("assurance", .text(evidence.assurance.rawValue)),
            ])
          })
      ), ("gap", path(match.path)),
    ])
  }

  private static func path(_ path: ReadinessPath) -> JSONValue {
    .object([
      ("code", .text(path.code)), ("months", range(path.months)),
      (
        "steps",
        .array(
          path.steps.map { step in
            .object([
              ("lack", .text(step.code)), ("months", range(step.months)),
              ("estimate", .bool(step.isEstimate)),
              ("after", .array(step.after.map { .number(Double($0)) })),
              (
                "holder",
                step.holder.map { holder in
                  .object([
                    ("firm", .text(holder.supplier)), ("name", .text(holder.name)),
                    ("distanceKm", JSONValue(holder.distance.map { $0.rounded() })),
                  ])
                } ?? .null
              ),
            ])
          })
      ),
    ])
  }

  private static func range(_ months: ClosedRange<Double>?) -> JSONValue {
    months.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }

  private static func text(_ text: LocalizedText) -> JSONValue {
    .object([("de", .text(text.german)), ("en", .text(text.english))])
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
