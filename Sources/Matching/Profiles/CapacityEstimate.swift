// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import TextAnalysis

/// What is known of a supplier's free capacity.
public struct CapacityEstimate: Sendable, Hashable {
  public enum Word: Sendable, Hashable {
    case free, little, none, unknown
  }

  /// What figures, or else words, say.
  public let word: Word
  public let free: Supplier.Free?
  public let note: String?

  init(_ stated: [Supplier.Free]) {
    free = stated.first { $0.free != nil }
    note = stated.compactMap(\.note).first
    if let amount = free?.free {
      word = amount > 0 ? .free : .none
    } else {
      word = note.map(Self.reading) ?? .unknown
    }
  }

  /// What a note in German or English says; the strictest word in it decides.
  static func reading(_ note: String) -> Word {
    let words = FoldedText(note, umlauts: .merged).string
    let padded = " " + words + " "
    if none.contains(where: { padded.contains($0) }) { return .none }
    // `bis 2028 vergeben`, `full until May`; but `zu 55 % belegt` leaves something.
    if taken.contains(where: { padded.contains($0) }),
      untils.contains(where: { padded.contains($0) })
    {
      return .none
    }
    if little.contains(where: { padded.contains($0) }) { return .little }
    if free.contains(where: { padded.contains($0) }) { return .free }
    return .unknown
  }

  private static let none = [
    " ausgelastet", " ausgebucht", " keine freie", " keine kapazitat", " voll belegt",
    " nichts frei",
    " voll bis", " belegt bis", " ausverkauft", " warteliste", " no capacity", " fully booked",
    " booked out", " booked until", " sold out", " no free", " fully loaded", " waiting list",
    " at capacity", " keine neuen", " no new ", " derzeit keine", " auftragsstau", " backlog",
  ]
  private static let taken = [
    " belegt", " vergeben", " verplant", " voll", " full", " taken", " busy", " occupied",
    " committed",
  ]
  private static let untils = [" bis ", " until ", " till ", " through "]
  private static let little = [
    " wenig", " gering", " nur ", " einzelne", " vereinzelt", " knapp", " kleine mengen",
    " begrenzt",
    " restkapazitat", " limited", " little", " few ", " small jobs", " some ", " single ", " only ",
    " squeezed", " kaum ", " erst ", " lucken", " lieferzeit", " lead time", " partly",
    " teilweise",
    " kleinserien", " engpass",
  ]
  private static let free = [
    " frei", " verfugbar", " kapazitat", " offen", " einschichtig", " aufnahmefahig",
    " unausgelastet",
    " kurzarbeit", " luft", " free", " available", " capacity", " idle", " open", " spare",
    " unused",
    " half load", " verkurzt", " flaute", " schwach", " lohnarbeit", " willkommen", " welcome",
  ]

  /// 0…1: how far free capacity speaks for the supplier on a day; figures lose half of their weight
  /// every 180 days. Unknown is in the middle: not in the register is not "no capacity".
  ///
  /// - Parameter yearly: the quantity needed in a year, nil where unknown.
  func fit(yearly: Double?, on day: CalendarDay) -> Double {
    let unknown = 0.6
    guard let stated = free, let amount = stated.free else {
      switch word {
      case .free: return 1
      case .little: return 0.45
      case .none: return 0
      case .unknown: return unknown
      }
    }
    let yearlyFree = amount * CapacityUnit.perYear(stated.unit)
    let share = yearly.map { $0 > 0 ? min(1, yearlyFree / $0) : 1 } ?? (amount > 0 ? 1 : 0)
    let trust = Capacity.confidence(statedOn: stated.statedOn, on: day)
    return trust * share + (1 - trust) * unknown
  }
}
