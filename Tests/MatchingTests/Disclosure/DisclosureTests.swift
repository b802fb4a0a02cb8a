// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Registry
import Testing
import TragwerkTesting

@testable import Matching

/// What a company does not release must not show, not even in the order.
@Suite struct DisclosureTests {
  /// Made once; copies are cheap.
  private static let empty = MatchIndex(.builtIn)

  private static let need = Need(
    id: "n1", title: "Gefräste Gehäuse aus Aluminium",
    description: "Gefräst aus EN AW-7075, hart anodisiert, 300 mm, 2 kg. Geschweißte Rahmen.",
    amount: Need.Amount(quantity: 800, perYear: 1), required: ["EN9100", "GEHEIMNORM"],
    place: GeoPoint(latitude: 50, longitude: 10), buyerBranches: ["30"])

  @Test("No secret in anything a match says; as if it had never been", arguments: 0..<6)
  func secrets(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let release = Self.release(&random)
    for audience in Audience.allCases {
      var (seen, bare) = (Self.empty, Self.empty)
      for number in 0..<9 {
        let (full, twin) = Self.supplier(number, audience, release, &random)
        seen.put([full.disclosed(to: audience, under: release)].compactMap(\.self))
        bare.put([twin].compactMap(\.self))
      }
      let options = MatchOptions(day: CalendarDay(number: 20_780), limit: 100)
      let matches = seen.matches(for: Self.need, options)
      let text = Self.text(matches) + Self.text(seen, matches, options)
      #expect(
        text
          == Self.text(bare.matches(for: Self.need, options))
          + Self.text(bare, matches, options))
      for field in Release.Field.allCases where !release.releases(field, to: audience) {
        for mark in Self.marks(field) {
          #expect(!text.contains(mark), "\(mark) of \(field) reached \(audience), seed \(seed)")
        }
      }
    }
  }

  @Test("The test can fail: everything is released to the operator")
  func marksShow() {
    var random = SeededGenerator(seed: 1)
    var index = Self.empty
    for number in 0..<9 {
      index.put([Self.supplier(number, .operator, .standard, &random).full])
    }
    let options = MatchOptions(day: CalendarDay(number: 20_780), limit: 100)
    let text = Self.text(index.matches(for: Self.need, options))
    for mark in ["GEHEIMNAME", "GEHEIMWORTE"] { #expect(text.contains(mark)) }
  }

  @Test("What holds by default")
  func standard() {
    let release = Release.standard
    func fields(_ audience: Audience) -> [String] {
      Release.Field.allCases.filter { release.releases($0, to: audience) }.map(\.rawValue)
    }
    #expect(fields(.everyone) == ["name", "branch"])
    #expect(
      fields(.registeredBuyer)
        == ["name", "place", "branch", "texts", "capabilities", "qualifications"])
    #expect(
      Set(fields(.invitedBuyer)).subtracting(fields(.registeredBuyer))
        == ["envelope", "capacity_in_words", "capacity_figures"])
    #expect(fields(.operator).count == Release.Field.allCases.count)
    for (one, next) in zip(Audience.allCases, Audience.allCases.dropFirst()) {
      #expect(one < next && Set(fields(one)).isSubset(of: fields(next)))
    }
    let listed = Supplier(id: "a", name: "A", isScreenedOut: true)
    #expect(listed.disclosed(to: .operator) == listed)
    #expect(listed.disclosed(to: .invitedBuyer) == nil)
  }

  // MARK: Random suppliers

  private static func release(_ random: inout SeededGenerator) -> Release {
    var from: [Release.Field: Audience] = [:]
    for field in Release.Field.allCases {
      from[field] = random.pick(Audience.allCases)
    }
    return Release(from)
  }

  /// Words and figures that stand in one field alone.
  private static func marks(_ field: Release.Field) -> [String] {
    switch field {
    case .name: ["GEHEIMNAME"]
    case .texts: ["GEHEIMTEXT"]
    case .capabilities: ["GEHEIMKOENNEN"]
    case .capacityInWords: ["GEHEIMWORTE"]
    case .capacityFigures: ["73219"]
    case .envelope: ["91357"]
    case .employees: ["48611"]
    case .place, .branch, .qualifications: []
    }
  }

  private static let texts = [
    "Wir fräsen Gehäuse aus Aluminium", "Hart anodisieren bis 2 m", "Schweißen von Rahmen",
    "Konfektion von Zelten", "Handel mit Blechen", "Drehen und Fräsen von EN AW-7075",
  ]

  /// A supplier, and one that has only what the audience may know: made side by side, not the one
  /// from the other.
  private static func supplier(
    _ number: Int, _ audience: Audience, _ release: Release, _ random: inout SeededGenerator
  ) -> (full: Supplier, bare: Supplier?) {
    let id = "o\(number)"
    var full = Supplier(id: id, name: "GEHEIMNAME \(random.pick(texts)) \(number)")
    func shows(_ field: Release.Field) -> Bool { release.releases(field, to: audience) }
    var bare = Supplier(id: id, name: shows(.name) ? full.name : id)
    full.texts = [random.pick(texts) + " GEHEIMTEXT"]
    if shows(.texts) { bare.texts = full.texts }
    let envelope = Capability.Envelope(
      length: random.pick([100, 91357]), mass: 91357, yearlyQuantity: random.pick([200, 91357]))
    let words = random.pick(texts) + " GEHEIMKOENNEN"
    full.declared = [Supplier.Declared(text: words, envelope: envelope, isVerified: true)]
    if shows(.capabilities) {
      bare.declared = [
        Supplier.Declared(
          text: words, envelope: shows(.envelope) ? envelope : .init(), isVerified: true)
      ]
    }
    full.branches = [random.pick(["25.62", "46.72", "13.92"])]
    if shows(.branch) { bare.branches = full.branches }
    full.places = [GeoPoint(latitude: random.pick([48.5, 52.25]), longitude: 9)].compactMap(\.self)
    if shows(.place) { bare.places = full.places }
    full.qualifications = [
      Supplier.Held(standard: "EN9100", assurance: .verified),
      Supplier.Held(standard: "GEHEIMNORM"),
    ].filter { _ in random.chance(oneIn: 2) }
    if shows(.qualifications) { bare.qualifications = full.qualifications }
    let figure = Supplier.Free(unit: "Stück im Jahr", total: 73219, free: random.pick([0, 73219]))
    let note = random.pick(["ausgebucht", "Kapazität frei"]) + " GEHEIMWORTE"
    full.capacity = [figure, Supplier.Free(note: note)]
    if shows(.capacityFigures) { bare.capacity.append(figure) }
    if shows(.capacityInWords) { bare.capacity.append(Supplier.Free(note: note)) }
    full.employees = 48611
    if shows(.employees) { bare.employees = 48611 }
    full.askedOn = [CalendarDay(number: 20_775)]
    full.isScreenedOut = random.chance(oneIn: 5)
    if audience == .operator { return (full, full) }
    return (full, full.isScreenedOut ? nil : bare)
  }

  // MARK: Everything a match says

  private static func text(_ matches: [Match]) -> String {
    var text = ""
    dump(matches, to: &text)
    return text
  }

  private static func text(
    _ index: MatchIndex, _ matches: [Match], _ options: MatchOptions
  ) -> String {
    var text = ""
    dump(index.bundles(for: need, among: matches, options), to: &text)
    dump(matches.map { index.needs(for: $0.supplier, among: [need], options) }, to: &text)
    return text
  }
}
