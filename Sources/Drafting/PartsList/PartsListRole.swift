// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a column of a parts list can hold.
public enum PartsListRole: String, Sendable, CaseIterable {
  case name, description, remark, references, quantity, totalQuantity, unit, quantityLow,
    quantityHigh, material, manufacturer, partNumber, supplier, mass, totalMass, massUnit, section,
    level, position, revision, alternate, notFitted, fitted, price, currency, formFactor, classHint,
    materialHint, product, unused

  public var title: LocalizedText {
    switch self {
    case .name: LocalizedText(de: "Bezeichnung", en: "Name")
    case .description: LocalizedText(de: "Beschreibung", en: "Description")
    case .remark: LocalizedText(de: "Bemerkung", en: "Remark")
    case .references: LocalizedText(de: "Referenzen", en: "References")
    case .quantity: LocalizedText(de: "Menge", en: "Quantity")
    case .totalQuantity: LocalizedText(de: "Gesamtmenge", en: "Total quantity")
    case .unit: LocalizedText(de: "Einheit", en: "Unit")
    case .quantityLow: LocalizedText(de: "Menge mindestens", en: "Quantity low")
    case .quantityHigh: LocalizedText(de: "Menge höchstens", en: "Quantity high")
    case .material: LocalizedText(de: "Werkstoff", en: "Material")
    case .manufacturer: LocalizedText(de: "Hersteller", en: "Manufacturer")
    case .partNumber: LocalizedText(de: "Artikelnummer", en: "Part number")
    case .supplier: LocalizedText(de: "Lieferant", en: "Supplier")
    case .mass: LocalizedText(de: "Gewicht je Stück", en: "Mass per piece")
    case .totalMass: LocalizedText(de: "Gesamtgewicht", en: "Total mass")
    case .massUnit: LocalizedText(de: "Gewichtseinheit", en: "Mass unit")
    case .section: LocalizedText(de: "Baugruppe", en: "Section")
    case .level: LocalizedText(de: "Ebene", en: "Level")
    case .position: LocalizedText(de: "Position", en: "Position")
    case .revision: LocalizedText(de: "Revision", en: "Revision")
    case .alternate: LocalizedText(de: "Alternative", en: "Alternate")
    case .notFitted: LocalizedText(de: "nicht bestückt", en: "DNP")
    case .fitted: LocalizedText(de: "bestückt", en: "Fitted")
    case .price: LocalizedText(de: "Preis", en: "Price")
    case .currency: LocalizedText(de: "Währung", en: "Currency")
    case .formFactor: LocalizedText(de: "Bauform", en: "Footprint")
    case .classHint: LocalizedText(de: "Bauteilklasse", en: "Component class")
    case .materialHint: LocalizedText(de: "Werkstoffhinweis", en: "Material hint")
    case .product: LocalizedText(de: "Gerät", en: "Device")
    case .unused: LocalizedText(de: "nicht benötigt", en: "not needed")
    }
  }
}
