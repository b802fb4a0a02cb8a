// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Matching
import NeedLists
import Registry
import Storage
import ValueChains

/// Use case: suppliers of the register for one need.
///
/// The same register, need and day give the same outcome, to the last digit.
public struct MatchNeed: Sendable {
  public enum Question: Sendable, Hashable {
    /// A need of the register.
    case stored(String)
    /// A list with exactly one need, which is not kept.
    case file(String)
  }

  public let question: Question
  /// At most that many; at least 1.
  public var limit = 20
  /// The day on which certificates and free capacity are judged; nil for today.
  public var day: CalendarDay?
  /// Leaves out suppliers of the branches the buyer usually buys from.
  public var acrossBranches = false
  /// Whether bundles of firms are proposed.
  public var wantsBundles = false
  /// For whom: what it may not know of a supplier has no part in the result.
  public var audience = Audience.operator

  public init(_ question: Question) { self.question = question }

  public struct Outcome: Sendable {
    public let need: Need
    public let day: CalendarDay
    public let audience: Audience
    /// The best first, excluded ones last, cut at the limit.
    public let matches: [Match]
    /// How many suppliers came to each state, before the cut.
    public let counts: [(state: Match.State, count: Int)]
    /// How many organisations were looked through.
    public let suppliers: Int
    /// Nil where they were not asked for.
    public let bundles: BundleProposal?
    /// Warnings about the file.
    public let findings: [Finding]
  }

  public func run(
    _ access: RegisterAccess, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    try await run(
      LiveMatchIndex(access, for: audience), access, isCancelled: isCancelled, progress: progress)
  }

  /// On an index that is there already.
  ///
  /// - Precondition: the index is made for the same audience.
  public func run(
    _ live: LiveMatchIndex, _ access: RegisterAccess,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    precondition(live.audience == audience, "an index for \(live.audience), not \(audience)")
    let (need, findings) = try await need(access)
    let index = try await live.current(isCancelled: isCancelled, progress: progress)
    var options = MatchOptions(
      day: day ?? access.today, limit: .max, acrossBranches: acrossBranches)
    let all = index.matches(for: need, options)
    options.limit = max(1, limit)
    return Outcome(
      need: need, day: options.day, audience: audience,
      matches: Array(all.prefix(options.limit)),
      counts: Match.State.allCases.map { state in (state, all.count { $0.state == state }) },
      suppliers: index.count,
      bundles: wantsBundles ? index.bundles(for: need, among: all, options) : nil,
      findings: findings)
  }

  private func need(_ access: RegisterAccess) async throws -> (Need, [Finding]) {
    switch question {
    case .stored(let id):
      let need = try await access.read { try Register($0).needFile(id).need }
      return (need, [])
    case .file(let path): return try Self.need(in: path)
    }
  }

  /// The one need of a list.
  private static func need(in path: String) throws(PlatformError) -> (Need, [Finding]) {
    let list = NeedList(try ScreeningFiles.bytes(of: path), file: path)
    var findings = list.findings
    var needs: [Need] = []
    for row in list.rows {
      var (need, faults) = Need.make(row.values, over: nil)
      need.id = row.key
      needs.append(need)
      findings += faults.map { fault in
        Finding(
          .valueInvalid, .error, table: path, row: row.line, column: fault.field.rawValue,
          key: row.key, fault.message)
      }
    }
    guard !findings.hasErrors else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Aus der Datei lässt sich kein Bedarf lesen; alle Fehler stehen oben.",
          en: "No need can be read from the file; all errors are listed above."),
        findings: findings)
    }
    guard needs.count == 1, let need = needs.first else {
      throw PlatformError(
        .data,
        LocalizedText(
          de:
            "Die Datei \(path) nennt \(needs.count) Bedarfe; hier wird einer gebraucht. Viele auf einmal: match --firms … --needs ….",
          en:
            "The file \(path) names \(needs.count) needs; one is wanted here. For many at once: match --firms … --needs …."
        ))
    }
    return (need, findings)
  }
}
