// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Writes a workbook of one sheet row by row: texts, numbers, a bold header that stays in view.
///
/// Texts are typed as texts, so none is taken for a formula. The sheet grows in a file beside the
/// target; memory does not grow with the rows. The same rows give the same bytes.
public final class WorkbookWriter {
  public enum Cell: Sendable, Hashable {
    case text(String)
    /// Left empty where it is not finite.
    case number(Double)
  }

  /// What a sheet holds at most, the header included.
  public static let mostRows = 1_048_576
  /// Longer texts are cut; a sheet's cell holds no more.
  public static let longestText = 32_767

  private let path: String
  private let sheetPath: String
  private let name: String
  private let file: FileHandle
  private var pending: [UInt8] = []
  private var row = 0
  private var isFinished = false

  public init(path: String, sheet name: String, header: [String]) throws(TableFault) {
    self.path = path
    self.name = Self.sheetName(name)
    sheetPath = FileWriting.temporaryPath(beside: path)
    guard FileManager.default.createFile(atPath: sheetPath, contents: nil),
      let file = FileHandle(forWritingAtPath: sheetPath)
    else { throw FileWriting.failed(path) }
    self.file = file
    pending += WorkbookParts.sheetStart(columns: header.count).utf8
    try append(header.map(Cell.text), style: 1)
  }

  deinit {
    if !isFinished {
      try? file.close()
      try? FileManager.default.removeItem(atPath: sheetPath)
    }
  }

  public func append(_ cells: [Cell]) throws(TableFault) { try append(cells, style: 0) }

  private func append(_ cells: [Cell], style: Int) throws(TableFault) {
    guard row < Self.mostRows else {
      throw TableFault(
        .tooLarge, de: "Ein Tabellenblatt fasst höchstens 1.048.576 Zeilen. Schreiben Sie CSV.",
        en: "A sheet holds at most 1,048,576 rows. Write CSV instead.")
    }
    row += 1
    pending += "<row r=\"\(row)\">".utf8
    for (column, cell) in cells.prefix(16_384).enumerated() {
      let mark = style == 0 ? "" : " s=\"\(style)\""
      switch cell {
      case .text(""): continue
      case .text(let text):
        pending += "<c r=\"\(Self.letters(column))\(row)\"\(mark) t=\"inlineStr\">".utf8
        pending += "<is><t xml:space=\"preserve\">".utf8
        WorkbookParts.escape(text.prefix(Self.longestText), into: &pending)
        pending += "</t></is></c>".utf8
      case .number(let value):
        guard value.isFinite else { continue }
        let digits = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        pending += "<c r=\"\(Self.letters(column))\(row)\"\(mark)><v>\(digits)</v></c>".utf8
      }
    }
    pending += "</row>".utf8
    if pending.count > 1 << 18 { try flush() }
  }

  /// Puts the workbook in place. Without it nothing is left behind.
  public func finish() throws(TableFault) {
    pending += WorkbookParts.sheetEnd.utf8
    try flush()
    let packed = FileWriting.temporaryPath(beside: path)
    defer { try? FileManager.default.removeItem(atPath: sheetPath) }
    do {
      isFinished = true
      try file.close()
      let parts = WorkbookParts.all(sheet: name).map { (name: $0.name, bytes: Array($0.text.utf8)) }
      try ZipPacking.pack(parts, file: ("xl/worksheets/sheet1.xml", sheetPath), to: packed)
      try FileWriting.move(packed, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: packed)
      throw FileWriting.failed(path)
    }
  }

  private func flush() throws(TableFault) {
    do {
      try file.write(contentsOf: Data(pending))
      pending.removeAll(keepingCapacity: true)
    } catch {
      throw FileWriting.failed(path)
    }
  }

  /// `A`, `B`, … `AA` for columns from 0.
  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(Unicode.Scalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// At most 31 characters, none of those that sheets may not be called by.
  private static func sheetName(_ name: String) -> String {
    let allowed = name.filter { !"[]:*?/\\".contains($0) }.prefix(31)
    return allowed.isEmpty ? "Sheet1" : String(allowed)
  }
}
