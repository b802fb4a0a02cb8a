// SPDX-License-Identifier: Apache-2.0
import Localization
import Platform
import Registry
import Storage

/// What imports are and do, in words for a terminal.
struct ImportSummary {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  private func number(_ value: Int) -> String {
    language.number(Double(value), fractionDigits: 0)
  }

  /// What a list would do to the register, before it does.
  func announcement(_ staged: StagedList, file: String) -> String {
    let counts = staged.counts
    var lines = [
      say(
        "\(file): \(number(counts.rows)) Zeilen der Quelle „\(staged.source)“",
        "\(file): \(number(counts.rows)) rows of the source “\(staged.source)”")
    ]
    lines += staged.notes.map { "  " + $0[language] }
    lines += mapping(staged)
    // Duplicates within the list come first: whoever sends it can mend them.
    lines += repeats(staged)
    lines += outcomes(counts)
    lines += leavers(staged)
    lines += notices(staged)
    return lines.map { $0 + "\n" }.joined()
  }

  private func mapping(_ staged: StagedList) -> [String] {
    let title =
      if let known = staged.knownList {
        say("Bekannte Liste: ", "Known list: ") + known[language]
      } else if staged.isGuess {
        say(
          "Spalten, geraten (ändern: --save-mapping, --mapping):",
          "Columns, guessed (to change: --save-mapping, --mapping):")
      } else {
        say("Spalten:", "Columns:")
      }
    let columns = staged.mapping.columns.map { column in
      let meaning = column.targets.map(\.text).joined(separator: " + ")
      return "  \(column.column) → \(meaning)"
    }
    return [title] + columns
  }

  private func outcomes(_ counts: ImportCounts) -> [String] {
    func line(_ count: Int, _ german: String, _ english: String) -> String? {
      guard count > 0 else { return nil }
      let share = language.percent(Double(count) / Double(max(1, counts.rows)), fractionDigits: 1)
      let padded = String(repeating: " ", count: max(0, 10 - number(count).count)) + number(count)
      return "  \(padded)  \(say(german, english)) (\(share))"
    }
    let all = [
      line(counts.unchanged, "unverändert", "unchanged"),
      line(counts.changed, "geändert", "changed"),
      line(
        counts.linked, "mit einer bekannten Organisation verbunden",
        "linked to a known organisation"),
      line(counts.new, "neu", "new"),
      line(counts.asked, "zu fragen", "to be asked"),
      line(counts.refused, "abgelehnt", "refused"),
    ]
    var lines = all.compactMap(\.self)
    if counts.new == 0 { lines.append("  " + pad("0") + "  " + say("neu", "new")) }
    if counts.asked == 0 { lines.append("  " + pad("0") + "  " + say("zu fragen", "to be asked")) }
    return lines
  }

  private func pad(_ text: String) -> String {
    String(repeating: " ", count: max(0, 10 - text.count)) + text
  }

  private func repeats(_ staged: StagedList) -> [String] {
    let count = staged.counts.repeated
    guard count > 0 else { return [] }
    let examples = staged.repeats.prefix(3).map { row in
      "  " + say("Zeile", "line")
        + " \(row.line) = \(row.target?.text.dropFirst() ?? ""): \(row.name)"
    }
    return [
      say(
        "Mehrfach in der Liste: \(number(count)) Zeilen nennen eine Organisation, die schon eine frühere nennt",
        "More than once in the list: \(number(count)) rows name an organisation that an earlier row names"
      )
    ] + examples + (count > 3 ? ["  …"] : [])
  }

  private func leavers(_ staged: StagedList) -> [String] {
    guard staged.counts.left > 0 else { return [] }
    let names = staged.leavers.prefix(5).map { "  \($0.1) (\($0.0))" }
    return [
      say(
        "Nicht mehr in der Liste: \(number(staged.counts.left))",
        "No longer in the list: \(number(staged.counts.left))")
    ] + names + (staged.counts.left > names.count && !names.isEmpty ? ["  …"] : [])
  }

