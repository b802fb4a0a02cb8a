// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Testing
import TragwerkTesting
import ValueChains

@testable import Platform

@Suite struct NeedFromChainTests {
  /// 2 devices a day, each of 3 sensors; the sensor plant makes 5 a day of 2 kg of paste each.
  private static func chain() -> ValueChain {
    var chain = ValueChain(name: "geraete", title: "Geräte")
    for (site, latitude) in [("paste", 50.0), ("sensor", 51.0), ("montage", 52.0)] {
      chain[.sites].append([
        .site: .text(site), .name: .text("Werk " + site), .country: "DE",
        .latitude: .number(latitude), .longitude: 10,
      ])
    }
    for (material, unit) in [("paste", "kg"), ("sensor", "Stück"), ("geraet", "Stück")] {
      chain[.materials].append([
        .material: .text(material), .name: .text("Ein " + material), .unit: .text(unit),
      ])
    }
    chain[.lines].append([.line: "sensorlinie", .site: "sensor", .runsPerDay: 5])
    chain[.lines].append([.line: "montage", .site: "montage"])
    for (line, material, quantity) in [
      ("sensorlinie", "paste", -2.0), ("sensorlinie", "sensor", 1), ("montage", "sensor", -3),
      ("montage", "geraet", 1),
    ] {
      chain[.recipes].append([
        .line: .text(line), .material: .text(material), .quantity: .number(quantity),
      ])
    }
    chain[.links].append([
      .link: "paste-sensor", .fromSite: "paste", .toSite: "sensor", .material: "paste",
    ])
    chain[.links].append([
      .link: "sensor-montage", .fromSite: "sensor", .toSite: "montage", .material: "sensor",
    ])
    chain[.links].append([
      .link: "alles", .fromSite: "sensor", .toSite: "montage", .material: "*",
    ])
    chain[.supplies].append([.supply: "paste-welt", .site: "paste", .material: "paste"])
    chain[.stocks].append([.site: "sensor", .material: "paste", .onHand: 30])
    chain[.stocks].append([.site: "montage", .material: "sensor", .onHand: 20])
    chain[.demands].append([
      .demand: "d", .site: "montage", .material: "geraet", .perDay: 1, .valuePerUnit: 1,
    ])
    return chain
  }

  private func written(_ folder: TemporaryFolder) throws -> String {
    try ChainPackage.write(Self.chain(), to: folder.path("chain"))
    return folder.path("chain")
  }

  @Test("Elements become needs with what the chain says of them")
  func elements() async throws {
    let folder = TemporaryFolder()
    let path = try written(folder)
    // Three sensors a day are needed, six kilograms of paste.
    let cases: [(element: String, title: String, yearly: Double, unit: String, latitude: Double)] =
      [
        ("line:sensorlinie", "Weitere Quelle: Ein sensor", 1100, "Stück", 52),
        ("supply:paste-welt", "Weitere Quelle: Ein paste", 2190, "kg", 50),
        ("site:paste", "Weitere Quelle: Ein paste", 2190, "kg", 50),
        ("site:sensor", "Weitere Quelle: Ein sensor", 1100, "Stück", 52),
        (
          "link:sensor-montage", "Transport: Ein sensor, Werk sensor – Werk montage", 1100, "Stück",
          52
        ),
      ]
    for (element, title, yearly, unit, latitude) in cases {
      let outcome = try await NeedFromChain(path: path, element: element).draft()
      #expect(outcome.need.title == title && outcome.need.origin == element)
      #expect(outcome.need.amount == Need.Amount(quantity: yearly, unit: unit, perYear: 1))
      #expect(outcome.need.place?.latitude == latitude, "\(element)")
      #expect(outcome.isCritical == !element.hasPrefix("link"), "\(element)")
      // How weak the chain is there stands in no need.
      #expect(!outcome.need.description.contains("Tage"))
      #expect(outcome.need.description.contains("Gebraucht in: Werk sensor") == false)
      #expect(NeedValues(outcome.need).faults.isEmpty)
    }
    let paste = try await NeedFromChain(path: path, element: "material:paste").draft()
    // Nobody may use it either: 20 sensors at 3 a day are left.
    #expect(paste.need.place == nil && abs(paste.days - 20.0 / 3) < 1e-9)
    let supply = try await NeedFromChain(path: path, element: "supply:paste-welt").draft()
    // 30 kg at 6 a day, then the sensors.
    #expect(abs(supply.days - (5 + 20.0 / 3)) < 1e-9)
    var english = NeedFromChain(path: path, element: "line:sensorlinie")
    english.language = .english
    let text = try await english.draft().need.description
    #expect(
      text.contains("It is made from: Ein paste.") && text.contains("It goes into: Ein geraet"))
  }

  @Test("The same element twice is one need", arguments: TestEngine.available)
  func once(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let work = NeedFromChain(path: try written(folder), element: "line:sensorlinie")
      let first = try await work.run(access)
      #expect(!first.isKnown && first.need.id == "n00000001" && first.need.state == .draft)
      _ = try await ChangeNeed(id: first.need.id, NeedFacts([("title", "Von Hand")])).run(access)
      let second = try await work.run(access)
      #expect(second.isKnown && second.need.title == "Von Hand" && second.need.version == 2)
      let file = try await ShowNeed(id: first.need.id).run(access)
      #expect(file.source?.source == "chain/geraete" && file.source?.key == "line:sensorlinie")
      #expect(file.need.origin == "line:sensorlinie")
    }
  }

  @Test(
    "Elements of which no need can be made are told",
    arguments: ["country:DE", "line", "line:nix", "link:alles", "nix:x", ""])
  func refused(_ element: String) async throws {
    let folder = TemporaryFolder()
    let path = try written(folder)
    let error = await #expect(throws: PlatformError.self) {
      try await NeedFromChain(path: path, element: element).draft()
    }
    #expect(error?.code == .request && error?.message.german != error?.message.english)
  }
}
