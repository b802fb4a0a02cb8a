// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// Gives every column at most one target, and every target at most one column.
struct ColumnGuessing {
  private struct Choice {
    var target: ColumnTarget
    var certainty: MappingGuess.Certainty
    var reason: LocalizedText
    var rank: Int
  }

  private let names: [String]
  private let samples: [ColumnSample]
  private let hasHeader: Bool
  private var choices: [Choice?]

  init(_ names: [String], _ samples: [ColumnSample], hasHeader: Bool) {
    self.names = names
    self.samples = samples
    self.hasHeader = hasHeader
    choices = Array(repeating: nil, count: names.count)
  }

  mutating func run() {
    for at in names.indices {
      choices[at] = (hasHeader ? byHeading(at) : nil) ?? byValues(at)
    }
    settleAddresses()
    settleHouseNumbers()
    settleNames()
    settleRepeats()
    settlePieces()
  }

  var columns: [MappingGuess.Column] {
    names.indices.map { at in
      let choice = choices[at]
      return MappingGuess.Column(
        name: names[at], targets: [choice?.target ?? .ignored],
        certainty: choice?.certainty ?? .unsure,
        reason: choice?.reason
          ?? LocalizedText(
            de: "Weder Überschrift noch Werte sind bekannt.",
            en: "Neither heading nor values are known."),
        examples: Array(samples[at].values.prefix(3)))
    }
  }

  /// The mark before decimals, where values of number columns show it.
  var decimal: DecimalMark? {
    var commas = 0
    var points = 0
    for at in names.indices {
      guard case .field(let field)? = choices[at]?.target,
        case .number = field.definition.content
      else { continue }
      for value in samples[at].values {
        let parts = value.split { $0 == "," || $0 == "." }
        guard parts.count == 2, parts[1].count != 3 || parts[0] == "0" || parts[0] == "-0" else {
          continue
        }
        if value.contains(",") { commas += 1 } else { points += 1 }
      }
    }
    if commas != points { return commas > points ? .comma : .point }
    // Headings in German, and nothing against it.
    let german: Set = ["plz", "ort", "strasse", "firma", "mitarbeiter", "beschaftigte", "land"]
    let isGerman = names.contains { name in
      HeadingWords.folded(name).split(separator: " ").contains { german.contains(String($0)) }
    }
    return isGerman ? .comma : nil
  }

  // MARK: One column

  private func byHeading(_ at: Int) -> Choice? {
    if let target = ColumnTarget(heading: names[at]) {
      return Choice(
        target: target, certainty: .certain,
        reason: LocalizedText(
          de: "Die Überschrift nennt das Feld selbst.", en: "The heading names the field itself."),
        rank: 0)
    }
    guard let meaning = HeadingWords.meaning(of: names[at]) else { return nil }
    var reason = LocalizedText(
      de: "Die Überschrift „\(names[at])“ heißt \(meaning.target.label.german).",
      en: "The heading “\(names[at])” means \(meaning.target.label.english).")
    guard case .field(let field) = meaning.target, !samples[at].values.isEmpty else {
      return Choice(
        target: meaning.target, certainty: .likely, reason: reason, rank: meaning.rank)
    }
    let share = samples[at].share(acceptedBy: field)
    if case .text = field.definition.content {
      return Choice(
        target: meaning.target, certainty: meaning.rank == 0 ? .certain : .likely, reason: reason,
        rank: meaning.rank)
    }
    let percent = (
      german: Language.german.percent(share), english: Language.english.percent(share)
    )
    if share < 0.5, let other = byValues(at), other.target != meaning.target { return other }
    if share == 0, case .code = field.definition.content {
      return Choice(
        target: .ignored, certainty: .unsure,
        reason: LocalizedText(
          de: "Die Überschrift heißt \(meaning.target.label.german), aber kein Wert ist ein Code.",
          en: "The heading means \(meaning.target.label.english), but no value is a code."),
        rank: meaning.rank)
    }
    reason =
      reason
      + LocalizedText(
        de: " \(percent.german) der ersten Werte passen.",
        en: " \(percent.english) of the first values fit.")
    return Choice(
      target: meaning.target,
      certainty: share >= 0.8 ? .certain : share >= 0.5 ? .likely : .unsure, reason: reason,
      rank: meaning.rank)
  }

  private func byValues(_ at: Int) -> Choice? {
    guard let (target, share) = samples[at].target else { return nil }
    return Choice(
      target: target, certainty: share >= 0.9 ? .likely : .unsure,
      reason: LocalizedText(
        de:
          "\(Language.german.percent(share)) der ersten Werte sehen aus wie \(target.label.german).",
        en:
          "\(Language.english.percent(share)) of the first values look like \(target.label.english)."
      ), rank: 5)
  }

  // MARK: Columns beside each other

  private func places(_ name: String) -> [Int] {
    choices.indices.filter { choices[$0]?.target.text == name }
  }

