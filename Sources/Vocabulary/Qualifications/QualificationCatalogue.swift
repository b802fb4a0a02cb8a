// SPDX-License-Identifier: Apache-2.0
import Localization

/// Standards, licences and approvals that firms show, recognised however they are written.
public struct QualificationCatalogue: Sendable {
  public struct Entry: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      case management, process, laboratory, authorisation, environment, safety, security, trade
    }

    /// Stable, as in `EN9100`.
    public let id: String
    /// How it is usually written.
    public let name: String
    /// What it is about.
    public let subject: LocalizedText
    public let kind: Kind
    /// What is usually held first; empty where it can be had by itself.
    public let buildsOn: [String]
    /// Months it usually takes to obtain; nil where nobody has estimated them. An estimate until
    /// `confirmedBy` names who confirmed it.
    public let months: ClosedRange<Double>?
    /// The expert who confirmed the months.
    public let confirmedBy: String?
    /// Standard or law, and the year of the edition the row follows.
    public let source: String
    public let year: Int
  }

  public static let builtIn = QualificationCatalogue()

  public let entries: [Entry]
  private let byID: [String: Int]
  /// Entries whose alias begins with a word, longest alias first.
  private let byFirstWord: [String: [(words: [String], entry: Int)]]

  private init() {
    let table = VocabularyTable(
      "qualifications.csv", PackageResources.qualifications_csv,
      columns: [
        "id", "name", "subject_de", "subject_en", "kind", "aliases", "builds_on", "months_min",
        "months_max", "confirmed_by", "source", "year",
      ])
    var entries: [Entry] = []
    var aliases: [String: [(words: [String], entry: Int)]] = [:]
    for row in table.rows {
      guard let kind = Entry.Kind(rawValue: row["kind"]), let year = row.number("year") else {
        preconditionFailure("\(table.name):\(row.line) has a known kind and a year")
      }
      let spellings = [row["id"], row["name"]] + VocabularyTable.words(row["aliases"])
      for spelling in spellings {
        let words = StandardText.words(spelling)
        guard let first = words.first else { continue }
        aliases[first, default: []].append((words, entries.count))
      }
      entries.append(
        Entry(
          id: row["id"], name: row["name"],
          subject: LocalizedText(de: row["subject_de"], en: row["subject_en"]), kind: kind,
          buildsOn: VocabularyTable.words(row["builds_on"]),
          months: row.number("months_min").flatMap { low in
            row.number("months_max").map { low...max(low, $0) }
          },
          confirmedBy: row["confirmed_by"].isEmpty ? nil : row["confirmed_by"],
          source: row["source"], year: Int(year)))
    }
    self.entries = entries
    byID = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($0.element.id, $0.offset) })
    byFirstWord = aliases.mapValues { list in
      // The order in the table decides between aliases of one length.
      list.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }.map(\.element)
    }
  }

  public subscript(id: String) -> Entry? { byID[id].map { entries[$0] } }

  /// Every entry a text names, in its order, each once.
  ///
  /// `DIN EN ISO 9001:2015`, `9001`, `zertifiziert nach ISO 9001 und 14001`. A number alone counts
  /// only where it is an alias.
  public func all(in text: String) -> [Entry] {
    guard text.utf8.count <= 4000 else { return [] }
    let words = StandardText.words(text)
    var found: [Int] = []
    var at = 0
    while at < words.count {
      let match = byFirstWord[words[at]]?.first { words[at...].starts(with: $0.words) }
      if let match, !found.contains(match.entry) { found.append(match.entry) }
      at += match?.words.count ?? 1
    }
    return found.map { entries[$0] }
  }

  /// The first entry a text names.
  public func recognise(_ text: String) -> Entry? { all(in: text).first }
}
