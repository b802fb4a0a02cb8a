// SPDX-License-Identifier: Apache-2.0

/// A legal form of the ELF list (ISO 20275).
public struct LegalForm: Sendable, Hashable {
  /// What a form is at bottom, so that forms of different countries can be compared.
  public enum Kind: String, Sendable, CaseIterable {
    /// GmbH, Ltd, SARL, BV, s.r.o.
    case limited
    /// AG, SA, SpA, plc, a.s.
    case stock
    /// SAS
    case stockSimplified
    /// SE
    case european
    /// KGaA, SCA
    case byShares
    /// KG, Sp.k., LLP
    case limitedPartnership
    /// OHG, GbR, SNC
    case generalPartnership
    /// e.K.
    case soleTrader
    case cooperative
    case association
    case mutual
    case foundation
    case publicBody
    case stateEnterprise
    /// EWIV, GIE, Consorzio
    case grouping
  }

  /// The code of the ELF list, four characters.
  public let code: String
  /// ISO 3166-1, two letters.
  public let country: String
  public let kind: Kind
  /// How it is usually abbreviated, in its own spelling.
  public let abbreviation: String
}
