// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// Names and amounts of a chain in sentences.
struct PlanWords {
  let network: FlowNetwork
  let grid: PeriodGrid
  private var chain: ValueChain { network.chain }

  init(_ model: PlanningModel) {
    network = model.network
    grid = model.grid
  }

  /// „name“ in German quotes, “name” in English ones; where a table has no names, the key with what
  /// tells a reader more: where a link leads, what a supply brings and from where.
  func name(_ table: TableName, _ row: Int) -> LocalizedText {
    let key = chain[table].key(row)
    if table.definition.index(of: .name) != nil {
      let stated = chain[table].text(.name, row)
      return quoted(stated.isEmpty ? key : stated)
    }
    switch table {
    case .links:
      let (from, to) = (Int(network.links.from[row]), Int(network.links.to[row]))
      guard from >= 0, to >= 0 else { return quoted(key) }
      return quoted(key)
        + LocalizedText(verbatim: " (\(plain(.sites, from)) → \(plain(.sites, to)))")
    case .supplies:
      guard network.supplies.pair[row] >= 0 else { return quoted(key) }
      let material = Int(network.pairs.material[Int(network.supplies.pair[row])])
      let country = chain[.supplies].text(.country, row)
      let place = country.isEmpty ? "" : ", \(country)"
      return quoted(key) + LocalizedText(verbatim: " (\(plain(.materials, material))\(place))")
    default: return quoted(key)
    }
  }

  private func plain(_ table: TableName, _ row: Int) -> String {
    let name = chain[table].text(.name, row)
    return name.isEmpty ? chain[table].key(row) : name
  }

  func quoted(_ text: String) -> LocalizedText {
    LocalizedText(de: "„\(text)“", en: "“\(text)”")
  }

  func material(ofPair pair: Int) -> LocalizedText {
    name(.materials, Int(network.pairs.material[pair]))
  }

  func site(ofPair pair: Int) -> LocalizedText { name(.sites, Int(network.pairs.site[pair])) }

  func unit(ofMaterial material: Int) -> String {
    let unit = chain[.materials].text(.unit, material)
    return unit.isEmpty ? "" : " " + unit
  }

  /// An amount with as many digits as tell something.
  func amount(_ value: Double) -> LocalizedText {
    LocalizedText(
      de: Language.german.number(value, fractionDigits: Self.digits(value)),
      en: Language.english.number(value, fractionDigits: Self.digits(value)))
  }

  func money(_ value: Double) -> LocalizedText {
    let currency = chain.currency.map { " " + $0 } ?? ""
    return amount(value) + LocalizedText(verbatim: currency)
  }

  private static func digits(_ value: Double) -> Int {
    switch abs(value) {
    case 100...: 0
    case 1...: 1
    case 0: 0
    case 0.01...: 3
    default: 6
    }
  }

  /// What a period is called: by the calendar's word where its length has one. German in the
  /// singular, in the dative plural, and English in both.
  private var noun: (german: (String, String), english: (String, String)) {
    switch grid.periodDays {
    case 7: (("Woche", "den Wochen"), ("week", "weeks"))
    case 28...31: (("Monat", "den Monaten"), ("month", "months"))
    case 365...366: (("Jahr", "den Jahren"), ("year", "years"))
    default: (("Abschnitt", "den Abschnitten"), ("period", "periods"))
    }
  }

  /// „Monat 3“; counted from 1.
  func period(_ number: Int) -> LocalizedText {
    LocalizedText(de: "\(noun.german.0) \(number)", en: "\(noun.english.0) \(number)")
  }

  /// „Monat 3 (Tage 61–90)“, or several of them, after „in“; periods from 0.
  func periods(_ range: ClosedRange<Int>) -> LocalizedText {
    let first = grid.days(in: range.lowerBound).lowerBound
    let last = grid.days(in: range.upperBound).upperBound
    let days = (Int(first.rounded(.down)), Int(last.rounded(.up)))
    let span = days.0 == days.1 ? "\(days.0)" : "\(days.0)–\(days.1)"
    let isOneDay = days.0 == days.1
    let when: LocalizedText
    if range.count == 1 {
      when = period(range.lowerBound + 1)
    } else {
      let numbers = "\(range.lowerBound + 1)–\(range.upperBound + 1)"
      when = LocalizedText(
        de: "\(noun.german.1) \(numbers)", en: "\(noun.english.1) \(numbers)")
    }
    return LocalizedText(
      de: "\(when.german) (\(isOneDay ? "Tag" : "Tage") \(span))",
      en: "\(when.english) (\(isOneDay ? "day" : "days") \(span))")
  }
}

extension LocalizedText {
  /// Joined by commas, the last by “and”.
  static func list(_ texts: [LocalizedText]) -> LocalizedText {
    guard let last = texts.last else { return LocalizedText(verbatim: "") }
    guard texts.count > 1 else { return last }
    let first = texts.dropLast()
    return LocalizedText(
      de: first.map(\.german).joined(separator: ", ") + " und " + last.german,
      en: first.map(\.english).joined(separator: ", ") + " and " + last.english)
  }
}
