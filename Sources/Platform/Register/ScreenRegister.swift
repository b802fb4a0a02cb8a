// SPDX-License-Identifier: Apache-2.0
import Batching
import Foundation
import Localization
import Registry
import Screening
import Storage
import ValueChains

/// Use case: every organisation of the register against a list. What is found goes into the review
/// queue; after an update of the list only what is new or has changed is asked again.
///
/// An aid for people who screen: what is clear here is no proof that somebody is on no list.
public struct ScreenRegister: Sendable {
  /// The list's file.
  public let path: String
  /// What the list is called from version to version.
  public let list: String
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(path: String, list: String) {
    self.path = path
    self.list = list
  }

  public struct Outcome: Sendable {
    public let rescreening: Rescreening
    public let organisations: Int
    public let entries: Int
    public let version: String
    /// What was left out of the list, each with its place.
    public let findings: [Finding]
  }

  public func run(
    _ access: RegisterAccess,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let reading = ListReading(try ScreeningFiles.bytes(of: path))
    let findings = try ScreeningFiles.findings(reading.faults, path)
    let screened = ScreeningList(name: list, version: reading.version, entries: reading.entries)
    let subjects = try await Self.subjects(access)
    let told: @Sendable (Int) -> Void = { progress($0, subjects.count) }
    let hits = try await SideBySide.batches(
      of: 64, count: subjects.count, tasks: tasks, isCancelled: isCancelled, finished: told
    ) { range, finished in
      var search = ScreeningList.Search()
      return range.map { at in
        defer { finished() }
        let (id, subject) = subjects[at]
        return screened.matches(for: subject, &search).map {
          ScreeningHit(subject: id.text, subject, $0, list: screened)
        }
      }
    }
    if isCancelled() { throw PlatformError.interrupted }
    let result = try await store(hits.flatMap { $0 }, screened, subjects.map(\.0.text), access)
    return Outcome(
      rescreening: result, organisations: subjects.count, entries: screened.entries.count,
      version: screened.version, findings: findings)
  }

  private static func subjects(_ access: RegisterAccess) async throws
    -> [(EntityID, ScreeningSubject)]
  {
    try await access.read { connection in
      var subjects: [(EntityID, ScreeningSubject)] = []
      try Register(connection).forEachComparable { organisation in
        subjects.append((organisation.id, ScreeningSubject(organisation)))
      }
      return subjects
    }
  }

  private func store(
    _ hits: [ScreeningHit], _ list: ScreeningList, _ subjects: [String], _ access: RegisterAccess
  ) async throws -> Rescreening {
    let (actor, time) = (access.actor, access.time)
    return try await access.write { connection in
      let table = HitTable(connection)
      let result = Rescreening(
        earlier: try table.hits(list: list.name), current: hits,
        entries: Set(list.entries.map(\.id)), subjects: Set(subjects))
      try table.save(
        result,
        of: StoredScreeningList(
          name: list.name, version: list.version, entries: list.entries.count, screenedAt: time,
          screenedBy: actor))
      return result
    }
  }
}

extension ScreeningSubject {
  /// An organisation of the register as it is screened.
  init(_ organisation: ComparableOrganisation) {
    self.init(
      organisation.names.first ?? "", kind: .organisation,
      otherNames: Array(organisation.names.dropFirst()),
      identifiers: organisation.identifiers.compactMap { SubjectIdentifier($0) },
      countries: Array(Set(organisation.addresses.compactMap(\.country))).sorted(),
      addresses: organisation.addresses.map { address in
        [address.street, address.postcode, address.city].compactMap(\.self)
          .joined(separator: ", ")
      })
  }
}

/// Use case: the review queue of screening.
public struct ReviewHits: Sendable {
  /// Nil for all lists.
  public var list: String?
  /// Nil for all decisions.
  public var outcome: ReviewDecision.Outcome? = .open

  public init() {}

  /// Hits with the organisation's name as the register shows it.
  public func run(_ access: RegisterAccess) async throws -> [(hit: ScreeningHit, name: String)] {
    let (list, outcome) = (list, outcome)
    return try await access.read { connection in
      let register = Register(connection)
      return try HitTable(connection).hits(list: list, outcome: outcome).map { hit in
        let line = try register.line(of: EntityID(stored: hit.key.subject))
        return (hit, line?.name ?? hit.key.subject)
      }
    }
  }
}

/// Use case: a person says whether a hit is the organisation.
public struct DecideHit: Sendable {
  public let key: ScreeningHit.Key
  public let outcome: ReviewDecision.Outcome
  public let why: String

  public init(key: ScreeningHit.Key, outcome: ReviewDecision.Outcome, why: String) {
    self.key = key
    self.outcome = outcome
    self.why = why
  }

  public func run(_ access: RegisterAccess) async throws {
    let (key, why) = (key, why)
    let decision = ReviewDecision(outcome: outcome, by: access.actor, at: access.time, why: why)
    try await access.write { connection in
      try HitTable(connection).decide(key, decision)
    }
  }
}
