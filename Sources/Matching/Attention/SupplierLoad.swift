// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// How busy a supplier is with answering those who asked it.
///
/// Every enquiry counts 1 on its day and half as much every 90 days later; the sum is divided by
/// what a firm of this size can answer, which grows with the square root of its employees.
public struct SupplierLoad: Sendable, Hashable {
  /// Days after which an enquiry counts half.
  public static let halfLife = 90.0
  /// Employees of a firm that does not say how many it has.
  public static let usualEmployees = 10.0

  /// Enquiries, older ones counting less; 0 or more.
  public let enquiries: Double
  /// How many of them a firm of this size can answer; above 0.
  public let answerable: Double
  /// Enquiries of the last 90 days, each counting 1.
  public let recent: Int

  /// - Parameters:
  ///   - askedOn: in any order; days after `day` count as if they were `day`.
  ///   - employees: nil, and what is no number above 0, count as ten.
  public init(askedOn: [CalendarDay], employees: Double?, on day: CalendarDay) {
    // Sorted, so that the sum does not depend on the order.
    let ages = askedOn.map { max(0, day.number - $0.number) }.sorted(by: >)
    enquiries = ages.reduce(0) { $0 + exp2(-Double($1) / Self.halfLife) }
    recent = ages.count { $0 < Int(Self.halfLife) }
    let size = employees.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? Self.usualEmployees
    answerable = size.squareRoot()
  }

  /// Enquiries by what can be answered: 0 not asked, 1 as much as it can answer, or more.
  public var load: Double { enquiries / answerable }

  /// How free it is to answer: 1 where it was not asked lately, ½ where it was asked as much as it
  /// can answer, towards 0 beyond.
  public var value: Double { 1 / (1 + load) }

  /// One sentence.
  public var reason: LocalizedText {
    if recent == 0 {
      return LocalizedText(
        de: "Der Betrieb wurde in den letzten 90 Tagen nicht angefragt.",
        en: "The firm was not asked in the last 90 days.")
    }
    let times = LocalizedText(
      de: recent == 1 ? "einmal" : "\(recent)-mal",
      en: recent == 1 ? "once" : "\(recent) times")
    let isBusy = load >= 1
    return LocalizedText(
      de: "Der Betrieb wurde in den letzten 90 Tagen \(times.german) angefragt"
        + (isBusy ? ", mehr als ein Betrieb seiner Größe leicht beantwortet." : "."),
      en: "The firm was asked \(times.english) in the last 90 days"
        + (isBusy ? ", more than a firm of its size easily answers." : "."))
  }
}