  /// `Nr.` right behind the street is the house's.
  private mutating func settleHouseNumbers() {
    guard let street = places("organisation.street").first, street + 1 < names.count,
      ["nr", "nummer", "no"].contains(HeadingWords.folded(names[street + 1])),
      places("organisation.house_number").isEmpty,
      let target = ColumnTarget("organisation.house_number")
    else { return }
    choices[street + 1] = Choice(
      target: target, certainty: .likely,
      reason: LocalizedText(
        de: "„\(names[street + 1])“ steht gleich hinter der Straße.",
        en: "“\(names[street + 1])” stands right behind the street."), rank: 0)
  }

  /// `Adresse` beside a postcode column is a street; `Ort` that holds `12345 Ort` is both.
  private mutating func settleAddresses() {
    let hasPostcode = !places("organisation.postcode").isEmpty
    for at in places("organisation.address") {
      let isWhole = samples[at].share { AddressText($0)?.isWhole == true } >= 0.5
      if hasPostcode || !isWhole && !samples[at].values.isEmpty {
        choices[at]?.target = ColumnTarget("organisation.street") ?? .ignored
        choices[at]?.rank += 1
      }
    }
    guard !hasPostcode else { return }
    for at in places("organisation.city") {
      let isBoth = samples[at].share { AddressText.postcodeAndCity($0) != nil } >= 0.6
      guard isBoth, let target = ColumnTarget("organisation.postcode_city") else { continue }
      choices[at]?.target = target
      choices[at]?.reason = LocalizedText(
        de: "In „\(names[at])“ stehen Postleitzahl und Ort zusammen.",
        en: "“\(names[at])” holds postcode and town together.")
    }
  }

  /// A list needs a name: where no heading says so, the column with most legal forms is it; `Name`
  /// beside `Firma` is a person.
  private mutating func settleNames() {
    let named = places("organisation.legal_name")
    if named.contains(where: { choices[$0]?.rank == 0 }) {
      for at in named where HeadingWords.folded(names[at]) == "name" {
        guard samples[at].share(ColumnSample.hasLegalForm) < 0.2,
          places("contact.name").isEmpty, let target = ColumnTarget("contact.name")
        else { continue }
        choices[at] = Choice(
          target: target, certainty: .unsure,
          reason: LocalizedText(
            de: "Neben der Firma ist „\(names[at])“ wohl der Name einer Person.",
            en: "Beside the firm, “\(names[at])” is probably a person's name."), rank: 1)
      }
    }
    guard named.isEmpty, let target = ColumnTarget("organisation.legal_name") else { return }
    let free = choices.indices.filter { choices[$0] == nil && !samples[$0].values.isEmpty }
    let best = free.max { first, second in
      let shares = (
        samples[first].share(ColumnSample.hasLegalForm),
        samples[second].share(ColumnSample.hasLegalForm)
      )
      return (shares.0, second) < (shares.1, first)
    }
    guard let best, samples[best].share({ $0.contains(where: \.isLetter) }) > 0.5 else { return }
    choices[best] = Choice(
      target: target, certainty: .unsure,
      reason: LocalizedText(
        de: "Die Liste braucht einen Firmennamen; diese Spalte kommt am ehesten in Frage.",
        en: "The list needs a firm's name; this column is the most likely one."), rank: 9)
  }

  /// Of several columns with one target the best stays.
  private mutating func settleRepeats() {
    var best: [ColumnTarget: Int] = [:]
    for at in choices.indices {
      guard let choice = choices[at], !choice.target.mayRepeat else { continue }
      guard let other = best[choice.target], let held = choices[other] else {
        best[choice.target] = at
        continue
      }
      let isBetter =
        (choice.rank, -choice.certainty.rawValue) < (held.rank, -held.certainty.rawValue)
      let loser = isBetter ? other : at
      if isBetter { best[choice.target] = at }
      let winner = names[isBetter ? at : other]
      choices[loser] = Choice(
        target: .ignored, certainty: .unsure,
        reason: LocalizedText(
          de: "Für \(choice.target.label.german) passt „\(winner)“ besser.",
          en: "For \(choice.target.label.english), “\(winner)” fits better."), rank: 9)
    }
  }

  /// A house number needs a street, a court a number, a key values that differ.
  private mutating func settlePieces() {
    let needs = [
      ("organisation.house_number", "organisation.street"),
      ("organisation.register_court", "organisation.register"),
    ]
    for (piece, whole) in needs where places(whole).isEmpty {
      for at in places(piece) { choices[at] = nil }
    }
    for at in places("key") where !samples[at].isUnique && samples[at].values.count > 1 {
      choices[at] = Choice(
        target: .ignored, certainty: .unsure,
        reason: LocalizedText(
          de: "Die Werte wiederholen sich; als Nummer der Zeile taugen sie nicht.",
          en: "The values repeat; they do not serve as the row's number."), rank: 9)
    }
  }
}
