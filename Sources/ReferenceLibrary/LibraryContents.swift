// SPDX-License-Identifier: Apache-2.0

/// The rows of a library before they are indexed.
struct LibraryContents: Sendable {
  struct ShareKey: Hashable {
    let material: String
    let view: SupplyView
  }

  struct RouteKey: Hashable {
    let country: String
    let destination: String
  }

  var countries: [Country] = []
  var materials: [Material] = []
  var alloys: [Alloy] = []
  var shares: [ShareKey: SupplyShares] = [:]
  var governance: [String: Governance] = [:]
  /// By the country they serve.
  var mainPorts: [String: Port] = [:]
  /// All ports known, by UN/LOCODE.
  var ports: [String: Port] = [:]
  var passages: [Passage] = []
  var routes: [RouteKey: [SeaRoute]] = [:]
  var bridges: [Bridge] = []
  var words: [RecognitionWord] = []
  var register = PlantRegister()
  var seaRouter: SeaRouter?
  var notes: [LibraryNote] = []
}
