// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Platform

/// What an import of needs did, in words for a terminal.
struct NeedImportSummary {
  let language: Language
  /// Rows named one by one of each kind.
  private static let mostLines = 20

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  func text(_ outcome: ImportNeeds.Outcome, _ work: ImportNeeds) -> String {
    func count(_ isMeant: (ImportNeeds.Fate) -> Bool) -> Int {
      outcome.rows.count { isMeant($0.fate) }
    }
    let new = count { $0 == .new }
    let here = outcome.rows.filter { if case .changedHere = $0.fate { true } else { false } }
    let unchanged = count { $0 == .unchanged } + here.count
    let changed = outcome.rows.filter { if case .changed = $0.fate { true } else { false } }
    let closed = outcome.rows.filter { if case .closed = $0.fate { true } else { false } }
    var text = say(
      "\(work.path): \(outcome.rows.count) Bedarfe der Quelle „\(work.source)“: \(new) neu, \(changed.count) geändert, \(unchanged) unverändert\n",
      "\(work.path): \(outcome.rows.count) \(outcome.rows.count == 1 ? "need" : "needs") of the source “\(work.source)”: \(new) new, \(changed.count) changed, \(unchanged) unchanged\n"
    )
    text += lines(outcome.rows.filter { $0.fate == .new }) { row in
      "  + \(row.id.map { $0 + "  " } ?? "")\(row.key)  \(row.title)\n"
    }
    text += lines(changed) { row in
      guard case .changed(let fields) = row.fate else { return "" }
      return
        "  ~ \(row.id ?? "")  \(row.key)  \(row.title): \(NeedSummary.labels(fields)[language])\n"
    }
    text += lines(here) { row in
      guard case .changedHere(let fields) = row.fate else { return "" }
      let labels = NeedSummary.labels(fields)[language]
      return
        "  = \(row.id ?? "")  \(row.key)  \(row.title): "
        + say("hier geändert und so gelassen: ", "changed here and left so: ") + labels + "\n"
    }
    text += lines(closed) { row in
      guard case .closed(let state) = row.fate else { return "" }
      return
        "  ! \(row.id ?? "")  \(row.key)  \(row.title): "
        + say(
          "\(state.label.german), blieb wie es ist", "\(state.label.english), left as it is")
        + "\n"
    }
    if !outcome.absent.isEmpty {
      text += say(
        "Nicht mehr in der Liste, unverändert gelassen:\n",
        "No longer in the list, left as they are:\n")
      text += lines(outcome.absent) { "  - \($0.id)  \($0.key)\n" }
    }
    return text + ending(work, new: new)
  }

  private func ending(_ work: ImportNeeds, new: Int) -> String {
    if work.isDryRun { return say("Nichts wurde geschrieben.\n", "Nothing was written.\n") }
    guard new > 0, !work.publishesNew else { return "" }
    return say(
      "Neue Bedarfe sind Entwürfe: „tragwerk need publish KENNUNG“ veröffentlicht sie.\n",
      "New needs are drafts: “tragwerk need publish ID” publishes them.\n")
  }

  private func lines<Row>(_ rows: [Row], _ line: (Row) -> String) -> String {
    let more = rows.count - Self.mostLines
    return rows.prefix(Self.mostLines).map(line).joined() + (more > 0 ? "  … \(more)\n" : "")
  }
}
