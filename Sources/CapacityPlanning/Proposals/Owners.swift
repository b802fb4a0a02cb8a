// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Whose a supply is: its country, and the top of the group its organisation belongs to.
struct Owners {
  private let chain: ValueChain
  /// Row of the organisation of each supply, -1 where none is stated.
  private let organisation: [Int32]
  /// Row of the parent of each organisation, -1 where it has none or only a free name.
  private let parent: [Int32]

  init(_ chain: ValueChain) {
    self.chain = chain
    let keys = chain.keys(of: .organisations)
    organisation = keys.rows(of: chain[.supplies].text(.organisation))
    parent = keys.rows(of: chain[.organisations].text(.group))
  }

  /// As stated for the supply, else for its organisation; `""` where neither is.
  func country(ofSupply supply: Int) -> String {
    let stated = chain[.supplies].text(.country, supply)
    guard stated.isEmpty, organisation[supply] >= 0 else { return stated }
    return chain[.organisations].text(.country, Int(organisation[supply]))
  }

  /// The topmost parent, `""` where the supply states no organisation.
  func group(ofSupply supply: Int) -> String {
    guard organisation[supply] >= 0 else { return "" }
    var row = Int(organisation[supply])
    // As many steps as there are organisations, so that a ring of parents ends.
    for _ in parent.indices where parent[row] >= 0 { row = Int(parent[row]) }
    let free = chain[.organisations].text(.group, row)
    return free.isEmpty || parent[row] >= 0 ? chain[.organisations].key(row) : free
  }
}
