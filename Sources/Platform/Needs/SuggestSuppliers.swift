// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import Storage

/// Use case: put suppliers before the buyer of a need, few enough to be read, and fairly.
///
/// Only who is ready or lacks what can be mended is put forward, and who was already shown, asked,
/// dropped or has declined is not shown again. Among suppliers that fit almost equally, those come
/// first that were lately shown or asked less than they deserve (``FairRanking``); what was shown is
/// kept, so that the next list makes up for it. A buyer sees at most so many a week over all its needs.
public struct SuggestSuppliers: Sendable {
  public let need: String
  public var allowance = SuggestionAllowance()
  /// Shows what would be suggested and keeps nothing.
  public var isDryRun = false
  /// Lists reach that far down; what stands below has no merit in them.
  static let longest = 50
  /// What was shown longer ago no longer counts: eight half-lives.
  static let memory = 720

  public init(need: String) { self.need = need }

  public struct Entry: Sendable {
    public let match: Match
    /// Why it stands further up or down than by its score; nil where it does not.
    public let fairness: LocalizedText?
  }

  public struct Outcome: Sendable {
    /// As it is now.
    public let need: Need
    public let day: CalendarDay
    /// What the buyer is shown, first place first.
    public let shown: [Entry]
    /// How many more fit and wait for another week, or for a place in the list.
    public let waiting: Int
    /// How many the buyer was shown earlier in this week.
    public let shownThisWeek: Int
    /// Why there is no more this week; nil as long as there is.
    public let pause: LocalizedText?
  }

  public func run(
    _ access: RegisterAccess, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    try await run(
      LiveMatchIndex(access, for: .registeredBuyer), access, isCancelled: isCancelled,
      progress: progress)
  }

  /// On an index that is there already.
  ///
  /// - Precondition: the index holds what buyers of the register may know.
  public func run(
    _ live: LiveMatchIndex, _ access: RegisterAccess,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    precondition(live.audience == .registeredBuyer, "an index for \(live.audience)")
    let (id, day) = (need, access.today)
    let known = try await access.read { connection in
      let register = Register(connection)
      let need = try register.needFile(id).need
      try register.checkIsOpen(need, on: day)
      return (
        need: need, settled: try register.settled(of: need),
        days: try register.suggestedDays(for: need, since: day.monday)
      )
    }
    let index = try await live.current(isCancelled: isCancelled, progress: progress)
    let fitting = index.matches(for: known.need, MatchOptions(day: day, limit: .max)).filter {
      ($0.state == .ready || $0.state == .gap) && !known.settled.contains($0.supplier)
    }
    let list = Array(fitting.prefix(Self.longest))
    let ranking = try await fair(list, access)
    let count = min(
      list.count, allowance.remaining(suggestedOn: known.days, on: day))
    let need = try await keep(ranking.suppliers, count, known.need, access)
    let byID = Dictionary(uniqueKeysWithValues: list.map { ($0.supplier, $0) })
    let shown = ranking.entries.prefix(count).compactMap { entry in
      byID[entry.supplier.id].map { Entry(match: $0, fairness: entry.reason) }
    }
    return Outcome(
      need: need, day: day, shown: shown, waiting: fitting.count - shown.count,
      shownThisWeek: known.days.count,
      pause: allowance.reason(
        suggestedOn: known.days + shown.map { _ in day }, on: day))
  }

  /// Loads come from the register: what a supplier shows nobody still counts for its own good.
  private func fair(_ list: [Match], _ access: RegisterAccess) async throws -> FairRanking {
    let scored = list.map { ScoredSupplier(id: $0.supplier, score: $0.score) }
    let day = access.today
    let since = CalendarDay(number: day.number - Self.memory)
    let (ledger, loads) = try await access.read { connection in
      let register = Register(connection)
      let ids = scored.map { EntityID(stored: $0.id) }
      var loads: [String: Double] = [:]
      for id in ids {
        let facts = try register.supplierFacts(of: id)
        let supplier = facts.flatMap { Supplier($0, .builtIn) }
        loads[id.text] =
          SupplierLoad(
            askedOn: facts?.askedOn ?? [], employees: supplier?.employees, on: day
          ).load
      }
      return (try register.exposure(of: ids, since: since), loads)
    }
    return FairRanking(scored, ledger: ledger, on: day, loads: loads)
  }

  private func keep(
    _ list: [ScoredSupplier], _ count: Int, _ need: Need, _ access: RegisterAccess
  ) async throws -> Need {
    guard count > 0, !isDryRun else { return need }
    let deed = access.deed("")
    return try await access.write { connection in
      try Register(connection).suggest(list, shown: count, for: need, deed)
    }
  }
}
