// SPDX-License-Identifier: Apache-2.0
import Registry
import TextAnalysis
import Vocabulary

/// What the first values of a column look like.
struct ColumnSample {
  /// Filled, not placeholders.
  let values: [String]
  let isUnique: Bool

  /// - Parameter rows: how many rows were looked at.
  init(_ cells: [String]) {
    values = cells.map(CellText.cleaned).filter { !CellText.isPlaceholder($0) }
    isUnique = Set(values).count == values.count && values.count > 1
  }

  func share(_ isMeant: (String) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: isMeant)) / Double(values.count)
  }

  /// How many values a field accepts.
  func share(acceptedBy field: RegisterField) -> Double {
    let definition = field.definition
    return share({ value in
      switch definition.checked(value, country: "DE", decimal: .comma) {
      case .success: true
      // A court in the next column mends it.
      case .failure(let fault):
        fault.identifier == .courtMissing || fault.code == .numberAmbiguous
      }
    })
  }

  /// What the values alone say, where they say it clearly.
  var target: (target: ColumnTarget, share: Double)? {
    guard values.count >= 2 else { return nil }
    var best: (target: ColumnTarget, share: Double)?
    for (name, needed, isMeant) in Self.tests {
      guard let target = ColumnTarget(name) else { continue }
      let share = share(isMeant)
      if share >= needed, share > best?.share ?? 0 { best = (target, share) }
    }
    return best
  }

  private static let tests: [(String, Double, @Sendable (String) -> Bool)] = [
    ("organisation.lei", 0.8, { accepts("organisation.lei", $0) }),
    ("organisation.vat", 0.7, { accepts("organisation.vat", $0) }),
    ("organisation.bpnl", 0.8, { accepts("organisation.bpnl", $0) }),
    ("organisation.register", 0.6, looksLikeRegister),
    ("contact.email", 0.7, { $0.contains("@") && accepts("contact.email", $0) }),
    ("organisation.web", 0.7, looksLikeWeb),
    ("contact.phone", 0.8, looksLikePhone),
    ("organisation.address", 0.7, { AddressText($0)?.isWhole == true }),
    ("organisation.postcode_city", 0.8, { AddressText.postcodeAndCity($0)?.city.isEmpty == false }),
    ("organisation.postcode", 0.9, looksLikePostcode),
    ("organisation.country", 0.9, { CountryText.code($0) != nil }),
    ("qualifications", 0.5, { QualificationCatalogue.builtIn.recognise($0) != nil }),
    ("organisation.legal_name", 0.4, hasLegalForm),
    ("organisation.street", 0.7, AddressText.looksLikeStreet),
  ]

  private static func accepts(_ field: String, _ value: String) -> Bool {
    guard let field = RegisterField(field) else { return false }
    if case .success = field.definition.checked(value) { return true }
    return false
  }

  @Sendable static func looksLikeRegister(_ value: String) -> Bool {
    let words = ["HRA", "HRB", "VR ", "GnR", "FN ", "CHE"]
    return words.contains(where: value.contains) && value.contains(where: \.isNumber)
  }

  @Sendable static func looksLikeWeb(_ value: String) -> Bool {
    !value.contains("@") && !value.contains(" ") && value.contains(".")
      && value.contains(where: \.isLetter) && accepts("organisation.web", value)
  }

  @Sendable static func looksLikePhone(_ value: String) -> Bool {
    (value.hasPrefix("+") || value.hasPrefix("0")) && value.utf8.count >= 7
      && value.contains { " /-()".contains($0) } && accepts("contact.phone", value)
  }

  @Sendable static func looksLikePostcode(_ value: String) -> Bool {
    let digits = value.utf8.count { $0 >= 48 && $0 <= 57 }
    return digits == value.utf8.count && digits == 5
  }

  @Sendable static func hasLegalForm(_ value: String) -> Bool {
    value.utf8.count >= 4 && !NameParts(FoldedText(value)).forms.isEmpty
  }
}
