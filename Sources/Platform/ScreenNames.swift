// SPDX-License-Identifier: Apache-2.0
import Batching
import Foundation
import Localization
import Screening
import ValueChains

/// Use case: names screened against a list, or given pairs of names judged.
///
/// An aid for people who screen: what is clear here is no proof that somebody is on no list.
public struct ScreenNames: Sendable {
  public enum Question: Sendable {
    /// Each name of a file against each entry of a list.
    case names(String, against: String)
    /// The pairs of a file.
    case pairs(String)
  }

  public var question: Question
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(_ question: Question) { self.question = question }

  /// What was found, one a name and candidate.
  public struct Row: Sendable, Hashable {
    public let query: String
    /// `""` where nothing was found.
    public let candidate: String
    public let score: Double
    public let decision: ScreeningDecision
    public let reasons: [LocalizedText]
  }

  public struct Screened: Sendable {
    /// In the order of the input; the candidates of a name from the highest score down.
    public let rows: [Row]
    /// What was left out of the files read, each with its place.
    public let findings: [Finding]
    /// How many names or pairs were asked about, and how many entries the list has.
    public let asked: Int
    public let entries: Int
  }

  /// Reads, compares and gathers. The same rows for any number of tasks. Throws with findings where
  /// a file cannot be used as a whole.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Screened {
    switch question {
    case .names(let names, let list):
      return try await screen(names, against: list, isCancelled, progress)
    case .pairs(let path):
      let reading = NamePairs(try ScreeningFiles.bytes(of: path))
      let findings = try ScreeningFiles.findings(reading.faults, path)
      let pairs = reading.pairs
      let finished: @Sendable (Int) -> Void = { progress($0, pairs.count) }
      let rows = try await SideBySide.batches(
        of: 64, count: pairs.count, tasks: tasks, isCancelled: isCancelled, finished: finished
      ) { range, finished in
        var scorer = SubjectScorer()
        return range.map { at in
          defer { finished() }
          return Self.row(pairs[at], &scorer)
        }
      }
      return Screened(rows: rows, findings: findings, asked: pairs.count, entries: 0)
    }
  }

  private func screen(
    _ path: String, against listPath: String, _ isCancelled: @escaping @Sendable () -> Bool,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Screened {
    let names = ListReading(try ScreeningFiles.bytes(of: path))
    let reading = ListReading(try ScreeningFiles.bytes(of: listPath))
    // Both files are told about before anything is computed.
    let findings = try ScreeningFiles.findings([(names.faults, path), (reading.faults, listPath)])
    let list = ScreeningList(
      name: URL(fileURLWithPath: listPath).lastPathComponent, version: reading.version,
      entries: reading.entries)
    let subjects = names.entries.map(\.subject)
    let finished: @Sendable (Int) -> Void = { progress($0, subjects.count) }
    let rows = try await SideBySide.batches(
      of: 64, count: subjects.count, tasks: tasks, isCancelled: isCancelled, finished: finished
    ) { range, finished in
      var search = ScreeningList.Search()
      return range.map { at in
        defer { finished() }
        return Self.rows(subjects[at], list, &search)
      }
    }
    return Screened(
      rows: rows.flatMap { $0 }, findings: findings, asked: subjects.count,
      entries: list.entries.count)
  }

  private static func row(_ pair: NamePairs.Pair, _ scorer: inout SubjectScorer) -> Row {
    let score = scorer.score(
      ScreeningSubject(pair.query, kind: pair.kind),
      ScreeningSubject(pair.candidate, kind: pair.kind))
    return Row(
      query: pair.query, candidate: pair.candidate, score: score.score, decision: score.decision,
      reasons: score.reasons.map(\.text))
  }

  private static func rows(
    _ subject: ScreeningSubject, _ list: ScreeningList, _ search: inout ScreeningList.Search
  ) -> [Row] {
    let matches = list.matches(for: subject, &search)
    guard matches.isEmpty else {
      return matches.map { match in
        Row(
          query: subject.name, candidate: match.score.entryName, score: match.score.score,
          decision: match.score.decision, reasons: match.score.reasons.map(\.text))
      }
    }
    if subject.isComparable {
      return [Row(query: subject.name, candidate: "", score: 0, decision: .clear, reasons: [])]
    }
    // Nothing of the name can be compared: that is no clearance.
    return [
      Row(
        query: subject.name, candidate: "", score: ScreeningDecision.reviewCut, decision: .review,
        reasons: [ScreeningReason.notComparable.text])
    ]
  }
}
