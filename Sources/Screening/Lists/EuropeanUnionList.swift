// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads the consolidated list of financial sanctions of the European Union in its XML form
/// ("xmlFullSanctionsList", schema 1.1, namespace `http://eu.europa.ec/fpi/fsd/export`).
///
/// Event by event, without a tree. A document type definition is refused as a whole: the list has
/// none, and one could only serve to define entities that grow or read other files.
enum EuropeanUnionList {
  static func read(_ bytes: [UInt8]) -> ListReading {
    var reading = ListReading(.europeanUnion)
    if let fault = hostileProlog(bytes) {
      reading.faults = [fault]
      return reading
    }
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = true
    let delegate = EuropeanUnionListDelegate()
    parser.delegate = delegate
    let isWhole = parser.parse()
    reading.version = delegate.generationDate
    reading.entries = delegate.entries
    reading.faults = delegate.faults
    if !isWhole || !delegate.hasEnded {
      // A list cut off in transfer looks like a shorter list: whatever is missing would be clear.
      reading.entries = []
      reading.refuseFile(
        delegate.isForeign
          ? LocalizedText(
            de: "Das ist keine EU-Finanzsanktionsliste: Das oberste Element heißt nicht „export“.",
            en: "This is no EU list of financial sanctions: the root element is not “export”.")
          : LocalizedText(
            de: "Die XML-Datei ist fehlerhaft oder abgeschnitten; es wurde nichts übernommen.",
            en: "The XML file is broken or cut off; nothing was taken from it."),
        line: max(parser.lineNumber, 1))
    }
    return reading
  }

  /// A definition of entities, or an encoding under which one could hide.
  private static func hostileProlog(_ bytes: [UInt8]) -> ListFault? {
    let text = DecodedText(bytes)
    guard text.isValid || text.encoding == .utf8 else {
      return ListFault(
        .wholeFile, line: 1,
        LocalizedText(
          de: "Die Datei ist kein Text in \(text.encoding.rawValue).",
          en: "The file is not text in \(text.encoding.rawValue)."))
    }
    if let line = line(of: "<!DOCTYPE", in: text.bytes) ?? line(of: "<!ENTITY", in: text.bytes) {
      return ListFault(
        .wholeFile, line: line,
        LocalizedText(
          de:
            "Die Datei definiert einen Dokumenttyp. Die Liste der EU hat keinen; sie wird nicht gelesen.",
          en: "The file defines a document type. The list of the EU has none; it is not read."))
    }
    let prolog = String(decoding: text.bytes.prefix(200), as: UTF8.self).lowercased()
    guard let start = prolog.range(of: "encoding="),
      let end = prolog.range(of: "?>"), start.upperBound < end.lowerBound
    else { return nil }
    let name = prolog[start.upperBound..<end.lowerBound].drop { "\"'".contains($0) }.prefix {
      !"\"' ".contains($0)
    }
    let known = ["utf-8", "utf8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252"]
    guard !known.contains(String(name)) else { return nil }
    return ListFault(
      .wholeFile, line: 1,
      LocalizedText(
        de: "Die Zeichenkodierung „\(name)“ wird nicht gelesen; UTF-8 wird erwartet.",
        en: "The encoding “\(name)” is not read; UTF-8 is expected."))
  }

  /// The line of the first occurrence of a text.
  private static func line(of needle: String, in bytes: [UInt8]) -> Int? {
    let needle = Array(needle.utf8)
    var line = 1
    for at in bytes.indices {
      if bytes[at] == 10 { line += 1 }
      if bytes[at] == needle[0], bytes[at...].starts(with: needle) { return line }
    }
    return nil
  }
}
