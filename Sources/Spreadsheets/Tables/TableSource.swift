// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// A table in a CSV, TSV or XLSX file, read row by row.
///
/// Blank rows are left out. A sheet is read in bounded memory but for its shared texts; a text file
/// is held as its bytes.
public final class TableSource {
  public enum Format: String, Sendable {
    case delimited
    case xlsx
  }

  private enum Reader {
    case delimited(DelimitedReader)
    case sheet(SheetReader)
  }

  public let path: String
  public let format: Format
  /// The sheet read, nil for text files.
  public let sheet: String?
  /// The visible sheets of a workbook, empty for text files.
  public let sheets: [String]
  /// What a reader should know about the form of the file.
  public let notes: [LocalizedText]
  private var reader: Reader

  /// Opens a file by its content, whatever its name ends in.
  ///
  /// - Parameter sheet: the sheet's name; nil for the first visible one.
  public init(_ path: String, sheet: String? = nil) throws(TableFault) {
    self.path = path
    let head = try Self.head(of: path, count: 4096)
    switch FileKind(head) {
    case .zip:
      let workbook = try Workbook(path: path)
      let chosen = try workbook.choose(sheet)
      reader = .sheet(try SheetReader(workbook, chosen))
      format = .xlsx
      self.sheet = chosen.name
      sheets = workbook.sheets.filter(\.isVisible).map(\.name)
      notes = workbook.notes(reading: chosen)
    case .compoundFile:
      throw FileKind.compoundFileFault(try Self.head(of: path, count: 4 << 20))
    case .pdf: throw FileKind.pdfFault
    case .text, .gzip:
      if sheet != nil {
        throw TableFault(
          .sheetMissing, de: "Eine Textdatei hat keine Tabellenblätter.",
          en: "A text file has no sheets.")
      }
      let delimited = try DelimitedReader(path: path)
      reader = .delimited(delimited)
      format = .delimited
      self.sheet = nil
      sheets = []
      notes = delimited.notes
    }
  }

  /// The next row that holds anything, nil at the end.
  public func next() throws(TableFault) -> TableRow? {
    switch reader {
    case .delimited(var delimited):
      // The reader is taken out while it is changed, so that its bytes are not copied.
      reader = .delimited(DelimitedReader.none)
      defer { reader = .delimited(delimited) }
      return try delimited.next()
    case .sheet(let sheet): return try sheet.next()
    }
  }

  private static func head(of path: String, count: Int) throws(TableFault) -> [UInt8] {
    var isFolder = ObjCBool(false)
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists, !isFolder.boolValue else {
      throw TableFault(
        .missing, de: "Die Datei „\(path)“ gibt es nicht.", en: "There is no file “\(path)”.")
    }
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return [UInt8](try file.read(upToCount: count) ?? Data())
    } catch {
      throw TableFault(
        .unreadable, de: "Die Datei „\(path)“ lässt sich nicht lesen.",
        en: "The file “\(path)” cannot be read.")
    }
  }
}
