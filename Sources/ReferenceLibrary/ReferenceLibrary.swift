// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Facts by which a parts list becomes a first draft of a value chain: materials and who supplies
/// them, alloys, countries, ports and sea routes, plants, and the words that name them.
///
/// Every value keeps its source and year. What is not here is unknown, not absent.
public struct ReferenceLibrary: Sendable {
  let contents: LibraryContents
  private let materialRows: [String: Int]
  private let alloyRows: [String: Int]
  private let materialNames: NameIndex
  private let alloyNames: NameIndex
  private let countryRows: [String: Int]
  private let countryNames: CountryNames
  private let bridgeRows: [String: [Int]]

  init(_ contents: LibraryContents) {
    self.contents = contents
    materialRows = Self.index(contents.materials.map(\.id))
    alloyRows = Self.index(contents.alloys.map(\.id))
    materialNames = NameIndex(contents.materials.map { (id: $0.id, names: $0.allNames) })
    alloyNames = NameIndex(
      contents.alloys.map {
        (id: $0.id, names: [$0.id, $0.name.german, $0.name.english] + $0.aliases)
      })
    countryRows = Self.index(contents.countries.map(\.iso3))
    countryNames = CountryNames(contents.countries)
    bridgeRows = Dictionary(grouping: contents.bridges.indices) {
      contents.bridges[$0].componentClass
    }
  }

  private static func index(_ keys: [String]) -> [String: Int] {
    Dictionary(zip(keys, keys.indices)) { first, _ in first }
  }

  /// What was met while loading that a reader of results may want to know.
  public var notes: [LibraryNote] { contents.notes }

  // MARK: Materials

  public var materials: [Material] { contents.materials }
  public var alloys: [Alloy] { contents.alloys }

  public func material(_ id: String) -> Material? {
    materialRows[id].map { contents.materials[$0] }
  }
  public func alloy(_ id: String) -> Alloy? { alloyRows[id].map { contents.alloys[$0] } }

  /// The material of that German or English name, alias or id; symbols of one or two letters count
  /// only as they are written (`Cu`).
  public func material(named name: String) -> Material? {
    materialNames[name].flatMap { material($0) }
  }
  public func alloy(named name: String) -> Alloy? { alloyNames[name].flatMap { alloy($0) } }

  /// Who supplies a material; nil where nothing is known, which is not "nobody".
  public func shares(of material: String, view: SupplyView) -> SupplyShares? {
    contents.shares[.init(material: material, view: view)]
  }

  /// Materials that a class of components may hold.
  public func bridges(of componentClass: String) -> [Bridge] {
    (bridgeRows[componentClass] ?? []).map { contents.bridges[$0] }
  }

  public var bridges: [Bridge] { contents.bridges }
  public var words: [RecognitionWord] { contents.words }

  // MARK: Places

  public var countries: [Country] { contents.countries }
  public var passages: [Passage] { contents.passages }

  public func country(iso3: String) -> Country? { countryRows[iso3].map { contents.countries[$0] } }

  public func country(iso2: String) -> Country? {
    iso2.isEmpty ? nil : contents.countries.first { $0.iso2 == iso2 }
  }

  /// The country of that German or English name or code, written as sources write it.
  public func country(named name: String) -> Country? {
    guard case .country(let iso3) = countryNames.resolve(code: name, name: name) else { return nil }
    return country(iso3: iso3)
  }

  public func governance(of country: String) -> Governance? { contents.governance[country] }

  /// The sea port a country's goods leave from; nil where they come overland or none is known.
  public func mainPort(of country: String) -> Port? { contents.mainPorts[country] }
  public func port(_ locode: String) -> Port? { contents.ports[locode] }
  public func passage(_ id: String) -> Passage? { contents.passages.first { $0.id == id } }

  // MARK: Plants

  public var register: PlantRegister { contents.register }

  /// Plants of a branch, the most active first. None is "not in the register", not "no such maker".
  public func plants(nace: String, wholeDivision: Bool = false) -> [Plant] {
    contents.register.plants(nace: nace, wholeDivision: wholeDivision)
  }
}

extension Material {
  /// Everything it is called; of `Aluminium / bauxite` and `Samarium (LREE)` each part too.
  var allNames: [String] {
    var names = [id, id.replacing("_", with: " ")] + aliases
    for text in [name.german, name.english] {
      names.append(text)
      for part in text.split(separator: "/") {
        let plain = part.prefix { $0 != "(" }
        names.append(plain.trimmingCharacters(in: .whitespaces))
      }
    }
    return names
  }
}
