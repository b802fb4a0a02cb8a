// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Collects the entries of the European list from the events of a parser.
///
/// All that is compared stands in attributes; text between tags (remarks, addresses of publications)
/// is not needed.
final class EuropeanUnionListDelegate: NSObject, XMLParserDelegate {
  private(set) var generationDate = ""
  private(set) var entries: [ListEntry] = []
  private(set) var faults: [ListFault] = []
  /// Whether the root element was closed.
  private(set) var hasEnded = false
  /// Whether the root element is not the list's.
  private(set) var isForeign = false

  private var draft: EntryDraft?
  private var lines: [String: Int] = [:]
  private var depth = 0

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    if depth == 1 {
      guard element == "export" else {
        isForeign = true
        parser.abortParsing()
        return
      }
      generationDate = attributes["generationDate"] ?? ""
    } else if element == "sanctionEntity" {
      draft = EntryDraft(id: id(of: attributes), line: parser.lineNumber)
    } else if draft != nil {
      fill(element, attributes, line: parser.lineNumber)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    depth -= 1
    if depth == 0 { hasEnded = true }
    guard element == "sanctionEntity", var draft else { return }
    self.draft = nil
    defer { faults += draft.faults }
    guard !draft.id.isEmpty else {
      refuse(
        draft, LocalizedText(de: "Der Eintrag hat keine Nummer.", en: "The entry has no number."))
      return
    }
    if let earlier = lines.updateValue(draft.line, forKey: draft.id) {
      refuse(
        draft,
        LocalizedText(
          de: "Die Nummer steht schon in Zeile \(earlier).",
          en: "The number stands in line \(earlier) already."))
      return
    }
    if let entry = draft.finish() { entries.append(entry) }
  }

  private func refuse(_ draft: EntryDraft, _ message: LocalizedText) {
    faults.append(ListFault(.entryRefused, line: draft.line, entry: draft.id, message))
  }

  /// The reference people quote (`EU.1234.56`), else the number within the file.
  private func id(of attributes: [String: String]) -> String {
    let reference = EntryDraft.tidied(attributes["euReferenceNumber"] ?? "")
    if !reference.isEmpty { return reference }
    let number = EntryDraft.tidied(attributes["logicalId"] ?? "")
    return number.isEmpty ? "" : "EU-logical-" + number
  }

  private func fill(_ element: String, _ attributes: [String: String], line: Int) {
    func value(_ name: String) -> String { EntryDraft.tidied(attributes[name] ?? "") }
    switch element {
    case "subjectType":
      let code = value("classificationCode")
      draft?.kind = SubjectKind(schema: code.isEmpty ? value("code") : code)
    case "nameAlias":
      let parts = [value("firstName"), value("middleName"), value("lastName")]
      let whole = value("wholeName")
      draft?.addName(
        whole.isEmpty ? parts.filter { !$0.isEmpty }.joined(separator: " ") : whole,
        isWeak: value("strong") == "false", line: line, column: element)
    case "identification":
      // A number that the list itself calls false stands for nobody.
      guard value("knownFalse") != "true" else { return }
      let latin = value("latinNumber")
      draft?.addIdentifier(
        latin.isEmpty ? value("number") : latin, kind(value("identificationTypeCode")), line: line,
        column: element)
      draft?.addCountry(value("countryIso2Code"), line: line, column: element)
    case "citizenship":
      draft?.addCountry(value("countryIso2Code"), line: line, column: element)
    case "address":
      let town = [value("zipCode"), value("city").isEmpty ? value("place") : value("city")]
      let parts = [
        value("street"), value("poBox"), town.filter { !$0.isEmpty }.joined(separator: " "),
      ]
      draft?.addAddress(parts.filter { !$0.isEmpty }.joined(separator: ", "))
      draft?.addCountry(value("countryIso2Code"), line: line, column: element)
    case "birthdate": addBirthDate(attributes, line: line)
    case "regulation": draft?.addProgramme(value("programme"))
    default: break
    }
  }

  private func addBirthDate(_ attributes: [String: String], line: Int) {
    func number(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }
    let isAbout = attributes["circa"] == "true"
    let text = attributes["birthdate"] ?? ""
    let column = "birthdate"
    if !text.isEmpty {
      draft?.addBirthDate(
        BirthDate(text, isAbout: isAbout), from: text, line: line, column: column)
    } else if let year = number("year"), year > 0 {
      let month = number("monthOfYear").flatMap { $0 > 0 ? $0 : nil }
      let day = number("dayOfMonth").flatMap { $0 > 0 ? $0 : nil }
      draft?.addBirthDate(
        BirthDate(year: year, month: month, day: month == nil ? nil : day, isAbout: isAbout),
        from: "\(year)-\(month ?? 0)-\(day ?? 0)", line: line, column: column)
    } else if let from = number("yearRangeFrom"), let to = number("yearRangeTo"), from > 0 {
      // A range is told by its years, at most twenty; a longer one says too little.
      guard from <= to, to - from <= 20 else { return }
      for year in from...to {
        draft?.addBirthDate(BirthDate(year: year), from: "\(year)", line: line, column: column)
      }
    }
  }

  private func kind(_ code: String) -> SubjectIdentifier.Kind {
    switch code.lowercased() {
    case "passport", "diplpass", "servpass", "specpass", "trvldoc": .passport
    case "id", "ssn", "nationalid": .nationalIdentity
    case "regnumber", "tradelic", "electreg": .register
    case "fiscalcode", "tax", "taxid", "vat": .taxNumber
    case "swiftbic": .bic
    case "imo": .imo
    default: .other
    }
  }
}
