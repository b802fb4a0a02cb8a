// SPDX-License-Identifier: Apache-2.0
import Retrieval
import Vocabulary

/// Suppliers made ready for being held against needs.
///
/// Suppliers come, change and go at any time; the next match sees them. What is found depends on the
/// suppliers alone, not on the order in which they came. A value: copies share their memory until
/// one of them changes.
public struct MatchIndex: Sendable {
  public let spellings: ConceptSpellings
  private(set) var profiles: [SupplierProfile?] = []
  private var slots: [String: Int] = [:]
  private var free: [Int] = []
  /// In how many suppliers a feature occurs, in parts of 2³²; weak occurrences count in part. Whole
  /// numbers, so that who came and went leaves no trace of rounding.
  private(set) var occurrences: [ConceptVector.Feature: Int64] = [:]
  /// Slots of suppliers by feature, to find candidates among many.
  private var postings: [ConceptVector.Feature: [Int32]] = [:]
  private(set) var words: TextIndex
  let branches: BranchShares
  private(set) var processes: ProcessSpace

  /// Without suppliers, over the built-in vocabulary; made once.
  public static let builtIn = MatchIndex(.builtIn)

  /// An index without suppliers; reads the makings of the whole thesaurus.
  public init(_ spellings: ConceptSpellings) {
    self.spellings = spellings
    words = TextIndex(Self.settings)
    branches = BranchShares(spellings.thesaurus)
    processes = ProcessSpace(spellings.thesaurus)
  }

  /// Runs of letters find what words miss: `Brotkasten` and `Brotbox`.
  private static let settings = IndexSettings(
    fields: [
      .init("name", weight: 1, dilution: 0.3, typicalLength: 4),
      .init("declared", weight: 1.3, dilution: 0.3, typicalLength: 8),
      .init("text", weight: 1, dilution: 0.5, typicalLength: 60),
    ], units: .grams(3...5))

  /// Some 2 ms a supplier; many at once share their reading of words.
  public mutating func put(_ suppliers: [Supplier]) {
    var reader = ProfileReader(spellings)
    for supplier in suppliers { put(reader.profile(of: supplier)) }
  }

  private mutating func put(_ profile: SupplierProfile) {
    remove(profile.supplier.id)
    let slot = free.popLast() ?? profiles.count
    if slot == profiles.count { profiles.append(nil) }
    profiles[slot] = profile
    slots[profile.supplier.id] = slot
    for (feature, weight) in profile.vector.features {
      occurrences[feature, default: 0] += Self.parts(weight)
      postings[feature, default: []].append(Int32(slot))
    }
    processes.insert(profile.vector)
    words.put(profile.supplier.id, profile.indexTexts)
  }

  /// False where there is none of that id.
  @discardableResult public mutating func remove(_ id: String) -> Bool {
    guard let slot = slots.removeValue(forKey: id), let profile = profiles[slot] else {
      return false
    }
    for (feature, weight) in profile.vector.features {
      occurrences[feature, default: 0] -= Self.parts(weight)
      postings[feature]?.removeAll { $0 == Int32(slot) }
    }
    processes.remove(profile.vector)
    profiles[slot] = nil
    free.append(slot)
    words.remove(id)
    return true
  }

  public var count: Int { slots.count }

  public subscript(id: String) -> Supplier? { slots[id].flatMap { profiles[$0]?.supplier } }

  func profile(_ id: String) -> SupplierProfile? { slots[id].flatMap { profiles[$0] } }

  /// All, in the order of their ids.
  var all: [SupplierProfile] {
    profiles.compactMap(\.self).sorted { $0.supplier.id < $1.supplier.id }
  }

  /// How much sharing a feature tells: much of a rare one.
  func rarity(_ feature: ConceptVector.Feature) -> Double {
    logarithm(1 + Double(count) / (0.5 + Double(occurrences[feature] ?? 0) / Self.whole))
  }

  private static let whole = 4_294_967_296.0

  private static func parts(_ weight: Double) -> Int64 { Int64(min(1, weight) * whole) }

  /// Suppliers that may fit, in the order of their ids: all of a small register, else those that
  /// share most with the need by concepts or by words.
  func candidates(_ need: NeedProfile, _ text: [TextHit], most: Int) -> [SupplierProfile] {
    guard count > most else { return all }
    var sums: [Int32: Double] = [:]
    let telling = need.vector.features
      .map { (feature: $0.feature, worth: $0.weight * rarity($0.feature)) }
      .sorted { ($1.worth, $0.feature) < ($0.worth, $1.feature) }.prefix(40)
    for (feature, worth) in telling {
      for slot in postings[feature] ?? [] { sums[slot, default: 0] += worth }
    }
    let byConcept = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most)
    var chosen = Set(byConcept.map { Int($0.key) })
    for hit in text.prefix(most) { if let slot = slots[hit.key] { chosen.insert(slot) } }
    return chosen.compactMap { profiles[$0] }.sorted { $0.supplier.id < $1.supplier.id }
  }
}
