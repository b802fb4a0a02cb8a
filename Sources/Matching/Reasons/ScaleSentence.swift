// SPDX-License-Identifier: Apache-2.0
import Localization

/// Says whether size, mass and quantity fit.
enum ScaleSentence {
  static func part(_ fit: ScaleFit) -> LocalizedText {
    var exceeded: [LocalizedText] = []
    if let length = fit.length, length > 1.1 {
      exceeded.append(LocalizedText(de: "zu lang", en: "too long"))
    }
    if let mass = fit.mass, mass > 1.2 {
      exceeded.append(LocalizedText(de: "zu schwer", en: "too heavy"))
    }
    if let yearly = fit.yearly, yearly > 1.5 {
      exceeded.append(LocalizedText(de: "zu viele im Jahr", en: "too many a year"))
    }
    if let tolerance = fit.tolerance, tolerance > 1.5 {
      exceeded.append(LocalizedText(de: "zu genau", en: "too exact"))
    }
    if !exceeded.isEmpty {
      return LocalizedText(
        de: "nach den bekannten Grenzen "
          + exceeded.map(\.german).joined(separator: " und ") + " für die Firma",
        en: "by the limits known "
          + exceeded.map(\.english).joined(separator: " and ") + " for the firm")
    }
    let known = [fit.length, fit.mass, fit.yearly, fit.tolerance].contains { $0 != nil }
    return known
      ? LocalizedText(
        de: "Größe und Menge passen zu den bekannten Grenzen",
        en: "size and quantity fit the limits known")
      : LocalizedText(
        de: "Grenzen für Größe und Menge sind nicht bekannt",
        en: "limits of size and quantity are not known")
  }
}
