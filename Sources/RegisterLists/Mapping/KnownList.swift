// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// A public list with a fixed header, read without a guess.
public struct KnownList: Sendable {
  public let name: LocalizedText
  /// Columns that tell the list from all others.
  let signature: [String]
  public let mapping: ColumnMapping

  /// Whether a header has every column of the signature.
  public func matches(_ columns: [String]) -> Bool {
    signature.allSatisfy(columns.contains)
  }

  var reason: LocalizedText {
    LocalizedText(de: "Bekannte Liste: \(name.german).", en: "Known list: \(name.english).")
  }

  public static let all = [emissionsRegister]

  /// Installations of the EU emissions trading system, one row a site. Emissions are not taken over.
  public static let emissionsRegister = KnownList(
    name: LocalizedText(
      de: "Anlagen im EU-Emissionshandel (EUTL)",
      en: "Installations of the EU emissions trading system (EUTL)"),
    signature: [
      "site_id", "account_holder", "installation_name", "company_register_no",
      "activity_label_ets", "account_status",
    ],
    json: """
      {"formatVersion": 1, "decimal": "point", "columns": [
        {"column": "site_id", "field": "key"},
        {"column": "account_holder", "field": "organisation.legal_name"},
        {"column": "company_register_no", "field": "organisation.register"},
        {"column": "parent_company", "field": "organisation.group"},
        {"column": "installation_name", "field": "site.name"},
        {"column": "country_iso2", "field": "site.country"},
        {"column": "address", "field": "site.street"},
        {"column": "postcode", "field": "site.postcode"},
        {"column": "city", "field": "site.city"},
        {"column": "latitude_deg", "field": "site.latitude"},
        {"column": "longitude_deg", "field": "site.longitude"},
        {"column": "nace_rev2", "field": "site.branch"},
        {"column": "activity_label_ets", "field": "site.activity"},
        {"column": "account_status", "field": "site.status"}]}
      """)

  private init(name: LocalizedText, signature: [String], json: String) {
    self.name = name
    self.signature = signature
    do {
      mapping = try ColumnMapping(json: json)
    } catch {
      preconditionFailure("The mapping of \(name.english) reads: \(error.all)")
    }
  }
}
