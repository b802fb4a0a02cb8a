// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization

/// Rows of a delimited text file: encodings, delimiter and a leading `sep=;` are found out.
struct DelimitedReader {
  /// A cell with more line ends has most likely swallowed rows behind a stray quote.
  static let mostLinesOfARecord = 200
  /// Cells beyond are dropped.
  static let mostCells = 2_000
  static let longestFile = 4 << 30

  private var scanner: RecordScanner
  private(set) var notes: [LocalizedText] = []

  /// A reader at its end.
  static let none = DelimitedReader(
    scanner: RecordScanner(bytes: [], delimiter: .comma), notes: [])

  private init(scanner: RecordScanner, notes: [LocalizedText]) {
    self.scanner = scanner
    self.notes = notes
  }

  init(path: String) throws(TableFault) {
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= Self.longestFile else {
      throw TableFault(
        .tooLarge, de: "Die Datei ist größer als 4 GB. Teilen Sie sie.",
        en: "The file is larger than 4 GB. Split it.")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TableFault(
        .unreadable, de: "Die Datei lässt sich nicht lesen.", en: "The file cannot be read.")
    }
    let bytes = [UInt8](data)
    try self.init(bytes: GzipText.isGzip(bytes) ? Self.unpacked(bytes) : bytes)
  }

  /// The text of a `.csv.gz`, bounded like a file of that size.
  private static func unpacked(_ bytes: [UInt8]) throws(TableFault) -> [UInt8] {
    do {
      return try GzipText.unpack(bytes)
    } catch {
      switch error {
      case .tooLarge:
        throw TableFault(
          .tooLarge, de: "Die Datei ist ausgepackt größer als 2 GB. Teilen Sie sie.",
          en: "The file is larger than 2 GB unpacked. Split it.")
      case .damaged, .cutShort:
        throw TableFault(
          .damaged, de: "Die gepackte Datei ist beschädigt oder unvollständig.",
          en: "The packed file is damaged or incomplete.")
      }
    }
  }

  init(bytes raw: consuming [UInt8]) throws(TableFault) {
    let text = DecodedText(raw, allowsWindows1252: true)
    guard text.isValid else {
      throw TableFault(
        .notText,
        de:
          "Die Datei ist kein Text in UTF-8, UTF-16 oder Windows-1252. Speichern Sie sie als „CSV UTF-8“.",
        en: "The file is no text in UTF-8, UTF-16 or Windows-1252. Save it as “CSV UTF-8”.")
    }
    if text.encoding == .windows1252 {
      notes.append(
        LocalizedText(
          de: "Die Datei ist in Windows-1252 geschrieben und wurde so gelesen.",
          en: "The file is written in Windows-1252 and was read as such."))
    }
    let bytes = text.bytes
    if let separator = Self.separatorLine(bytes) {
      scanner = RecordScanner(
        bytes: bytes, delimiter: separator.delimiter, startingAt: separator.end, line: 2)
    } else {
      scanner = RecordScanner(bytes: bytes, delimiter: Self.chooseDelimiter(bytes))
    }
  }

  mutating func next() throws(TableFault) -> TableRow? {
    guard scanner.next() else { return nil }
    let isSwallowed = scanner.lastLine - scanner.line > Self.mostLinesOfARecord
    if isSwallowed || scanner.unclosedQuoteLine != nil {
      let line = scanner.unclosedQuoteLine ?? scanner.line
      throw TableFault(
        .quoteOpen, line: line,
        de:
          "Zeile \(line): Ein Anführungszeichen öffnet eine Zelle und schließt sie nicht. Alles dahinter würde zu einer einzigen Zelle; bitte berichtigen.",
        en:
          "Line \(line): a quotation mark opens a cell and does not close it. All behind it would become a single cell; please mend it."
      )
    }
    return TableRow(
      line: scanner.line, cells: scanner.cells.prefix(Self.mostCells).map(scanner.string))
  }

  /// `sep=;` as the first line, which some spreadsheets write.
  private static func separatorLine(_ bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8), bytes[4] > 13,
      bytes[5] == 10 || bytes[5] == 13
    else { return nil }
    let isPair = bytes[5] == 13 && bytes.count > 6 && bytes[6] == 10
    return (bytes[4], isPair ? 7 : 6)
  }

  /// The delimiter under which most of the first records have one and the same number of cells,
  /// the more cells the better. Lines above the header do not mislead it.
  static func chooseDelimiter(_ bytes: [UInt8]) -> UInt8 {
    let sample = Array(bytes.prefix(65_536))
    var best: (score: Int, delimiter: UInt8) = (0, .comma)
    for delimiter in [UInt8.semicolon, .tab, .comma, UInt8(ascii: "|")] {
      var scanner = RecordScanner(bytes: sample, delimiter: delimiter)
      var widths: [Int: Int] = [:]
      var seen = 0
      while seen < 100, scanner.next() {
        widths[scanner.cells.count, default: 0] += 1
        seen += 1
      }
      // Ties go to the wider table; the order of the dictionary plays no part.
      let score = widths.filter { $0.key > 1 }.map { $0.value * 1000 + min($0.key, 999) }.max() ?? 0
      if score > best.score { best = (score, delimiter) }
    }
    return best.delimiter
  }
}
