// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

extension CandidateList {
  /// The chain with every candidate added, and everything that stands against it; the chain as it
  /// was where that holds an error: nothing is taken by halves.
  ///
  /// Each candidate becomes an organisation where the chain has none of its key or name, a supply
  /// that delivers nothing yet, and an option that lets it deliver. Ranges go to provenance, so
  /// that sampling moves them.
  public func added(to chain: ValueChain, language: Language = .english) -> (
    chain: ValueChain, findings: [Finding]
  ) {
    var adder = CandidateAdder(self, chain, language)
    let found = findings + adder.add()
    // Line by line; what was found first in a line stays first.
    let findings = found.indices.sorted { (found[$0].row, $0) < (found[$1].row, $1) }.map {
      found[$0]
    }
    return findings.hasErrors ? (chain, findings) : (adder.additions.chain, findings)
  }
}

/// Adds candidates to a chain one after the other.
private struct CandidateAdder {
  private let list: CandidateList
  private let chain: ValueChain
  private let language: Language
  private let matcher: CandidateMatcher
  private let supplies: KeyIndex
  private let options: KeyIndex
  private let organisations: KeyIndex
  private(set) var additions: ChainAdditions
  private var findings: [Finding] = []
  /// Organisations made here, by their folded name.
  private var made: [String: String] = [:]
  /// The line that first named a supplier, material and site.
  private var seen: [[String]: Int] = [:]

  init(_ list: CandidateList, _ chain: ValueChain, _ language: Language) {
    self.list = list
    self.chain = chain
    self.language = language
    matcher = CandidateMatcher(chain)
    supplies = chain.keys(of: .supplies)
    options = chain.keys(of: .options)
    organisations = chain.keys(of: .organisations)
    additions = ChainAdditions(chain, language)
  }

  mutating func add() -> [Finding] {
    for candidate in list.candidates {
      let material = row(.materials, candidate.material, "material", candidate)
      guard let material, let site = site(of: candidate, material) else { continue }
      add(candidate, material, site)
    }
    return findings
  }

  // MARK: What a line means

  private mutating func row(
    _ table: TableName, _ text: String, _ column: String, _ candidate: Candidate
  ) -> Int? {
    switch matcher.find(table, text) {
    case .row(let row): return row
    case .several(let rows):
      let keys = listed(table, rows)
      note(
        .referenceUnknown, candidate, column,
        "„\(text)“ heißen mehrere Einträge der Tabelle \(table.rawValue): \(keys). Den Schlüssel nennen.",
        "“\(text)” is the name of several rows of the table \(table.rawValue): \(keys). Name the key."
      )
    case .none:
      note(
        .referenceUnknown, candidate, column,
        "„\(text)“ steht nicht in der Tabelle \(table.rawValue).",
        "“\(text)” is not in the table \(table.rawValue).")
    }
    return nil
  }

  private mutating func site(of candidate: Candidate, _ material: Int) -> Int? {
    let users = matcher.users(of: material)
    if candidate.site.isEmpty {
      if users.count == 1 { return users[0] }
      let keys = listed(.sites, users)
      note(
        .keyMissing, candidate, "site",
        users.isEmpty
          ? "Kein Standort nutzt „\(candidate.material)“; der Standort muss genannt werden."
          : "„\(candidate.material)“ nutzen mehrere Standorte (\(keys)); einer muss genannt werden.",
        users.isEmpty
          ? "No site uses “\(candidate.material)”; the site must be named."
          : "Several sites use “\(candidate.material)” (\(keys)); one must be named.")
      return nil
    }
    guard let site = row(.sites, candidate.site, "site", candidate) else { return nil }
    if !matcher.isUseful(material, at: site) {
      note(
        .materialUnused, candidate, "site", severity: .warning,
        "„\(candidate.material)“ wird an „\(candidate.site)“ weder genutzt noch weiterbefördert; der Kandidat hilft dort nicht.",
        "“\(candidate.material)” is neither used at “\(candidate.site)” nor carried on from there; the candidate does not help there."
      )
    }
    return site
  }

  private func listed(_ table: TableName, _ rows: [Int]) -> String {
    rows.prefix(5).map { chain[table].key($0) }.joined(separator: ", ")
      + (rows.count > 5 ? " …" : "")
  }

  private mutating func organisation(of candidate: Candidate) -> String? {
    switch matcher.find(.organisations, candidate.supplier) {
    case .row(let row): return chain[.organisations].key(row)
    case .several: _ = row(.organisations, candidate.supplier, "supplier", candidate)
    case .none:
      let folded = CandidateColumn.folded(candidate.supplier)
      if let key = made[folded] { return key }
      let key = additions.newKey(.organisations, [candidate.supplier])
      additions.add(
        .organisations,
        [
          .organisation: key, .name: candidate.name.isEmpty ? candidate.supplier : candidate.name,
          .country: candidate.country,
        ])
      made[folded] = key
      return key
    }
    return nil
  }

