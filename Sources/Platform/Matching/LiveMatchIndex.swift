// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import Storage

/// The organisations of the register made ready for matching, kept as current as the register.
///
/// Made once, a page at a time; then every refresh reads what changed since the last and nothing else.
/// It holds what one audience may know.
public actor LiveMatchIndex {
  /// What a refresh did.
  public struct Refreshed: Sendable, Hashable {
    public var put = 0
    public var removed = 0
  }

  public let audience: Audience
  private let access: RegisterAccess
  private let page: Int
  private let empty: MatchIndex
  private var index: MatchIndex
  /// The number of the last change that is in the index; nil before it is made.
  private var seen: Int64?
  private var isWorking = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - empty: an index without suppliers.
  ///   - page: so many organisations are read at a time.
  public init(
    _ access: RegisterAccess, for audience: Audience = .operator,
    filling empty: MatchIndex = .builtIn, page: Int = 500
  ) {
    precondition(empty.count == 0, "suppliers come from the register alone")
    self.access = access
    self.audience = audience
    self.page = max(1, page)
    self.empty = empty
    index = empty
  }

  /// The index, with all that was committed before the call.
  public func current(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> MatchIndex {
    _ = try await refresh(isCancelled: isCancelled, progress: progress)
    return index
  }

  /// Takes in what was committed since the last call. The first one makes the index, at 2.6 ms of CPU
  /// and some 40 KiB an organisation; a later one takes 2 to 14 ms for each that changed, among 50,000.
  ///
  /// An index that somebody still holds is copied first, which takes 0.3 s at that size.
  @discardableResult public func refresh(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Refreshed {
    await begin()
    defer { end() }
    guard let seen else { return try await make(isCancelled, progress) }
    return try await update(from: seen, isCancelled, progress)
  }

  /// One refresh at a time: an actor lets the next one in wherever one waits for the database.
  private func begin() async {
    while isWorking { await withCheckedContinuation { waiting.append($0) } }
    isWorking = true
  }

  private func end() {
    isWorking = false
    for next in waiting { next.resume() }
    waiting.removeAll()
  }

  private func make(
    _ isCancelled: () -> Bool, _ progress: (Int, Int) -> Void
  ) async throws -> Refreshed {
    index = empty
    var done = Refreshed()
    // What changes while pages are read has a higher number and comes with the next refresh.
    let (latest, total) = try await access.read { connection in
      (
        try OrganisationChangeTable(connection).latest(),
        try Register(connection).organisationCount()
      )
    }
    var last = ""
    while true {
      if isCancelled() { throw PlatformError.interrupted }
      let (after, limit) = (last, page)
      let facts = try await access.read {
        try Register($0).supplierFacts(after: after, limit: limit)
      }
      guard let end = facts.last else { break }
      last = end.file.id.text
      let suppliers = facts.compactMap(supplier)
      index.put(suppliers)
      done.put += suppliers.count
      progress(min(done.put, total), total)
    }
    seen = latest
    return done
  }

  private func update(
    from seen: Int64, _ isCancelled: () -> Bool, _ progress: (Int, Int) -> Void
  ) async throws -> Refreshed {
    let (latest, changed) = try await access.read { connection in
      let table = OrganisationChangeTable(connection)
      return (try table.latest(), try table.changed(after: seen))
    }
    var done = Refreshed()
    for start in stride(from: 0, to: changed.count, by: page) {
      if isCancelled() { throw PlatformError.interrupted }
      let ids = Array(changed[start..<min(start + page, changed.count)])
      let facts = try await access.read { connection in
        let register = Register(connection)
        var facts: [SupplierFacts] = []
        for id in ids {
          if let found = try register.supplierFacts(of: id) { facts.append(found) }
        }
        return facts
      }
      let suppliers = facts.compactMap(supplier)
      let kept = Set(suppliers.map(\.id))
      for id in ids where !kept.contains(id.text) {
        if index.remove(id.text) { done.removed += 1 }
      }
      index.put(suppliers)
      done.put += suppliers.count
      progress(start + ids.count, changed.count)
    }
    self.seen = latest
    return done
  }

  private func supplier(_ facts: SupplierFacts) -> Supplier? {
    Supplier(facts, empty.spellings.thesaurus)?.disclosed(to: audience)
  }
}
