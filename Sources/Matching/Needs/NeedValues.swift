// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Registry

/// The fields of a need as checked texts: how lists, options and forms hand them over, whole or in
/// part.
public struct NeedValues: Sendable, Hashable {
  private var texts: [NeedField: [String]] = [:]

  public init() {}

  /// What a field says; empty where it says nothing, nil where nothing is said of it at all.
  public subscript(field: NeedField) -> [String]? {
    get { texts[field] }
    set { texts[field] = newValue }
  }

  /// The fields of which something is said, in their order.
  public var fields: [NeedField] { texts.keys.sorted() }

  /// All fields of a need.
  public init(_ need: Need) {
    func set(_ field: NeedField, _ number: Double?) {
      texts[field] = number.map { [Self.plain($0)] } ?? []
    }
    func set(_ field: NeedField, _ text: String?) { texts[field] = text.map { [$0] } ?? [] }
    set(.title, need.title)
    set(.description, need.description.isEmpty ? nil : need.description)
    texts[.concepts] = need.concepts
    texts[.required] = need.required
    texts[.desired] = need.desired
    set(.quantity, need.amount?.quantity)
    set(.unit, need.amount?.unit)
    set(.perYear, need.amount?.perYear)
    set(.length, need.envelope.length)
    set(.width, need.envelope.width)
    set(.height, need.envelope.height)
    set(.mass, need.envelope.mass)
    set(.tolerance, need.envelope.tolerance)
    set(.material, need.material)
    set(.latitude, need.place?.latitude)
    set(.longitude, need.place?.longitude)
    set(.radius, need.radius)
    set(.from, need.from?.description)
    set(.until, need.until?.description)
    set(.expires, need.expiresOn?.description)
    set(.visibility, need.visibility.rawValue)
    set(.buyer, need.buyer?.text)
    texts[.buyerBranches] = need.buyerBranches
  }

  /// These values, with others laid over them.
  public func overlaid(by other: NeedValues) -> NeedValues {
    var result = self
    for field in other.fields { result[field] = other[field] }
    return result
  }

  /// These values without those that another says in the same way.
  public func without(_ known: NeedValues) -> NeedValues {
    var result = NeedValues()
    for field in fields where self[field] != known[field] { result[field] = self[field] }
    return result
  }

  // MARK: As one text

  /// The values as one text, to be kept; equal values give equal texts. Checked values hold none of
  /// the signs that stand between them.
  public var encoded: String {
    fields.map { field in
      ([field.rawValue] + (self[field] ?? [])).joined(separator: "\u{1F}")
    }.joined(separator: "\u{1E}")
  }

  /// Nil for what is no such text.
  public init?(encoded text: String) {
    guard !text.isEmpty else { return }
    for part in text.split(separator: "\u{1E}", omittingEmptySubsequences: false) {
      let texts = part.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      guard let name = texts.first, let field = NeedField(rawValue: name) else { return nil }
      self.texts[field] = Array(texts.dropFirst())
    }
  }

  /// A number as the catalogue writes it, without exponent where a `Double` needs none.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
  }
}

extension Need {
  /// A need of those values, laid over an earlier version where there is one.
  ///
  /// - Returns: the need, and every reason why it cannot be one.
  public static func make(
    _ values: NeedValues, over earlier: Need? = nil, id: String = ""
  ) -> (need: Need, faults: [NeedFault]) {
    let all = earlier.map { NeedValues($0).overlaid(by: values) } ?? values
    func text(_ field: NeedField) -> String? { all[field]?.first }
    func number(_ field: NeedField) -> Double? { text(field).flatMap { Double($0) } }
    func day(_ field: NeedField) -> CalendarDay? { text(field).flatMap { CalendarDay($0) } }
    var need = earlier ?? Need(id: id, title: "")
    need.title = text(.title) ?? ""
    need.description = text(.description) ?? ""
    need.concepts = all[.concepts] ?? []
    need.required = all[.required] ?? []
    need.desired = all[.desired] ?? []
    need.amount = number(.quantity).map {
      Amount(quantity: $0, unit: text(.unit), perYear: number(.perYear))
    }
    need.envelope.length = number(.length)
    need.envelope.width = number(.width)
    need.envelope.height = number(.height)
    need.envelope.mass = number(.mass)
    need.envelope.tolerance = number(.tolerance)
    need.material = text(.material)
    need.place = number(.latitude).flatMap { latitude in
      number(.longitude).flatMap { GeoPoint(latitude: latitude, longitude: $0) }
    }
    need.radius = number(.radius)
    need.from = day(.from)
    need.until = day(.until)
    need.expiresOn = day(.expires)
    need.visibility = text(.visibility).flatMap { Visibility(rawValue: $0) } ?? .invited
    need.buyer = text(.buyer).flatMap { EntityID($0) }
    need.buyerBranches = all[.buyerBranches] ?? []
    return (need, all.faults)
  }

  /// Whether two versions say the same; ids, numbers and states aside.
  public func says(theSameAs other: Need) -> Bool {
    NeedValues(self) == NeedValues(other) && origin == other.origin
  }

  /// The fields in which two versions differ, in their order.
  public func fields(differingFrom other: Need) -> [NeedField] {
    let (one, two) = (NeedValues(self), NeedValues(other))
    return NeedField.allCases.filter { one[$0] != two[$0] }
  }
}
