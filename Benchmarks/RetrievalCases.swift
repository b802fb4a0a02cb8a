// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDBSQLite
import Retrieval
import TextAnalysis

/// A million made-up texts in the index, and in SQLite's FTS5 beside it.
extension BenchmarkCase {
  static let retrieval: [BenchmarkCase] = [
    BenchmarkCase(name: "retrieval-build-1M", runs: 1) {
      let texts = capabilityTexts(1_000_000)
      return { "\(capabilityIndex(texts).count) texts of 8 to 20 words" }
    },
    BenchmarkCase(name: "retrieval-query-1M", runs: 3) {
      let index = capabilityIndex(capabilityTexts(1_000_000))
      let queries = capabilityQueries()
      return {
        var work = SearchWorkspace()
        return slowest(queries) { index.search(TextQuery($0), limit: 20, &work).count }
      }
    },
    BenchmarkCase(name: "fts5-build-1M", runs: 1) {
      let texts = capabilityTexts(1_000_000)
      return { "\(try FullTextPeer(texts).count) texts" }
    },
    BenchmarkCase(name: "fts5-query-1M", runs: 1) {
      let peer = try FullTextPeer(capabilityTexts(1_000_000))
      let queries = capabilityQueries()
      return { slowest(queries) { peer.search($0) } }
    },
  ]

  private static func capabilityTexts(_ count: Int) -> [String] {
    var generator = GeneratedCapabilities(seed: 1)
    return (0..<count).map { _ in generator.text() }
  }

  /// Fifty each of 3, 8, 16 and 40 words.
  private static func capabilityQueries() -> [String] {
    var generator = GeneratedCapabilities(seed: 2)
    return [3, 8, 16, 40].flatMap { words in
      (0..<50).map { _ in generator.text(words: words) }
    }
  }

  private static func capabilityIndex(_ texts: [String]) -> TextIndex {
    let words = (GeneratedCapabilities.roots + GeneratedCapabilities.english).flatMap {
      FoldedText($0, umlauts: .merged).words
    }
    let splitter = CompoundSplitter(words: words)
    var index = TextIndex(IndexSettings(units: .words(WordUnits(splitter: splitter))))
    index.put(
      texts.enumerated().lazy.map { TextIndex.Document("\($0.offset)", [$0.element]) })
    return index
  }

  private static func slowest(_ queries: [String], _ search: (String) -> Int) -> String {
    var found = 0
    let times = queries.map { query in
      let start = Benchmarks.cpuSeconds()
      found += search(query)
      return (Benchmarks.cpuSeconds() - start) * 1000
    }.sorted()
    return String(
      format: "%d queries, %d found, p50 %.1f ms, p99 %.1f ms, max %.1f ms", queries.count, found,
      times[times.count / 2], times[times.count * 99 / 100], times[times.count - 1])
  }
}

/// SQLite's full-text index in memory.
private final class FullTextPeer: @unchecked Sendable {
  private var database: OpaquePointer?
  let count: Int

  init(_ texts: [String]) throws {
    count = texts.count
    sqlite3_open(":memory:", &database)
    sqlite3_exec(
      database,
      "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2'); BEGIN",
      nil, nil, nil)
    var insert: OpaquePointer?
    sqlite3_prepare_v2(database, "INSERT INTO t (x) VALUES (?)", -1, &insert, nil)
    for text in texts {
      sqlite3_bind_text(insert, 1, text, -1, Self.copied)
      sqlite3_step(insert)
      sqlite3_reset(insert)
    }
    sqlite3_finalize(insert)
    sqlite3_exec(database, "COMMIT", nil, nil, nil)
  }

  deinit { sqlite3_close(database) }

  func search(_ query: String) -> Int {
    let words = query.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " OR ")
    var select: OpaquePointer?
    sqlite3_prepare_v2(
      database, "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20", -1, &select, nil)
    sqlite3_bind_text(select, 1, words, -1, Self.copied)
    var found = 0
    while sqlite3_step(select) == SQLITE_ROW { found += 1 }
    sqlite3_finalize(select)
    return found
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
