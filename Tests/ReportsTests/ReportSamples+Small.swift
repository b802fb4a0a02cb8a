// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

@testable import Reports

extension ReportSamples {
  /// A text that tries to break out of everything.
  static let hostile =
    "\"><script>alert('x')</script><!-- ]]> &amp; </svg></style>\u{202E}\u{0}\u{FFFE}"

  /// Raw material from abroad, one plant, one product; places, sources and questions on request.
  static func small(
    name: String = "Motor", hasPlaces: Bool = true, hasProvenance: Bool = true, perDay: Double = 1,
    isFarFlung: Bool = true,
    stock: Double = 12
  ) -> ValueChain {
    var chain = ValueChain(name: "small", title: "\(name) & Co.", currency: "EUR")
    chain[.organisations].append([.organisation: "werk", .name: .init(name), .country: "DE"])
    for (key, country, latitude, longitude) in [
      ("mine", isFarFlung ? "CL" : "DE", isFarFlung ? -23.6 : 50.9, isFarFlung ? -70.4 : 12.1),
      ("hamburg", "DE", 53.5, 9.9), ("werk", "DE", 51.0, 10.0),
    ] {
      chain[.sites].append([
        .site: .init(key), .name: .init("\(name) \(key)"), .country: .init(country),
        .latitude: hasPlaces ? .number(latitude) : .empty,
        .longitude: hasPlaces ? .number(longitude) : .empty, .recoveryDays: 60,
      ])
    }
    chain[.materials].append([.material: "kupfer", .name: "Kupfer", .unit: "kg", .stage: "raw"])
    chain[.materials].append([
      .material: "motor", .name: .init(name), .unit: "Stück", .stage: "system",
    ])
    chain[.lines].append([.line: "montage", .site: "werk", .name: .init(name), .runsPerDay: 2])
    chain[.recipes].append([.line: "montage", .material: "kupfer", .quantity: -5])
    chain[.recipes].append([.line: "montage", .material: "motor", .quantity: 1])
    chain[.links].append([
      .link: "see", .fromSite: "mine", .toSite: "hamburg", .material: "kupfer", .mode: "sea",
      .leadDays: 35, .passages: "panama",
    ])
    chain[.links].append([
      .link: "bahn", .fromSite: "hamburg", .toSite: "werk", .material: "kupfer", .mode: "rail",
      .leadDays: 2,
    ])
    chain[.supplies].append([
      .supply: "cl", .site: "mine", .material: "kupfer", .perDay: 20, .country: "CL",
    ])
    chain[.stocks].append([.site: "werk", .material: "kupfer", .onHand: .number(stock * 5)])
    chain[.stocks].append([.site: "werk", .material: "motor", .onHand: 3])
    chain[.demands].append([
      .demand: "d", .site: "werk", .material: "motor", .perDay: .number(perDay),
      .valuePerUnit: 1000,
    ])
    chain[.disruptions].append([
      .disruption: .init("d-\(name)"), .kind: "site", .target: "werk", .recoveryDays: 90,
    ])
    chain[.disruptions].append([.disruption: "chile", .kind: "country", .target: "CL"])
    if hasProvenance {
      chain[.provenance].append([
        .table: "stocks", .key: "werk|kupfer", .column: "on_hand", .valueKind: "estimate",
        .low: 40, .high: 80, .source: .init("\(name) 2026"), .year: "2026", .note: .init(name),
      ])
      chain[.questions].append([
        .question: "q1", .table: "stocks", .key: "werk|kupfer", .column: "on_hand",
        .questionDe: .init("Wie viel \(name) liegt dort?"),
        .questionEn: .init("How much \(name) is there?"), .role: "supplier",
      ])
    }
    return chain
  }

  static let square = [
    CountryOutline(
      country: "DEU",
      rings: [
        [(6.0, 47.5), (15, 47.5), (15, 55), (6, 55)].map {
          Coordinate(longitude: $0.0, latitude: $0.1)
        }
      ])
  ]
}
