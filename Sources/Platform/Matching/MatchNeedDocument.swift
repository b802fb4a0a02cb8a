// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching

/// What `match NEED` and `match --for` found, as JSON.
public enum MatchNeedDocument {
  public static func json(_ outcome: MatchNeed.Outcome) -> JSONValue {
    var entries = head(outcome.day, outcome.audience)
    entries.append(("suppliers", .number(Double(outcome.suppliers))))
    entries.append(
      ("states", .object(outcome.counts.map { ($0.state.rawValue, .number(Double($0.count))) })))
    if case .object(let matches) = MatchDocument.matches(outcome.need, outcome.matches) {
      entries += matches
    }
    if let proposal = outcome.bundles { entries.append(("bundles", bundles(proposal))) }
    return .object(entries)
  }

  public static func json(_ outcome: NeedsForOrganisation.Outcome) -> JSONValue {
    let needs = outcome.matches.enumerated().map { number, found in
      var entries: [(String, JSONValue)] = [
        ("need", .text(found.need.id)), ("title", .text(found.need.title)),
      ]
      if case .object(let match) = MatchDocument.match(found.match, rank: number + 1) {
        entries += match
      }
      return JSONValue.object(entries)
    }
    return .object(
      head(outcome.day, outcome.audience) + [
        ("organisation", .text(outcome.organisation.text)), ("name", .text(outcome.name)),
        ("openNeeds", .number(Double(outcome.needs))), ("needs", .array(needs)),
      ])
  }

  private static func head(_ day: CalendarDay, _ audience: Audience) -> [(String, JSONValue)] {
    [
      ("formatVersion", .number(1)), ("asOf", .text(day.description)),
      ("audience", .text(audience.rawValue)),
    ]
  }

  private static func bundles(_ proposal: BundleProposal) -> JSONValue {
    .object([
      ("quantityAYear", JSONValue(proposal.quantity)),
      ("coveredBy", proposal.coveredBy.map { .text($0.id) } ?? .null),
      ("steps", .array(proposal.steps.map(text))), ("unmet", .array(proposal.unmet.map(text))),
      ("status", .text(proposal.plan.status.rawValue)),
      ("bundles", .array(proposal.plan.bundles.map(bundle))),
      ("unknownQuantity", .array(proposal.plan.unknownQuantity.map(JSONValue.text))),
      ("notes", .array(proposal.plan.notes.map(text))),
    ])
  }

  private static func bundle(_ bundle: Bundle) -> JSONValue {
    .object([
      ("firms", .array(bundle.firms.map(JSONValue.text))),
      ("meanScore", .number(rounded(bundle.meanScore))),
      ("coveredShare", .number(rounded(bundle.coveredShare))),
      ("meanDistanceKm", JSONValue(bundle.meanDistance.map { $0.rounded() })),
      (
        "parts",
        .array(
          bundle.parts.map { part in
            .object([
              ("firm", .text(part.firm)), ("step", .number(Double(part.step))),
              ("share", .number(rounded(part.share))),
              ("quantity", JSONValue(part.quantity.map(rounded))),
            ])
          })
      ),
      (
        "open",
        .array(
          bundle.open.map { open in
            .object([
              ("step", .number(Double(open.step))), ("share", .number(rounded(open.share))),
              ("quantity", JSONValue(open.quantity.map(rounded))),
            ])
          })
      ), ("gap", .number(rounded(bundle.gap))), ("firmsGap", .number(Double(bundle.firmsGap))),
      ("reasons", .array(bundle.reasons.map(text))),
    ])
  }

  private static func text(_ text: LocalizedText) -> JSONValue {
    .object([("de", .text(text.german)), ("en", .text(text.english))])
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}
