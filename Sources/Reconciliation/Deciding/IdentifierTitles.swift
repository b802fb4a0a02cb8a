// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

extension IdentifierScheme {
  /// What people call numbers of the scheme.
  var title: LocalizedText {
    switch self {
    case .lei: LocalizedText(verbatim: "LEI")
    case .vat: LocalizedText(de: "Umsatzsteuer-Id", en: "VAT number")
    case .register: LocalizedText(de: "Handelsregister", en: "commercial register")
    case .ncage: LocalizedText(verbatim: "NCAGE")
    case .bpnl: LocalizedText(verbatim: "BPNL")
    case .duns: LocalizedText(verbatim: "D-U-N-S")
    }
  }
}
