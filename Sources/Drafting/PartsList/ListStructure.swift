// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// What stands between the lines of a list: which belongs to which, which replaces which, and how
/// quantities multiply down.
struct ListStructure {
  private(set) var lines: [PartsListLine]
  private(set) var findings: [Finding] = []
  private let file: String
  private let plan: ColumnPlan
  /// The lines that are parts, in order.
  private let parts: [Int]

  init(lines: [PartsListLine], file: String, plan: ColumnPlan) {
    self.lines = lines
    self.file = file
    self.plan = plan
    parts = lines.indices.filter {
      [.counted, .notFitted].contains(lines[$0].disposition)
    }
  }

  mutating func resolve() {
    let tree = ListTree(lines, parts: parts, hasLevels: plan.has(.level))
    for (line, place) in tree.places {
      lines[line].parent = place.parent
      lines[line].level = place.level
    }
    markAlternates()
    markOldRevisions()
    markRepeatedTables()
    markAssemblies()
    inheritFromAbove()
    multiply()
    noteRepeatedReferences()
  }

  // MARK: Alternates

  private mutating func markAlternates() {
    var groups: [String: Int] = [:]
    for at in parts {
      let text = lines[at].alternatives
      if !text.isEmpty, text.utf8.count <= 4 { groups[text, default: 0] += 1 }
    }
    let heading = HeadingText.folded(plan.heading(.alternate))
    let namesTarget =
      heading.hasSuffix(" zu") || heading.hasSuffix(" for") || heading.hasSuffix(" to")
    var seen: Set<String> = []
    for at in parts where lines[at].disposition == .counted {
      let text = lines[at].alternatives
      var isAlternate =
        Self.saysAlternate(lines[at].name) || Self.saysAlternate(lines[at].position)
        || Self.namesWhatItReplaces(lines[at].name)
      if FittingWords.isNo(text) {
        lines[at].alternatives = ""
      } else if !text.isEmpty, namesTarget || FittingWords.isYes(text) || Self.pointsAtLine(text) {
        isAlternate = true
      } else if !text.isEmpty, groups[text, default: 0] > 1 {
        isAlternate = isAlternate || !seen.insert(text).inserted
      }
      guard isAlternate else { continue }
      set(
        at, .alternate, "Kann für ein anderes Teil stehen; zählt nicht mit.",
        "May stand in for another part; not counted.")
    }
  }

  /// `Alternative: …`, `alternativ zu 10`, `Alt. 10`
  private static func saysAlternate(_ text: String) -> Bool {
    let words = HeadingText.words(String(text.prefix(60)))
    guard let head = words.first else { return false }
    if ["alternative", "alternativ", "ersatzweise", "alternativteil"].contains(head) {
      return true
    }
    return ["alternate", "alt", "ersatz", "substitute"].contains(head)
      && (text.contains(":") || words.count == 1
        || ["for", "to", "zu", "fur"].contains(words[1]) || Int(words[1]) != nil)
  }

  /// `Control board, alternative to item 7.1`
  private static func namesWhatItReplaces(_ name: String) -> Bool {
    name.prefix(200).split(separator: ",").dropFirst().contains { clause in
      let words = HeadingText.words(String(clause))
      return words.count > 1
        && ["alternative", "alternativ", "alternate", "ersatz", "substitute"].contains(words[0])
        && ["zu", "to", "for", "fur", "fuer"].contains(words[1])
    }
  }

  /// `zu Pos. 10`, `for 20`
  private static func pointsAtLine(_ text: String) -> Bool {
    let words = HeadingText.words(String(text.prefix(60)))
    guard let head = words.first, words.count <= 5 else { return false }
    return saysAlternate(text)
      || ["zu", "for", "fur", "of", "von", "pos", "position", "statt"].contains(head)
        && words.contains { $0.contains(where: \.isNumber) }
  }

  // MARK: Revisions

  private struct RevisionKey: Hashable {
    let parent: Int?
    let key: String
  }

  /// Of lines at the same position with different revisions the highest counts.
  private mutating func markOldRevisions() {
    var groups: [RevisionKey: [Int]] = [:]
    for at in parts where lines[at].disposition == .counted && !lines[at].revision.isEmpty {
      let line = lines[at]
      let key = [line.position, line.partNumber, line.name].first { !$0.isEmpty } ?? ""
      groups[RevisionKey(parent: line.parent, key: HeadingText.folded(key)), default: []]
        .append(at)
    }
    let children = Dictionary(grouping: parts.filter { lines[$0].parent != nil }) {
      lines[$0].parent ?? -1
    }
    for (key, group) in groups where group.count > 1 && !key.key.isEmpty {
      let revisions = group.map { Revision(lines[$0].revision) }
      guard let newest = revisions.indices.max(by: { revisions[$0] < revisions[$1] }) else {
        continue
      }
      let (row, revision) = (lines[group[newest]].row, lines[group[newest]].revision)
      for (at, own) in zip(group, revisions) where own < revisions[newest] {
        set(
          at, .superseded, "Ersetzt durch Revision \(revision) in Zeile \(row).",
          "Superseded by revision \(revision) in row \(row).")
        // Children listed once, below an old revision, belong to the new one.
        guard children[group[newest]] == nil else { continue }
        for child in children[at] ?? [] { lines[child].parent = group[newest] }
      }
    }
  }

