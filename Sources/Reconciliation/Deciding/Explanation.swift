// SPDX-License-Identifier: Apache-2.0
import Localization

/// Turns the parts of a score into sentences.
struct Explanation {
  let name: NameComparison
  let address: AddressComparison
  let values: [Double]
  let model: LinearModel

  /// All reasons, the heaviest first; numbers of registers before everything else.
  func reasons(_ verdict: IdentifierVerdict) -> [Reason] {
    var reasons = [
      reason(nameText, Self.nameMeasures), reason(numbersText, Self.numberMeasures),
      reason(formText, Self.formMeasures), reason(streetText, Self.streetMeasures),
      reason(townText, Self.townMeasures), reason(crowdText, Self.crowdMeasures),
      reason(placeText, [.samePlace, .sistersAtPlace, .boxAgrees, .oneIsBox, .repeatsName]),
    ].compactMap { $0 }
    reasons.sort { abs($0.weight) > abs($1.weight) }
    if let decided = verdict.reason { reasons.insert(decided, at: 0) }
    return reasons
  }

  private func reason(_ text: LocalizedText?, _ measures: [Measure]) -> Reason? {
    guard let text else { return nil }
    return Reason(text, weight: measures.reduce(0) { $0 + model.part($1, values) })
  }

  private static let nameMeasures: [Measure] = [
    .overlap, .containment, .spelling, .pieces, .sharedWeight, .heaviestShared, .lighterRest,
    .heavierRest, .firstWords, .exactName, .beginning, .misspelled, .placesInRest, .townsInRest,
    .shortened, .wordCount,
  ]
  private static let numberMeasures: [Measure] = [.numbersDiffer, .oneHasNumbers, .numbersAgree]
  private static let formMeasures: [Measure] = [
    .formsAgree, .formsDiffer, .oneFormMissing, .liquidationDiffers, .nameInOtherForm,
  ]
  private static let streetMeasures: [Measure] = [
    .street, .streetMissing, .houseAgrees, .houseDiffers,
  ]
  private static let townMeasures: [Measure] = [
    .postcode, .postcodeMissing, .city, .cityMissing, .countryDiffers,
  ]
  private static let crowdMeasures: [Measure] = [.nameCount, .placeCount]

  private func has(_ measure: Measure) -> Bool { values[measure.rawValue] > 0 }

  private var nameText: LocalizedText {
    if name.isExact, has(.shortened) {
      return LocalizedText(
        de: "gleicher Name, wenn Zusätze wie Werk oder Abteilung wegfallen",
        en: "same name once additions such as plant or department are left out")
    }
    if name.isExact, has(.formsAgree) { return LocalizedText(de: "gleicher Name", en: "same name") }
    if name.isExact {
      return LocalizedText(
        de: "gleicher Name bis auf die Rechtsform", en: "same name apart from the legal form")
    }
    if has(.townsInRest), name.overlap >= 0.5 {
      return LocalizedText(
        de: "Namen nennen verschiedene Orte", en: "the names mention different towns")
    }
    if name.spelling >= 0.8, name.lighterRest == 0 {
      return LocalizedText(
        de: "fast gleicher Name, andere Schreibweise", en: "nearly the same name, spelt differently"
      )
    }
    if name.containment >= 0.95 {
      return LocalizedText(
        de: "ein Name ist im anderen enthalten", en: "one name is contained in the other")
    }
    if name.overlap >= 0.5 {
      return LocalizedText(
        de: "Namen stimmen in Teilen überein", en: "the names agree in part")
    }
    return LocalizedText(de: "verschiedene Namen", en: "different names")
  }

  private var numbersText: LocalizedText? {
    if name.numbersDiffer {
      return LocalizedText(
        de: "verschiedene Nummern im Namen", en: "different numbers in the name")
    }
    if name.numbersAgree {
      return LocalizedText(de: "gleiche Nummer im Namen", en: "same number in the name")
    }
    if name.oneHasNumbers {
      return LocalizedText(
        de: "nur ein Name trägt eine Nummer", en: "only one of the names has a number")
    }
    return nil
  }

