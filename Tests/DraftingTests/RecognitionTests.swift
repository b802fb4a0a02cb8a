// SPDX-License-Identifier: Apache-2.0
import Drafting
import Foundation
import ReferenceLibrary
import Testing
import TragwerkTesting

@Suite struct RecognitionTests {
  let recogniser: PartRecogniser

  init() throws { recogniser = PartRecogniser(try BuiltInLibrary.get()) }

  private func recognise(
    _ name: String, material: String = "", description: String = "", references: String = "",
    mass: String = ""
  ) -> PartRecognition {
    let cells = [name, material, description, references, mass, "1"]
      .map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    let list = PartsListReading("Name,Material,Description,References,Mass kg,Qty\n\(cells)\n")
    return recogniser.recognise(list.lines[1])
  }

  @Test(arguments: [
    ("Hex nuts", "fastener"), ("Sechskantschraube M8", "fastener"),
    ("Screws for MOSFETs, M3x10", "fastener"), ("Cable grommet", "seal_gasket"),
    ("1/4\" NPT Connector (male/male)", "valve_fitting_tube"), ("Kreiselpumpe", "motor_pump_fan"),
    ("HDMI for Display", "connector_cable"), ("Oxygen sensor cable", "connector_cable"),
    ("Instrumentation amplifier U2", "semiconductor_ic"),
    ("Umkehrosmosemembran", "filter_membrane"),
    ("Edelstahlschrauben", "fastener"), ("LED red", "semiconductor_diode"),
  ])
  func classesAreNamed(name: String, value: String) {
    let match = recognise(name).componentClass
    #expect(match?.value == value)
    #expect(match?.how == .named && match?.words.isEmpty == false)
  }

  @Test(arguments: [
    ("220nF", "C1-C5", "capacitor"), ("IPT012N08N5", "Q1", "semiconductor_transistor"),
    ("25A", "F1", "fuse"),
  ])
  func designatorsTellTheClass(name: String, references: String, value: String) {
    let match = recognise(name, references: references).componentClass
    #expect(match?.value == value && match?.how == .reference)
  }

  @Test func featuresOfABoardAreNoParts() {
    let hole = recognise("MountingHole", references: "H1,H2")
    #expect(hole.isBoardFeature && hole.componentClass == nil && hole.isRecognised)
  }

  @Test(arguments: [
    ("Titanium_weight", "", PartMaterial.material("titanium_metal")),
    ("Stahlblech", "", .material("steel")), ("Bracket", "1.4301", .alloy("stainless_steel")),
    ("Fitting", "brass", .alloy("brass")), ("storage_PE", "storage PE", .hint("polyethylene")),
    ("Nylon_weight", "", .hint("nylon")), ("Housing", "AlMgSi1", .alloy("aluminium_6082")),
    ("Cable P-clip 304 stainless steel", "", .alloy("stainless_steel")),
  ])
  func materialsAreNamed(name: String, material: String, expected: PartMaterial) {
    #expect(recognise(name, material: material).material?.value == expected)
  }

  @Test func someWordsCountOnlyWhereAMaterialBelongs() {
    #expect(recognise("PE terminal").material == nil)
    #expect(recognise("Sheet", material: "PE").material?.value == .hint("polyethylene"))
    #expect(recognise("PE sheet", mass: "2").material?.value == .hint("polyethylene"))
    #expect(recognise("Lead time label").material == nil)
  }

  @Test func aMassNeedsAMaterialToBeResolved() {
    #expect(recognise("Steel frame", mass: "12").isResolvedByMass)
    #expect(!recognise("Steel frame").isResolvedByMass)
    #expect(!recognise("Battery", mass: "12").isResolvedByMass)
    #expect(!recognise("Rubber mat", mass: "12").isResolvedByMass)
    let brass = recognise("Brass fitting", mass: "2")
    #expect(brass.isResolvedByMass)
    #expect(brass.constituents.map(\.material).contains("zinc"))
    #expect(recognise("Nylon gear", mass: "1").constituents.map(\.material) == ["polymers"])
  }

  @Test func unknownWordsAreNotGuessed() {
    #expect(!recognise("Frobnicator deluxe").isRecognised)
    #expect(!recognise("").isRecognised)
  }
}

/// Over the real lists beside the checkout.
@Suite(.enabled(if: SharedFolder.isThere)) struct RealListTests {
  @Test(arguments: [
    ("medical_ventilator_pvp", 92, 91), ("power_bms_c1", 80, 80), ("power_mppt_2420_hc", 67, 67),
    ("radio_m17_module17", 108, 108), ("water_container_reclaimer_duke", 20, 20),
    ("water_uv_unit_exposan", 5, 5), ("water_uvc_controller_safewater", 32, 31),
  ])
  func realListsAreRecognised(name: String, parts: Int, recognised: Int) throws {
    let recogniser = PartRecogniser(try BuiltInLibrary.get())
    let file = URL(fileURLWithPath: SharedFolder.path("data") ?? "")
      .appendingPathComponent("boms/\(name).csv")
    let list = PartsList.read([UInt8](try Data(contentsOf: file)), file: "\(name).csv")
    #expect(list.isSound && !list.findings.hasErrors)
    #expect(list.lines.count == parts + 1)
    // The columns of hints are not needed for it.
    let found = list.lines.dropFirst().map(recogniser.recognise).filter {
      $0.isBoardFeature || ($0.componentClass.map { $0.how != .hint } ?? false)
        || ($0.material.map { $0.how != .hint } ?? false)
    }
    #expect(found.count >= recognised)
  }

  @Test func theWaterUnitAddsUp() throws {
    let library = try BuiltInLibrary.get()
    let recogniser = PartRecogniser(library)
    let file = URL(fileURLWithPath: SharedFolder.path("data") ?? "")
      .appendingPathComponent("boms/water_container_reclaimer_duke.csv")
    let list = PartsList.read([UInt8](try Data(contentsOf: file)), file: "water.csv")
    #expect(list.counted.count == 20)
    let mass = list.counted.compactMap(\.mass?.likely).reduce(0, +)
    #expect(abs(mass - 1401.8) < 0.1)
    var byMaterial: [String: Double] = [:]
    for line in list.counted {
      for part in recogniser.recognise(line).constituents {
        byMaterial[part.material, default: 0] += (line.mass?.likely ?? 0) * part.likely
      }
    }
    #expect(abs((byMaterial["steel"] ?? 0) - 1279.1) < 0.1)
    #expect(abs((byMaterial["polymers"] ?? 0) - 25.5) < 0.1)
    #expect(abs((byMaterial["titanium_metal"] ?? 0) - 1.029) < 1e-9)
    #expect(byMaterial["lithium"] == nil)
    #expect(
      list.line(named: "solar_capacity")?.needed == Estimate(low: 14.85, likely: 19.8, high: 24.75))
  }

  @Test func theVentilatorLeavesQuestions() throws {
    let file = URL(fileURLWithPath: SharedFolder.path("data") ?? "")
      .appendingPathComponent("boms/medical_ventilator_pvp.csv")
    let list = PartsList.read([UInt8](try Data(contentsOf: file)), file: "ventilator.csv")
    #expect(list.counted.count { $0.quantity.basis == .assumed } == 27)
    #expect(
      list.counted.filter { $0.quantity.basis == .assumed }.allSatisfy { !$0.questions.isEmpty })
    #expect(list.line(20)?.needed == Estimate(low: 1, likely: 1, high: 100))
  }
}
