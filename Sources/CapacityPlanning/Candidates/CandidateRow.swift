// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import ValueChains

/// One line of a list of candidates while it is read.
struct CandidateRow {
  private let line: Int
  private let file: String
  private var texts: [CandidateColumn: String] = [:]
  private var numbers: [CandidateColumn: NumberCell] = [:]
  private(set) var findings: [Finding] = []
  private(set) var sawDecimalComma = false

  init(
    _ scanner: RecordScanner, _ columns: [CandidateColumn?], file: String, _ style: DecimalStyle
  ) {
    line = scanner.line
    self.file = file
    for (cell, column) in zip(scanner.cells, columns) {
      guard let column else { continue }
      texts[column] = scanner.string(cell).trimmingCharacters(in: .whitespacesAndNewlines)
      let number = NumberCell(scanner.bytes, cell, style: style)
      numbers[column] = number
      if case .commaNumber = number { sawDecimalComma = true }
    }
  }

  /// The candidate, nil where the line says too little or something wrong.
  ///
  /// - Parameter writesCommas: whether the file writes decimal commas, so that `1.234` may mean
  ///   either.
  mutating func candidate(writesCommas: Bool) -> Candidate? {
    let capacity = number(.capacityPerDay, writesCommas)
    if capacity == 0 {
      note(
        .outOfRange, .capacityPerDay, "Ohne Kapazität ist es kein Kandidat.",
        "Without capacity it is no candidate.")
    }
    let readiness = number(.readinessMonths, writesCommas)
    let modules = wholeNumber(.modules, writesCommas, 1...10_000)
    let year = wholeNumber(.year, writesCommas, 1900...2200)
    let cost = estimate(.costLow, .costLikely, .costHigh, writesCommas)
    let setup = estimate(.setupCostLow, .setupCostLikely, .setupCostHigh, writesCommas)
    for column in CandidateColumn.allCases where column.isRequired && text(column).isEmpty {
      note(.keyMissing, column, "Hier fehlt eine Angabe.", "Something is missing here.")
    }
    let country = text(.country).uppercased()
    if !country.isEmpty, country.utf8.count != 2 || !country.utf8.allSatisfy({ 65...90 ~= $0 }) {
      note(
        .choiceUnknown, .country,
        "„\(text(.country))“ ist kein Land in zwei Buchstaben nach ISO 3166, z. B. DE.",
        "“\(text(.country))” is no country in two letters of ISO 3166, e.g. DE.")
    }
    guard !findings.hasErrors, let capacity, let readiness, let cost else { return nil }
    return Candidate(
      line: line, supplier: text(.supplier), name: text(.name), material: text(.material),
      site: text(.site), capacityPerDay: capacity, readinessMonths: readiness, cost: cost,
      setupCost: setup, country: country, region: text(.region), modules: modules ?? 1,
      note: text(.note), source: text(.source), year: year.map(String.init) ?? "")
  }

  private func text(_ column: CandidateColumn) -> String { texts[column] ?? "" }

  // MARK: Numbers

  /// 0 or more; nil where the cell is empty or, with a finding, holds no such number.
  private mutating func number(_ column: CandidateColumn, _ writesCommas: Bool) -> Double? {
    let shown = text(column)
    switch numbers[column] ?? .empty {
    case .empty: return nil
    case .number(let value), .commaNumber(let value):
      return notNegative(value, column)
    case .ambiguous(let value):
      guard writesCommas else { return notNegative(value, column) }
      note(
        .numberAmbiguous, column,
        "Die Zahl \(shown) ist mehrdeutig: In dieser Datei stehen Dezimalkommas, hier ein Punkt vor drei Ziffern. Ohne Tausenderpunkt schreiben.",
        "The number \(shown) is ambiguous: this file writes decimal commas, and here a point before three digits. Write it without a thousands separator."
      )
    case .notFinite:
      note(
        .numberNotFinite, column, "„\(shown)“ ist keine endliche Zahl.",
        "“\(shown)” is not a finite number.")
    case .notANumber:
      note(
        .numberInvalid, column, "„\(shown)“ steht, wo eine Zahl hingehört.",
        "“\(shown)” stands where a number belongs.")
    }
    return nil
  }

  private mutating func notNegative(_ value: Double, _ column: CandidateColumn) -> Double? {
    // What is multiplied later must stay finite.
    if (0...1e15).contains(value) { return value }
    note(
      .outOfRange, column,
      value < 0
        ? "\(text(column)) ist negativ; hier darf nur 0 oder mehr stehen."
        : "\(text(column)) ist größer, als eine solche Angabe sein kann.",
      value < 0
        ? "\(text(column)) is negative; only 0 or more is allowed here."
        : "\(text(column)) is larger than such a figure can be.")
    return nil
  }

  private mutating func wholeNumber(
    _ column: CandidateColumn, _ writesCommas: Bool, _ bounds: ClosedRange<Double>
  ) -> Int? {
    // `2.025` is no year: a group of thousands is no doubt here, but a mistake.
    guard let value = number(column, writesCommas) else { return nil }
    if value == value.rounded(), bounds.contains(value) { return Int(value) }
    let (low, high) = (Int(bounds.lowerBound), Int(bounds.upperBound))
    note(
      .outOfRange, column, "Hier gehört eine ganze Zahl von \(low) bis \(high) hin.",
      "A whole number from \(low) to \(high) belongs here.")
    return nil
  }

  /// A likely value and its ends, which must be in order; nil where no likely value is stated.
  private mutating func estimate(
    _ low: CandidateColumn, _ likely: CandidateColumn, _ high: CandidateColumn,
    _ writesCommas: Bool
  ) -> Candidate.Estimate? {
    let before = findings.count
    let ends = [low, likely, high].map { number($0, writesCommas) }
    guard findings.count == before else { return nil }
    if let least = ends[0], let most = ends[2], least > most {
      note(
        .outOfRange, low, "Die Untergrenze \(text(low)) liegt über der Obergrenze \(text(high)).",
        "The low value \(text(low)) is above the high value \(text(high)).")
      return nil
    }
    guard let value = ends[1] else {
      guard !likely.isRequired, let end = [low, high].first(where: { !text($0).isEmpty })
      else { return nil }
      note(
        .keyMissing, likely,
        "Zu \(end.rawValue) gehört ein wahrscheinlicher Wert in \(likely.rawValue).",
        "With \(end.rawValue) goes a likely value in \(likely.rawValue).")
      return nil
    }
    if value < ends[0] ?? value || value > ends[2] ?? value {
      note(
        .outOfRange, likely,
        "Der wahrscheinliche Wert \(text(likely)) liegt nicht zwischen Unter- und Obergrenze.",
        "The likely value \(text(likely)) is not between the low and the high value.")
      return nil
    }
    return Candidate.Estimate(likely: value, low: ends[0], high: ends[2])
  }

  private mutating func note(
    _ code: Finding.Code, _ column: CandidateColumn, _ de: String, _ en: String
  ) {
    findings.append(
      Finding(
        code, .error, table: file, row: line, column: column.rawValue,
        key: text(.supplier), LocalizedText(de: de, en: en)))
  }
}
