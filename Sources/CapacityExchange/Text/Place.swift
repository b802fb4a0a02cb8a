// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Where something stands: a file, a line and a JSON path.
struct Place: Sendable {
  let file: String
  let line: Int
  let path: JSONPath

  /// For notes in the table of provenance.
  var text: String { "\(file): \(path.text)" }
}

/// Findings of an import while they gather.
///
/// A class, because everything that reads an object writes here; it never leaves one merge.
final class FindingLog {
  private(set) var findings: [Finding] = []
  private var counts: [String: Int] = [:]
  private var suppressed: [String: Finding.Severity] = [:]

  /// A file that is wrong throughout is not told a million times.
  static let mostPerFile = 500

  func add(
    _ code: Finding.Code, _ severity: Finding.Severity, _ place: Place, _ german: String,
    _ english: String
  ) {
    let count = counts[place.file, default: 0] + 1
    counts[place.file] = count
    if count > Self.mostPerFile {
      if suppressed[place.file] != .error { suppressed[place.file] = severity }
      return
    }
    findings.append(
      Finding(
        code, severity, table: place.file.shown, row: place.line, column: place.path.text,
        LocalizedText(de: german, en: english)))
  }

  func error(_ code: Finding.Code, _ place: Place, _ german: String, _ english: String) {
    add(code, .error, place, german, english)
  }

  func warning(_ code: Finding.Code, _ place: Place, _ german: String, _ english: String) {
    add(code, .warning, place, german, english)
  }

  /// All of them, files in the order given, each file's in the order in which they were found.
  func all(in files: [String]) -> [Finding] {
    var names: [String] = []
    for name in files.map(\.shown) where !names.contains(name) { names.append(name) }
    let order = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let sorted = findings.enumerated().sorted {
      (order[$0.element.table] ?? .max, $0.offset) < (order[$1.element.table] ?? .max, $1.offset)
    }.map(\.element)
    return sorted
      + suppressed.sorted { $0.key < $1.key }.map { file, severity in
        let more = counts[file, default: 0] - Self.mostPerFile
        return Finding(
          .documentUnreadable, severity, table: file.shown,
          LocalizedText(
            de: "Dazu \(more) weitere Befunde in dieser Datei.",
            en: "And \(more) more findings in this file."))
      }
  }
}
