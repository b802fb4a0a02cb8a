// SPDX-License-Identifier: Apache-2.0
import Matching
import Registry
import Storage

/// Use case: needs with their states, the oldest first.
public struct ListNeeds: Sendable {
  /// Nil for all states.
  public var state: NeedState?
  /// Only those of an organisation; nil for all.
  public var buyer: EntityID?
  /// Only those that are open and that nobody renewed in time.
  public var onlyExpired = false
  /// At most that many; at least 1.
  public var limit = 100

  public init() {}

  public struct Outcome: Sendable {
    public let needs: [NeedLine]
    /// Whether there are more than the limit.
    public let isCut: Bool
    /// How many needs the register holds in each state.
    public let counts: [(state: NeedState, count: Int)]
  }

  public func run(_ access: RegisterAccess) async throws -> Outcome {
    let (work, today) = (self, access.today)
    return try await access.read { connection in
      let register = Register(connection)
      var found: [NeedLine] = []
      func take(_ lines: [NeedLine]) {
        found += lines.filter { line in
          (work.state == nil || line.state == work.state)
            && (!work.onlyExpired || line.isExpired(on: today))
        }
      }
      if let buyer = work.buyer {
        take(try register.needs(of: buyer))
      } else {
        // Page by page, so that few are found among many without holding all of them.
        var last: String? = ""
        while let after = last, found.count <= work.limit {
          let page = try register.needs(work.state, after: after, limit: 1_000)
          take(page)
          last = page.last?.id
        }
      }
      return Outcome(
        needs: Array(found.prefix(work.limit)), isCut: found.count > work.limit,
        counts: try register.needCounts())
    }
  }
}
