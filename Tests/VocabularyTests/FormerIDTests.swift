// SPDX-License-Identifier: Apache-2.0
import Testing
import Vocabulary

/// Registers hold ids of the first vocabulary; each still means something.
@Suite struct FormerIDTests {
  @Test func everyFormerIDResolves() {
    let former = Self.former.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(former.count == 260)
    for id in former {
      #expect(Thesaurus.builtIn[id] != nil, "\(id)")
      #expect(!Thesaurus.builtIn.path(of: id).isEmpty, "\(id)")
    }
  }

  @Test func aFormerIDIsTheConceptOfToday() {
    #expect(Thesaurus.builtIn["bonding"]?.id == "adhesive_bonding")
    #expect(Thesaurus.builtIn["tents"]?.kind == .product)
    #expect(Thesaurus.builtIn["no_such_id"] == nil)
  }

  /// A former id means something as wide as it did, or wider.
  @Test(arguments: [
    ("vehicles", ["road_vehicle", "rail_vehicle", "trailer"]),
    ("hvac", ["heating_equipment", "ventilation_equipment", "refrigeration_equipment"]),
    ("body_protection", ["stab_vest", "ballistic_plate"]),
    ("photovoltaics", ["solar_module", "solar_mounting"]),
    ("diagnostics", ["diagnostic_test_kit", "laboratory_device"]),
    (
      "safety_technology", ["alarm_security_electronics", "fire_extinguisher", "lock_cylinder_key"]
    ),
    ("computers", ["industrial_computer"]),
    ("medical_devices", ["fam_medical_instruments", "ventilator_medical"]),
    ("gloves_footwear", ["protective_gloves", "work_boot"]),
    ("respirators", ["respirator", "face_mask"]), ("tools", ["hand_tool", "cutting_tool"]),
    ("scaffolds", ["scaffold", "formwork_system"]), ("shelters", ["special_container"]),
    ("bridges", ["steel_bridge", "temporary_bridge"]),
    ("tents", ["fam_tents", "fam_tarpaulin_goods"]),
    ("ambulances", ["ambulance", "fire_engine"]), ("drones", ["drone", "ground_robot"]),
    ("packaging_material", ["packaging_components", "corrugated_box"]),
    ("construction_machines", ["construction_machine", "overhead_crane"]),
    ("field_kitchens", ["field_kitchen", "gastro_equipment"]),
  ])
  func aFormerIDIsAsWide(_ id: String, _ narrower: [String]) throws {
    let thesaurus = Thesaurus.builtIn
    let wide = try #require(thesaurus.index(of: id))
    for other in narrower {
      let number = try #require(thesaurus.index(of: other))
      #expect(thesaurus.ancestors[number].contains { $0.concept == wide }, "\(other)")
    }
  }

  static let former = """
    additive_manufacturing additive_metal additive_polymer anodising arc_welding assembly bending
    blasting blow_moulding bonding brazing broaching cabinet_building cable_assembly
    case_hardening casting cathodic_dip_coating chemical_synthesis clean_room_assembly coating
    coil_winding cold_extrusion composite_lamination compression_moulding conformal_coating
    continuous_casting deep_drawing die_casting disassembly drilling edm electron_beam_welding
    electroplating etching extrusion filling flame_cutting foaming forging forming
    friction_welding gear_cutting glass_forming gravity_casting grinding hardfacing heat_treatment
    honing hot_dip_galvanising hydroforming induction_hardening industrial_cleaning
    injection_moulding investment_casting irradiation joining lapping laser_cutting laser_marking
    laser_welding machining metal_extrusion metal_spinning milling mixing nonwoven_making
    optics_manufacturing painting paper_making pcb_manufacturing phosphating plasma_cutting
    plastic_welding polishing potting powder_coating powder_metallurgy press_fitting
    primary_shaping printing property_change prototyping pvd_cvd resistance_welding riveting
    robot_welding roll_forming rolling rotational_moulding rubber_lining sand_casting sawing
    semiconductor_making separating sewing sheet_metal_working sintering_firing smt_assembly
    spinning_fibres spring_making stamping steel_construction stretch_forming tanning
    textile_coating textile_cutting thermal_spraying thermoforming thread_cutting tht_assembly
    toolmaking tube_bending turning waterjet_cutting weaving welding wire_drawing woodworking
    activated_carbon adhesives aluminium carbide cast_iron ceramics chemicals concrete copper
    elastomers engineering_plastics fibre_composites foams glass high_strength_steel leather
    lubricants magnesium metals nickel_alloys paints paper_board plastics rare_earth_magnets
    refractory_metals stainless_steel steel textiles_technical titanium tool_steel wood zinc
    aircraft_parts ambulances antennas batteries bearings body_protection bridges cables
    compressors computers connectors construction_machines control_systems conveyors diagnostics
    displays drones electronic_components engines fasteners field_equipment field_kitchens filters
    food furniture gears generators gloves_footwear heat_exchangers helmets housings hvac
    hydraulics lighting machine_tools mechanical_components medical_consumables medical_devices
    motors optical_devices packaging_material pharmaceuticals photovoltaics pipes pneumatics
    power_electronics protective_clothing pumps radios rail_vehicles respirators safety_technology
    satellite_equipment scaffolds seals sensors shafts shelters ships software tanks_vessels tents
    tools tracks_chains trailers transformers tyres_wheels valves vehicle_bodies
    vehicle_components vehicles water_treatment calibration certification_consulting cold_chain
    construction_work dangerous_goods dimensional_measuring documentation electronics_design
    emc_testing engineering environmental_testing facility_services heavy_transport inspection
    it_security it_services kitting logistics maintenance nondestructive_testing packaging
    recycling refurbishment rental research_services security_services simulation spare_parts
    staffing sterilisation surveying systems_integration testing trading training transport
    vehicle_maintenance warehousing
    """
}
