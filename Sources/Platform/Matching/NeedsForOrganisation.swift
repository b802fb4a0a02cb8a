// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import Storage

/// Use case: the open needs an organisation of the register fits best.
public struct NeedsForOrganisation: Sendable {
  public let organisation: EntityID
  /// At most that many; at least 1.
  public var limit = 20
  /// The day on which needs, certificates and free capacity are judged; nil for today.
  public var day: CalendarDay?
  /// Leaves out needs whose buyers usually buy from the organisation's branches.
  public var acrossBranches = false
  /// For whom: needs and facts it may not know have no part in the result.
  public var audience = Audience.operator

  public init(_ organisation: EntityID) { self.organisation = organisation }

  public struct Outcome: Sendable {
    /// As it is called today.
    public let organisation: EntityID
    public let name: String
    public let day: CalendarDay
    public let audience: Audience
    /// Each with its match, the best first.
    public let matches: [(need: Need, match: Match)]
    /// How many open needs were looked through.
    public let needs: Int
  }

  /// Costs as much as matching every open need.
  public func run(
    _ access: RegisterAccess, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let live = LiveMatchIndex(access, for: audience)
    let (asked, day, audience) = (organisation, day ?? access.today, audience)
    let (id, name, needs) = try await access.read { connection in
      let register = Register(connection)
      let id = try register.organisation(asked)
      return (
        id, try register.line(of: id)?.name ?? id.text,
        try Self.open(register, on: day, to: id, for: audience)
      )
    }
    let index = try await live.current(isCancelled: isCancelled, progress: progress)
    let options = MatchOptions(
      day: day, limit: max(1, limit), acrossBranches: acrossBranches)
    let byID = Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0) })
    let found = index.needs(for: id.text, among: needs, options)
    return Outcome(
      organisation: id, name: name, day: day, audience: audience,
      matches: found.compactMap { match in byID[match.need].map { ($0, match) } },
      needs: needs.count)
  }

  private static func open(
    _ register: Register, on day: CalendarDay, to organisation: EntityID, for audience: Audience
  ) throws -> [Need] {
    var needs: [Need] = []
    for state in NeedState.allCases where state.isOpen {
      var last: String? = ""
      while let after = last {
        let page = try register.needs(state, after: after, limit: 1_000)
        for line in page where !line.isExpired(on: day) {
          let need = try register.needFile(line.id).need
          if try isVisible(need, register, to: organisation, for: audience) { needs.append(need) }
        }
        last = page.last?.id
      }
    }
    return needs.sorted { $0.id < $1.id }
  }

  private static func isVisible(
    _ need: Need, _ register: Register, to organisation: EntityID, for audience: Audience
  ) throws -> Bool {
    switch (need.visibility, audience) {
    case (_, .operator), (.public, _): true
    case (.register, .everyone), (.invited, .everyone): false
    case (.register, _): true
    case (.invited, _): try register.invitation(to: need, of: organisation) != nil
    }
  }
}