  private func notices(_ staged: StagedList) -> [String] {
    guard !staged.notices.isEmpty else { return [] }
    let lines = staged.notices.prefix(5).map { notice in
      let column = notice.column.isEmpty ? "" : " (\(notice.column))"
      return "  " + say("Zeile", "line") + " \(notice.line)\(column): \(notice.message[language])"
    }
    let more = staged.notices.count - lines.count
    return [
      say(
        "Hinweise zu Zeilen: \(number(staged.notices.count))",
        "Notes on rows: \(number(staged.notices.count))")
    ] + lines + (more > 0 ? ["  … (--json)"] : [])
  }

  /// What taking an import over did.
  func committed(_ summary: CommitSummary, _ id: String, _ database: String?) -> String {
    var text = say(
      "Übernommen als \(id): \(number(summary.new)) neu, \(number(summary.linked)) verbunden, \(number(summary.changed)) geändert, \(number(summary.unchanged)) unverändert, \(number(summary.left)) ausgeschieden.\n",
      "Taken over as \(id): \(number(summary.new)) new, \(number(summary.linked)) linked, \(number(summary.changed)) changed, \(number(summary.unchanged)) unchanged, \(number(summary.left)) left.\n"
    )
    if summary.open > 0 {
      let option = database.map { " --database \($0)" } ?? ""
      text += say(
        "\(number(summary.open)) Zeilen warten auf eine Antwort: tragwerk register review \(id)\(option)\n",
        "\(number(summary.open)) rows wait for an answer: tragwerk register review \(id)\(option)\n"
      )
    }
    return text
  }

  func answered(_ count: Int, _ summary: CommitSummary?, _ id: String) -> String {
    guard let summary else {
      return say(
        "\(number(count)) Antworten behalten; sie gelten, sobald \(id) übernommen wird.\n",
        "\(number(count)) answers kept; they hold once \(id) is committed.\n")
    }
    return committed(summary, id, nil)
  }

  func undone(_ summary: Register.UndoSummary, _ id: String) -> String {
    say(
      "\(id) ist zurückgenommen: \(number(summary.records)) Angaben, \(number(summary.withdrawn)) Organisationen, von denen sonst niemand spricht.\n",
      "\(id) is taken back: \(number(summary.records)) records, \(number(summary.withdrawn)) organisations nobody else speaks of.\n"
    )
  }

  func list(_ imports: [(StoredImport, ImportCounts)]) -> String {
    guard !imports.isEmpty else { return say("Noch kein Import.\n", "No import yet.\n") }
    return imports.map { stored, counts in
      let day = stored.begunAt.prefix(10)
      return
        "\(stored.id)  \(day)  \(stored.source): \(stored.file), \(number(counts.rows)) "
        + say("Zeilen", "rows") + ", \(stored.state.label[language])\n"
    }.joined()
  }

  /// Rows that wait, with their candidates.
  func questions(_ questions: [ReviewImport.Question], of id: String) -> String {
    guard !questions.isEmpty else {
      return say("Nichts wartet auf eine Antwort.\n", "Nothing waits for an answer.\n")
    }
    var text = ""
    for question in questions {
      text += say("Zeile", "line") + " \(question.row.line): \(question.row.name)"
      text += question.place.isEmpty ? "\n" : ", \(question.place)\n"
      for candidate in question.candidates {
        let share = language.percent(candidate.candidate.probability)
        text += "  \(candidate.candidate.target.text)  \(share)  \(candidate.name)"
        text += candidate.place.isEmpty ? "\n" : ", \(candidate.place)\n"
        text += "      \(candidate.candidate.reasons[language])\n"
      }
    }
    return text
      + say(
        "\(number(questions.count)) Fragen. Antworten: tragwerk register answer \(id) ZEILE=KENNUNG|=ZEILE|new|leave\n",
        "\(number(questions.count)) questions. To answer: tragwerk register answer \(id) LINE=ID|=LINE|new|leave\n"
      )
  }
}

/// Steps of work on imports.
enum ImportWords {
  static let reading = LocalizedText(
    de: "Zeilen gelesen und verglichen", en: "Rows read and compared")
  static let writing = LocalizedText(de: "Übernommen bis Zeile", en: "Taken over up to line")
  static let undoing = LocalizedText(de: "Zurückgenommen bis Zeile", en: "Taken back up to line")
  static let exporting = LocalizedText(de: "Organisationen ausgegeben", en: "Organisations written")
}