  // MARK: Rows

  private mutating func add(_ candidate: Candidate, _ material: Int, _ site: Int) {
    guard let organisation = organisation(of: candidate) else { return }
    let (siteKey, materialKey) = (chain[.sites].key(site), chain[.materials].key(material))
    let parts = ["candidate", organisation, materialKey, siteKey]
    if let first = seen[parts] {
      note(
        .keyRepeated, candidate, "supplier",
        "„\(candidate.supplier)“ liefert dasselbe am selben Standort schon in Zeile \(first).",
        "“\(candidate.supplier)” already delivers the same at the same site in row \(first).")
      return
    }
    seen[parts] = candidate.line
    let key = ChainAdditions.key(parts)
    if supplies[key] != nil || options[key] != nil {
      note(
        .keyRepeated, candidate, "supplier",
        "Das Paket enthält diesen Kandidaten schon („\(key)“); die Zeile streichen oder ihn dort ändern.",
        "The package already holds this candidate (“\(key)”); drop the line or change it there.")
      return
    }
    additions.add(
      .supplies,
      [
        .supply: key, .site: siteKey, .material: materialKey, .organisation: organisation,
        .country: candidate.country.isEmpty ? country(of: organisation) : candidate.country,
        .region: candidate.region,
      ],
      [
        .perDay: figure(
          0, nil, candidate,
          LocalizedText(
            de: "liefert erst durch die Option", en: "delivers only through the option")),
        .costPerUnit: figure(candidate.cost.likely, candidate.cost.range, candidate),
      ])
    addOption(candidate, key, materialKey)
  }

  private mutating func addOption(_ candidate: Candidate, _ key: String, _ material: String) {
    let modules = Double(candidate.modules)
    let months = LocalizedText(number: candidate.readinessMonths, fractionDigits: 2)
    let name = candidate.name.isEmpty ? candidate.supplier : candidate.name
    additions.add(
      .options,
      [.option: key, .name: "\(name): \(material)", .kind: "supplier", .target: key],
      [
        .modulePerDay: figure(
          (candidate.capacityPerDay / modules).rounded(toDigits: 12), nil, candidate,
          LocalizedText(
            de:
              "angegebene Kapazität von \(Language.german.number(candidate.capacityPerDay, fractionDigits: 3)) je Tag in \(candidate.modules) Modulen",
            en:
              "stated capacity of \(Language.english.number(candidate.capacityPerDay, fractionDigits: 3)) a day in \(candidate.modules) modules"
          )),
        .maxModules: figure(modules, nil, candidate),
        .costPerModule: candidate.setupCost.map { setup in
          figure(
            (setup.likely / modules).rounded(toDigits: 12), setup.range.map { $0 / modules },
            candidate,
            LocalizedText(
              de: "einmalige Kosten, auf die Module verteilt",
              en: "cost once, spread over the modules"))
        },
        .buildDays: figure(
          (candidate.readinessMonths * ProposalAssumptions.daysPerMonth).rounded(.up), nil,
          candidate,
          LocalizedText(
            de: "lieferfähig nach \(months.german) Monaten",
            en: "ready to deliver after \(months.english) months")),
      ])
  }

  /// `""` for an organisation made here, which has the country of its first line.
  private func country(of organisation: String) -> String {
    organisations[organisation].map { chain[.organisations].text(.country, $0) } ?? ""
  }

  /// A figure of the list, with its source as stated there, else the list and line itself.
  private func figure(
    _ value: Double, _ range: AssumedRange?, _ candidate: Candidate,
    _ basis: LocalizedText? = nil
  ) -> ChainAdditions.Figure {
    let note = LocalizedText(verbatim: candidate.note)
    let between = LocalizedText(verbatim: basis == nil || candidate.note.isEmpty ? "" : "; ")
    let source =
      candidate.source.isEmpty
      ? LocalizedText(
        de: "\(list.file), Zeile \(candidate.line)", en: "\(list.file), line \(candidate.line)")
      : LocalizedText(verbatim: candidate.source)
    return ChainAdditions.Figure(
      value: value, range: range, kind: .estimate,
      note: (basis ?? LocalizedText(verbatim: "")) + between + note, source: source,
      year: candidate.year)
  }

  private mutating func note(
    _ code: Finding.Code, _ candidate: Candidate, _ column: String,
    severity: Finding.Severity = .error, _ de: String, _ en: String
  ) {
    findings.append(
      Finding(
        code, severity, table: list.file, row: candidate.line, column: column,
        key: candidate.supplier, LocalizedText(de: de, en: en)))
  }
}

extension AssumedRange {
  /// Each end shared out.
  fileprivate static func / (range: Self, parts: Double) -> Self {
    Self(
      (range.low / parts).rounded(toDigits: 12), (range.likely / parts).rounded(toDigits: 12),
      (range.high / parts).rounded(toDigits: 12))
  }
}
