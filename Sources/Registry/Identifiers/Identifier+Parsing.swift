// SPDX-License-Identifier: Apache-2.0

extension Identifier {
  /// Reads a number as people write it, checks it and brings it into its one spelling.
  ///
  /// A wrong check digit is a fault: such a number would link the wrong firm.
  /// - Parameters:
  ///   - text: with or without blanks, points, dashes and the usual labels.
  ///   - country: ISO 3166-1 alpha-2 of the firm, for numbers that do not name their own.
  public init(_ text: String, of scheme: IdentifierScheme, country: String? = nil)
    throws(IdentifierFault)
  {
    let value: String
    switch scheme {
    case .lei: value = try LegalEntityIdentifier.normalised(text)
    case .vat: value = try VATNumber.normalised(text, country: country)
    case .register: value = try RegisterNumber.normalised(text, country: country)
    case .ncage: value = try EntityCode.normalised(text)
    case .bpnl: value = try BusinessPartnerNumber.normalised(text)
    case .duns: value = try DUNSNumber.normalised(text)
    }
    self.init(scheme: scheme, normalised: value)
  }
}