  private var formText: LocalizedText? {
    if has(.formsDiffer) {
      return LocalizedText(de: "andere Rechtsform", en: "another legal form")
    }
    if has(.liquidationDiffers) {
      return LocalizedText(
        de: "nur einer ist in Insolvenz oder Abwicklung",
        en: "only one of them is insolvent or being wound up")
    }
    if has(.formsAgree) { return LocalizedText(de: "gleiche Rechtsform", en: "same legal form") }
    if has(.oneFormMissing) {
      return LocalizedText(de: "Rechtsform fehlt einmal", en: "one legal form is missing")
    }
    return nil
  }

  private var streetText: LocalizedText? {
    guard let street = address.street else { return nil }
    if street >= 0.85 {
      switch address.numbersAgree {
      case true?:
        return LocalizedText(
          de: "gleiche Straße und Hausnummer", en: "same street and house number")
      case false?:
        return LocalizedText(
          de: "andere Hausnummer in derselben Straße",
          en: "another house number in the same street")
      case nil: return LocalizedText(de: "gleiche Straße", en: "same street")
      }
    }
    return LocalizedText(de: "andere Straße", en: "another street")
  }

  private var townText: LocalizedText? {
    if address.countriesAgree == false {
      return LocalizedText(de: "anderes Land", en: "another country")
    }
    switch (address.postcode, address.city) {
    case (nil, nil): return nil
    case (let postcode?, let city?) where postcode >= 0.9 && city >= 0.9:
      return LocalizedText(de: "gleiche Postleitzahl, gleicher Ort", en: "same postcode and town")
    case (let postcode?, _) where postcode >= 0.75 && postcode < 0.9:
      return LocalizedText(
        de: "Postleitzahl bis auf einen Tippfehler gleich",
        en: "same postcode apart from a typing error")
    case (_, let city?) where city >= 0.9:
      return LocalizedText(de: "gleicher Ort", en: "same town")
    case (let postcode?, _) where postcode >= 0.9:
      return LocalizedText(de: "gleiche Postleitzahl", en: "same postcode")
    default: return LocalizedText(de: "anderer Ort", en: "another town")
    }
  }

  private var placeText: LocalizedText? {
    if has(.sistersAtPlace) {
      return LocalizedText(
        de: "Schwesterfirmen unter einer Anschrift sind möglich",
        en: "may be sister firms at one address")
    }
    if has(.boxAgrees) { return LocalizedText(de: "gleiches Postfach", en: "same post-office box") }
    if has(.samePlace) { return LocalizedText(de: "gleiche Anschrift", en: "same address") }
    if has(.oneIsBox) {
      return LocalizedText(
        de: "eine Anschrift ist ein Postfach", en: "one address is a post-office box")
    }
    return nil
  }

  private var crowdText: LocalizedText? {
    if values[Measure.placeCount.rawValue] >= 1.3 {
      return LocalizedText(
        de: "unter dieser Anschrift sitzen mehrere", en: "several have this address")
    }
    if values[Measure.nameCount.rawValue] >= 1.3 {
      return LocalizedText(de: "mehrere heißen so", en: "several have this name")
    }
    return nil
  }
}

extension IdentifierVerdict {
  /// What a person is told when numbers decide; nil where they are silent.
  var reason: Reason? {
    switch self {
    case .same(let scheme):
      Reason(
        LocalizedText(
          de: "gleiche Nummer: \(scheme.title.german)", en: "same number: \(scheme.title.english)"),
        weight: .infinity)
    case .different(let scheme):
      Reason(
        LocalizedText(
          de: "verschiedene Nummern: \(scheme.title.german)",
          en: "different numbers: \(scheme.title.english)"), weight: -.infinity)
    case .contradictory:
      Reason(
        LocalizedText(
          de: "Nummern widersprechen sich", en: "the numbers contradict each other"),
        weight: -.infinity)
    case .silent: nil
    }
  }
}
