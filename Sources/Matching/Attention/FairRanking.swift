// SPDX-License-Identifier: Apache-2.0
import Localization

/// A supplier in a list of matches.
public struct ScoredSupplier: Sendable, Hashable {
  /// Unique in a list.
  public var id: String
  /// 0 to 100.
  public var score: Double

  public init(id: String, score: Double) {
    self.id = id
    self.score = score
  }

  /// The score where it is one.
  var merit: Double { score.isFinite ? max(0, score) : 0 }
}

/// A list of matches in which suppliers that were shown less than they deserve get forward.
///
/// A supplier may stand before one that fits better only where the difference is at most the
/// tolerance; within it, the one that lacks most attention comes first. This is the greedy form of
/// the re-ranking of Biega, Gummadi, Weikum, "Equity of attention", 2018, with a bound in points in
/// place of one on the quality of the list.
public struct FairRanking: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let supplier: ScoredSupplier
    /// The place by score alone, from 0.
    public let meritPlace: Int
    /// How much attention it lacked, in lists, less its load; below 0 where it had more than it
    /// deserved.
    public let deficit: Double
    /// Why it stands further up or down than by its score; nil where it does not.
    public let reason: LocalizedText?
  }

  /// Points.
  public static let usualTolerance = 5.0

  /// How many lists' attention a load of 1 stands for: in simulations this much halves the largest
  /// load without giving back what small firms gained.
  static let loadWeight = 1.0

  /// First place first.
  public let entries: [Entry]

  public var suppliers: [ScoredSupplier] { entries.map(\.supplier) }

  /// - Parameters:
  ///   - list: in any order. With n entries of which w lie within the tolerance, it takes n·w steps.
  ///   - loads: `SupplierLoad.load` by id; a supplier that is busy answering steps back, as if it
  ///     had had that much attention more. Who is missing is not busy.
  ///   - tolerance: points, 0 or more; 0 leaves the order to the scores, ties apart.
  public init(
    _ list: [ScoredSupplier], ledger: ExposureLedger, on day: CalendarDay,
    loads: [String: Double] = [:], tolerance: Double = usualTolerance
  ) {
    let order = list.sorted { ($1.merit, $0.id) < ($0.merit, $1.id) }
    // What this list owes counts as well, before it is dealt out.
    let deficits = zip(order, ExposureLedger.merits(order)).map {
      ledger.deficit(of: $0.id, on: day) + $1 - Self.loadWeight * max(0, loads[$0.id] ?? 0)
    }
    let allowed = tolerance.isNaN ? 0 : max(0, tolerance)
    var remaining = Array(order.indices)
    var entries: [Entry] = []
    while let first = remaining.first {
      var best = 0
      for (at, place) in remaining.enumerated() {
        if order[place].merit < order[first].merit - allowed { break }
        if deficits[place] > deficits[remaining[best]] { best = at }
      }
      let place = remaining.remove(at: best)
      entries.append(
        Entry(
          supplier: order[place], meritPlace: place, deficit: deficits[place],
          reason: Self.reason(from: place, to: entries.count, tolerance: allowed)))
    }
    self.entries = entries
  }

  private static func reason(from: Int, to: Int, tolerance: Double) -> LocalizedText? {
    guard from != to else { return nil }
    let points = LocalizedText(number: tolerance)
    return to < from
      ? LocalizedText(
        de: "Steht weiter vorn als nach Punkten, weil der Betrieb zuletzt seltener gezeigt oder"
          + " angefragt wurde, als er passt; der Unterschied beträgt höchstens \(points.german) Punkte.",
        en: "Stands further up than by its points because the firm was lately shown or asked less"
          + " often than it fits; the difference is at most \(points.english) points.")
      : LocalizedText(
        de: "Steht weiter hinten als nach Punkten, weil fast ebenso passende Betriebe zuletzt"
          + " seltener gezeigt oder angefragt wurden.",
        en: "Stands further down than by its points because firms that fit almost as well were"
          + " lately shown or asked less often.")
  }
}
