// SPDX-License-Identifier: Apache-2.0
import Localization
import Resilience
import ValueChains

extension Disruption {
  /// The disruptions a person asks for: the package's own, or every single element of some kinds,
  /// and of these only those named.
  static func named(_ names: [String], of chain: ValueChain, each kinds: [Kind])
    throws(PlatformError) -> [Disruption]
  {
    let all =
      kinds.isEmpty ? described(in: chain) : kinds.flatMap { Disruption.each($0, in: chain) }
    if names.isEmpty { return all }
    let known = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    let missing = names.filter { known[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      let some = all.prefix(8).map(\.id).joined(separator: ", ") + (all.count > 8 ? ", …" : "")
      let present =
        all.isEmpty
        ? LocalizedText(de: "Das Paket nennt keine.", en: "The package names none.")
        : LocalizedText(de: "Vorhanden sind: \(some)", en: "There are: \(some)")
      throw PlatformError(
        .request,
        LocalizedText(
          de: "Diese Störungen gibt es hier nicht: \(names). \(present.german)",
          en: "These disruptions do not exist here: \(names). \(present.english)"))
    }
    let wanted = Set(names)
    return all.filter { wanted.contains($0.id) }
  }
}
