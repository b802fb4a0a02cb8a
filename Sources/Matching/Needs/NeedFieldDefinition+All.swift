// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import TextAnalysis

extension NeedFieldDefinition {
  /// The catalogue: every field of a need, once. Checks, lists, forms and guides read it.
  public static let all: [NeedFieldDefinition] = words + amount + envelope + place + terms

  private static let words: [NeedFieldDefinition] = [
    .init(
      .title, "Titel", "Title", .text(limit: 300), obligatory: true,
      headings: ["bezeichnung", "name"]),
    .init(
      .description, "Beschreibung", "Description", .text(limit: 20_000), obligatory: true,
      headings: ["beschreibungstext", "text"]),
    .init(
      .concepts, "Begriffe", "Concepts", .text(limit: 200), many: true,
      headings: ["begriff", "concept"]),
    .init(
      .required, "Nachweise, die sein müssen", "Qualifications required", .text(limit: 200),
      many: true,
      headings: ["erforderlich", "pflicht", "pflichtnachweise", "anforderungen", "muss"]),
    .init(
      .desired, "Nachweise, die erwünscht sind", "Qualifications desired", .text(limit: 200),
      many: true, headings: ["erwunscht", "gewunscht", "wunschnachweise", "kann"]),
  ]

  private static let amount: [NeedFieldDefinition] = [
    .init(
      .quantity, "Menge", "Quantity", .number(unit: nil, 0...1e15), aboveZero: true,
      headings: ["stuckzahl", "anzahl", "amount"]),
    .init(.unit, "Einheit", "Unit", .text(limit: 50), headings: ["mengeneinheit"]),
    .init(
      .perYear, "Lieferungen im Jahr", "Deliveries a year", .number(unit: nil, 0...1e6),
      aboveZero: true, headings: ["je jahr", "pro jahr", "lieferungen je jahr", "times a year"]),
  ]

  private static let envelope: [NeedFieldDefinition] = [
    .init(.length, "Länge", "Length", size, aboveZero: true, headings: ["lange mm", "length"]),
    .init(.width, "Breite", "Width", size, aboveZero: true, headings: ["breite mm", "width"]),
    .init(
      .height, "Höhe", "Height", size, aboveZero: true, headings: ["hohe mm", "hohe", "height"]),
    .init(
      .mass, "Gewicht", "Weight", .number(unit: "kg", 0...1e9), aboveZero: true,
      headings: ["gewicht kg", "gewicht", "masse kg", "masse", "mass", "weight kg", "weight"]),
    .init(
      .tolerance, "Toleranz", "Tolerance", .number(unit: "mm", 0...1e4), aboveZero: true,
      headings: ["toleranz mm", "toleranz", "tolerance"]),
    .init(
      .material, "Werkstoff", "Material", .text(limit: 200),
      headings: ["werkstoff", "material name"]),
  ]

  private static let size = FieldDefinition.Content.number(unit: "mm", 0...1e9)

  private static let place: [NeedFieldDefinition] = [
    .init(
      .latitude, "Breitengrad", "Latitude", .number(unit: "°", -90...90),
      headings: ["breitengrad", "geografische breite", "lat"]),
    .init(
      .longitude, "Längengrad", "Longitude", .number(unit: "°", -180...180),
      headings: ["langengrad", "geografische lange", "lon", "lng"]),
    .init(
      .radius, "Umkreis", "Radius", .number(unit: "km", 0...20_040), aboveZero: true,
      headings: ["umkreis km", "umkreis", "radius"]),
  ]

  private static let terms: [NeedFieldDefinition] = [
    .init(.from, "Gebraucht ab", "Needed from", .date, headings: ["ab", "von", "bedarf ab"]),
    .init(.until, "Gebraucht bis", "Needed until", .date, headings: ["bis", "bedarf bis"]),
    .init(
      .expires, "Gilt bis", "Stands until", .date,
      headings: ["gilt bis", "ablauf", "lauft ab", "expires on"]),
    .init(
      .visibility, "Sichtbar für", "Visible to",
      .choice(
        Need.Visibility.allCases.map { .init(code: $0.rawValue, label: $0.label) }),
      headings: ["sichtbarkeit", "sichtbar fur"]),
    .init(
      .buyer, "Bedarfsträger", "Buyer", .reference(.organisation),
      headings: ["bedarfstrager", "auftraggeber", "kaufer"]),
    .init(
      .buyerBranches, "Branchen des Bedarfsträgers", "Branches of the buyer", .code(.branch),
      many: true, headings: ["branchen", "branche", "branches"]),
  ]

  static let byField: [NeedField: NeedFieldDefinition] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.field, $0) })

  /// How a column's name is compared: folded, umlauts in one spelling.
  public static func heading(_ text: String) -> String {
    FoldedText(text, umlauts: .merged).string
  }

  /// The field a column of a list is about, by its code, a label or a word people use.
  public static func field(ofColumn text: String) -> NeedField? { columns[heading(text)] }

  private static let columns: [String: NeedField] = {
    var columns: [String: NeedField] = [:]
    for definition in all {
      // "Breite" alone may be a width or a latitude; only its column code says which.
      let labels = [definition.label.german, definition.label.english].filter {
        !["Breite", "Länge"].contains($0)
      }
      for name in [definition.field.rawValue] + labels + definition.headings {
        columns[heading(name)] = definition.field
      }
    }
    return columns
  }()

  /// Whether a column holds the list's own key of a need.
  public static func isKey(column text: String) -> Bool {
    ["need", "bedarf", "bedarfsnummer", "need id", "bedarf nr"].map(heading)
      .contains(heading(text))
  }
}
