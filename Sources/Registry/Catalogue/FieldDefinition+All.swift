// SPDX-License-Identifier: Apache-2.0
import Localization

extension FieldDefinition {
  /// The catalogue: every field of every kind, once.
  public static let all: [FieldDefinition] =
    organisation + site + capability + capacity + qualification + membership + contact

  private static let name = Content.text(limit: 500)
  private static let words = Content.text(limit: 4000)
  private static let amount = Content.number(unit: nil, 0...1e15)

  private static func choice(_ all: (String, String, String)...) -> Content {
    .choice(all.map { Choice(code: $0.0, label: LocalizedText(de: $0.1, en: $0.2)) })
  }

  private static func number(_ unit: String) -> Content { .number(unit: unit, 0...1e9) }

  private static func address(_ kind: EntityKind) -> [FieldDefinition] {
    [
      .init(kind, "street", "Straße und Hausnummer", "Street and number", name),
      .init(kind, "postcode", "Postleitzahl", "Postcode", .text(limit: 20)),
      .init(kind, "city", "Ort", "Town", .text(limit: 200)),
      .init(kind, "country", "Land", "Country", .country),
    ]
  }

  private static let organisation: [FieldDefinition] =
    [
      .init(.organisation, "legal_name", "Firma (rechtlicher Name)", "Legal name", name),
      .init(.organisation, "alias", "Weiterer Name", "Alias", name, many: true),
      .init(.organisation, "former_name", "Früherer Name", "Former name", name, many: true),
      .init(.organisation, "legal_form", "Rechtsform", "Legal form", .code(.legalForm)),
      .init(
        .organisation, "kind", "Art", "Kind",
        choice(
          ("company", "Unternehmen", "Company"), ("association", "Verband", "Association"),
          ("research", "Forschung", "Research"), ("authority", "Behörde", "Authority"))),
    ] + address(.organisation) + [
      .init(.organisation, "po_box", "Postfach", "PO box", .text(limit: 100)),
      .init(.organisation, "web", "Internetseite", "Web site", .webAddress),
      .init(.organisation, "lei", "LEI", "LEI", .identifier(.lei)),
      .init(.organisation, "vat", "USt-IdNr.", "VAT number", .identifier(.vat), many: true),
      .init(
        .organisation, "register", "Registernummer", "Register number", .identifier(.register),
        many: true),
      .init(.organisation, "ncage", "NCAGE", "NCAGE", .identifier(.ncage), many: true),
      .init(.organisation, "bpnl", "BPNL", "BPNL", .identifier(.bpnl)),
      .init(.organisation, "duns", "D-U-N-S", "D-U-N-S", .identifier(.duns), many: true),
      .init(
        .organisation, "branch", "Branche (WZ/NACE)", "Branch (NACE)", .code(.branch), many: true),
      .init(.organisation, "group", "Konzern (Name)", "Group (name)", name),
      .init(
        .organisation, "parent", "Muttergesellschaft", "Parent", .reference(.organisation)),
      .init(
        .organisation, "predecessor", "Rechtsvorgänger", "Predecessor", .reference(.organisation),
        many: true),
      .init(
        .organisation, "successor", "Rechtsnachfolger", "Successor", .reference(.organisation),
        many: true),
      .init(.organisation, "employees", "Beschäftigte", "Employees", .number(unit: nil, 0...1e8)),
    ]

  private static let site: [FieldDefinition] =
    [.init(.site, "name", "Name", "Name", name)] + address(.site) + [
      .init(
        .site, "latitude", "Breite", "Latitude", .number(unit: "°", -90...90)),
      .init(.site, "longitude", "Länge", "Longitude", .number(unit: "°", -180...180)),
      .init(.site, "nuts", "NUTS", "NUTS", .code(.nuts)),
      .init(.site, "unlocode", "UN/LOCODE", "UN/LOCODE", .code(.unlocode)),
      .init(.site, "branch", "Branche (WZ/NACE)", "Branch (NACE)", .code(.branch), many: true),
      .init(.site, "activity", "Tätigkeit", "Activity", words),
      .init(
        .site, "status", "Betrieb", "Operation",
        choice(("open", "in Betrieb", "open"), ("closed", "geschlossen", "closed"))),
    ]

