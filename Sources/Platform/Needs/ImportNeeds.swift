// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import NeedLists
import Registry
import Storage
import ValueChains

/// Use case: keep the needs of a list. The same list again changes what it says otherwise now.
///
/// Taken over is what the list says otherwise than before: what people changed since then stands where
/// the list says nothing new.
///
/// One transaction: all of the list or nothing. Needs that the list no longer names stay as they are
/// and are told; whether they are covered or withdrawn is for people to say.
public struct ImportNeeds: Sendable {
  public let path: String
  /// What the list is called from time to time, as a source of the register.
  public let source: String
  /// Whether new needs are published at once instead of being drafts.
  public var publishesNew = false
  public var isDryRun = false

  public init(path: String, source: String) {
    self.path = path
    self.source = source
  }

  public enum Fate: Sendable, Equatable {
    case new
    case unchanged
    /// The list says what it said before; people changed these fields since then, and that stands.
    case changedHere([NeedField])
    /// A new version, with the fields that differ.
    case changed([NeedField])
    /// The list says something else of a need that is covered or withdrawn; nothing is changed.
    case closed(NeedState)
  }

  public struct Row: Sendable {
    public let line: Int
    public let key: String
    /// Nil for what a dry run would add.
    public let id: String?
    public let title: String
    public let fate: Fate
  }

  public struct Outcome: Sendable {
    public let rows: [Row]
    /// What the source named before and the list does not.
    public let absent: [(key: String, id: String)]
    /// Warnings about the file.
    public let findings: [Finding]
  }

  public func run(_ access: RegisterAccess) async throws -> Outcome {
    let list = NeedList(try ScreeningFiles.bytes(of: path), file: path)
    let (work, deed) = (self, access.deed(source))
    let body: @Sendable (Register, NeedTable) throws -> Outcome = { register, table in
      try work.take(list, register, table, deed)
    }
    // Of a list with errors nothing is written, but all that is wrong is told at once.
    return isDryRun || list.findings.hasErrors
      ? try await access.read { try body(Register($0), NeedTable($0)) }
      : try await access.write { try body(Register($0), NeedTable($0)) }
  }

  private func take(_ list: NeedList, _ register: Register, _ table: NeedTable, _ deed: Deed) throws
    -> Outcome
  {
    var rows: [Row] = []
    var findings: [Finding] = []
    for row in list.rows {
      let earlier = try table.need(NeedSource(source: source, key: row.key))
      let news = try earlier.flatMap { try table.stated(of: $0.id) }.map { row.values.without($0) }
      let (need, faults) = Need.make(news ?? row.values, over: earlier)
      let told =
        faults.map { finding(row, $0.field, $0.message) } + buyer(of: need, row, register)
        + (earlier == nil ? expired(need, row, deed.day) : [])
      findings += told
      if told.isEmpty, !list.findings.hasErrors {
        rows.append(try take(need, row, over: earlier, register, table, deed))
      }
    }
    guard findings.isEmpty, !list.findings.hasErrors else {
      throw Self.refused(list.findings + findings)
    }
    let named = Set(list.rows.map(\.key))
    return Outcome(
      rows: rows, absent: try table.keys(of: source).filter { !named.contains($0.key) },
      findings: list.findings)
  }

  private func take(
    _ need: Need, _ row: NeedList.Row, over earlier: Need?, _ register: Register,
    _ table: NeedTable, _ deed: Deed
  ) throws -> Row {
    func made(_ id: String?, _ fate: Fate) -> Row {
      Row(line: row.line, key: row.key, id: id, title: need.title, fate: fate)
    }
    guard let earlier else {
      guard !isDryRun else { return made(nil, .new) }
      let entered = try register.enter(
        need, from: NeedSource(source: source, key: row.key), deed)
      try table.setStated(row.values, of: entered.id)
      if publishesNew { try register.move(entered.id, to: .published, deed) }
      return made(entered.id, .new)
    }
    let fields = need.fields(differingFrom: earlier)
    let isClosed = earlier.state.afterChange == nil
    if !isDryRun, !isClosed || fields.isEmpty {
      let before = try table.stated(of: earlier.id) ?? NeedValues()
      try table.setStated(before.overlaid(by: row.values), of: earlier.id)
    }
    guard !fields.isEmpty else {
      let differing = Need.make(row.values, over: earlier).need.fields(differingFrom: earlier)
      return made(earlier.id, differing.isEmpty ? .unchanged : .changedHere(differing))
    }
    guard !isClosed else { return made(earlier.id, .closed(earlier.state)) }
    if !isDryRun { _ = try register.change(earlier.id, from: earlier.version, to: need, deed) }
    return made(earlier.id, .changed(fields))
  }

  /// A buyer that the register does not know, or that is none.
  private func buyer(of need: Need, _ row: NeedList.Row, _ register: Register) -> [Finding] {
    guard let buyer = need.buyer else { return [] }
    do {
      _ = try register.organisation(buyer)
      return []
    } catch let error as StorageError {
      return [finding(row, .buyer, error.message)]
    } catch {
      // The database's own errors come out of the next statement.
      return []
    }
  }

  /// Nothing that stands no longer is published.
  private func expired(_ need: Need, _ row: NeedList.Row, _ today: CalendarDay) -> [Finding] {
    guard publishesNew, let last = need.expiresOn, last < today else { return [] }
    return [
      finding(
        row, .expires,
        LocalizedText(
          de:
            "Der Bedarf galt bis \(last) und kann nicht veröffentlicht werden. Den Tag prüfen, oder ohne --publish einlesen.",
          en:
            "The need stood until \(last) and cannot be published. Check the day, or import without --publish."
        ))
    ]
  }

  private func finding(_ row: NeedList.Row, _ field: NeedField, _ message: LocalizedText)
    -> Finding
  {
    Finding(
      .valueInvalid, .error, table: path, row: row.line, column: field.rawValue, key: row.key,
      message)
  }

  private static func refused(_ findings: [Finding]) -> PlatformError {
    let errors = findings.count { $0.severity == .error }
    return PlatformError(
      .data,
      LocalizedText(
        de: "Die Liste hat \(errors) Fehler; kein Bedarf wurde übernommen.",
        en:
          "The list has \(errors) \(errors == 1 ? "error" : "errors"); no need was taken over."),
      findings: findings)
  }
}