  // MARK: Tables

  /// KiCad writes each component and then all of them grouped: the same parts twice.
  private mutating func markRepeatedTables() {
    guard let last = parts.map({ lines[$0].table }).max(), last > 0 else { return }
    var references: [Int: Set<String>] = [:]
    for at in parts { references[lines[at].table, default: []].formUnion(lines[at].references) }
    for table in 0..<last {
      guard let own = references[table], !own.isEmpty,
        (table + 1...last).contains(where: { own.isSubset(of: references[$0] ?? []) })
      else { continue }
      for at in parts where lines[at].table == table {
        set(
          at, .superseded, "Eine spätere Tabelle der Datei nennt dieselben Teile noch einmal.",
          "A later table of the file names the same parts again.")
      }
    }
  }

  // MARK: Assemblies

  private mutating func markAssemblies() {
    let parents = Set(parts.compactMap { lines[$0].parent })
    for at in parents where lines[at].disposition == .counted {
      set(
        at, .assembly, "Besteht aus den Zeilen darunter; gezählt werden diese.",
        "Consists of the lines below; those are counted.")
    }
  }

  /// What an assembly is not, its parts are not either.
  private mutating func inheritFromAbove() {
    for at in parts {
      guard let parent = lines[at].parent,
        lines[at].disposition == .counted || lines[at].disposition == .assembly
      else { continue }
      let above = lines[parent].disposition
      guard [.notFitted, .alternate, .superseded].contains(above) else { continue }
      let row = lines[parent].row
      set(
        at, above, "Gehört zu Zeile \(row), die nicht zählt.",
        "Belongs to row \(row), which is not counted.")
    }
  }

  // MARK: Quantities

  private mutating func multiply() {
    for at in parts where lines[at].disposition == .counted {
      guard let amount = lines[at].quantity.amount else { continue }
      let above = factor(above: at)
      if let above {
        lines[at].needed = lines[at].isTotalQuantity ? amount : amount * above
      } else {
        lines[at].questions.append(
          LocalizedText(
            de: "Die Menge einer Baugruppe darüber ist nicht bekannt.",
            en: "The quantity of an assembly above is not known."))
      }
      guard let needed = lines[at].needed else { continue }
      if lines[at].quantity.unit == .kilogram {
        lines[at].mass = needed
      } else if let piece = lines[at].pieceMass {
        lines[at].mass = needed * piece
      } else if let total = lines[at].totalMass {
        lines[at].mass = total * (lines[at].isTotalQuantity ? Estimate(1) : above ?? Estimate(1))
      }
    }
    // Nobody has to answer for what is not needed.
    for at in parts where ![.counted, .assembly].contains(lines[at].disposition) {
      lines[at].questions = []
    }
  }

  /// The product of the quantities of all assemblies above; nil where one is not known.
  private func factor(above line: Int) -> Estimate? {
    var factor = Estimate(1)
    var at = lines[line].parent
    while let parent = at {
      guard let amount = lines[parent].quantity.amount else { return nil }
      factor = factor * amount
      at = lines[parent].parent
    }
    return factor
  }

  // MARK: Checks

  private mutating func noteRepeatedReferences() {
    var seen: [String: Int] = [:]
    for at in parts where lines[at].disposition == .counted && lines[at].references.count > 0 {
      var repeated: (name: String, row: Int)?
      for reference in lines[at].references {
        // Designators are unique on one board; lists of several boards name them in sections.
        let key = "\(lines[at].section)|\(lines[at].parent ?? -1)|\(reference)"
        if let row = seen[key] { repeated = repeated ?? (reference, row) }
        seen[key] = seen[key] ?? lines[at].row
      }
      guard let repeated else { continue }
      let text = LocalizedText(
        de: "\(repeated.name) steht schon in Zeile \(repeated.row).",
        en: "\(repeated.name) stands in row \(repeated.row) already.")
      findings.append(
        Finding(
          .keyRepeated, .warning, table: file, row: lines[at].row,
          column: plan.heading(.references), key: lines[at].position, text))
      lines[at].questions.append(
        text + LocalizedText(de: " Zählt es zweimal?", en: " Does it count twice?"))
    }
  }

  private mutating func set(
    _ at: Int, _ disposition: PartsListLine.Disposition, _ de: String, _ en: String
  ) {
    lines[at].disposition = disposition
    lines[at].reason = LocalizedText(de: de, en: en)
  }
}