  private static let capability: [FieldDefinition] = [
    .init(
      .capability, "kind", "Art", "Kind",
      choice(
        ("process", "Verfahren", "Process"), ("material", "Werkstoff", "Material"),
        ("product", "Produktfamilie", "Product family"),
        ("service", "Dienstleistung", "Service"))),
    .init(.capability, "term", "Begriff", "Term", name),
    .init(.capability, "text", "Beschreibung", "Description", words),
    .init(.capability, "site", "Standort", "Site", .reference(.site)),
    .init(
      .capability, "source", "Herkunft", "Made or bought",
      choice(("own", "eigen", "own"), ("bought_in", "zugekauft", "bought in"))),
    .init(
      .capability, "weight", "Stellung", "Standing",
      choice(("core", "Kern", "core"), ("supplementary", "ergänzend", "supplementary"))),
    .init(.capability, "length_max", "Länge bis", "Length up to", number("mm")),
    .init(.capability, "width_max", "Breite bis", "Width up to", number("mm")),
    .init(.capability, "height_max", "Höhe bis", "Height up to", number("mm")),
    .init(.capability, "mass_max", "Gewicht bis", "Weight up to", number("kg")),
    .init(.capability, "tolerance_min", "Toleranz ab", "Tolerance from", number("mm")),
    .init(.capability, "lot_min", "Losgröße ab", "Lot size from", amount),
    .init(.capability, "lot_max", "Losgröße bis", "Lot size up to", amount),
    .init(.capability, "quantity_max", "Menge im Jahr bis", "Quantity a year up to", amount),
  ]

  private static let capacity: [FieldDefinition] = [
    .init(.capacity, "unit", "Einheit", "Unit", .text(limit: 50)),
    .init(.capacity, "total", "Gesamt", "Total", amount),
    .init(.capacity, "free", "Frei", "Free", amount),
    .init(.capacity, "free_from", "Frei ab", "Free from", .date),
    .init(.capacity, "stated_on", "Angegeben am", "Stated on", .date),
  ]

  private static let qualification: [FieldDefinition] = [
    .init(.qualification, "standard", "Norm", "Standard", .text(limit: 200)),
    .init(.qualification, "scope", "Geltungsbereich", "Scope", words),
    .init(.qualification, "issuer", "Aussteller", "Issuer", name),
    .init(.qualification, "valid_until", "Gültig bis", "Valid until", .date),
    .init(.qualification, "evidence", "Beleg", "Evidence", name),
    .init(
      .qualification, "assurance", "Bestätigung", "Assurance",
      choice(
        ("self_declared", "selbst erklärt", "self-declared"), ("verified", "geprüft", "verified"))),
  ]

  private static let membership: [FieldDefinition] = [
    .init(.membership, "association", "Verband", "Association", name),
    .init(.membership, "number", "Mitgliedsnummer", "Member number", .text(limit: 100)),
    .init(.membership, "since", "Seit", "Since", .date),
  ]

  private static let contact: [FieldDefinition] = [
    .init(.contact, "name", "Name", "Name", name),
    .init(.contact, "role", "Funktion", "Role", name),
    .init(.contact, "email", "E-Mail", "E-mail", .email),
    .init(.contact, "phone", "Telefon", "Phone", .phone),
    .init(
      .contact, "consent", "Einwilligung", "Consent",
      choice(
        ("none", "keine", "none"), ("register", "im Register zu zeigen", "to show in the register"))
    ),
    .init(.contact, "consent_on", "Einwilligung vom", "Consent given on", .date),
  ]
}
