// SPDX-License-Identifier: Apache-2.0

/// What a file is by its first bytes.
enum FileKind {
  case text
  case zip
  /// Microsoft's compound file: `.xls` before 2007, and workbooks with a password.
  case compoundFile
  case gzip
  case pdf

  init(_ head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compoundFile
    } else if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: "%PDF".utf8) {
      self = .pdf
    } else {
      self = .text
    }
  }

  /// A workbook with a password is a compound file that names its encryption.
  ///
  /// - Parameter head: as much as is looked at, more than the first bytes.
  static func compoundFileFault(_ head: [UInt8]) -> TableFault {
    var name: [UInt8] = []
    for byte in "EncryptionInfo".utf8 { name += [byte, 0] }
    let isEncrypted = head.firstRange(of: name) != nil
    return isEncrypted
      ? TableFault(
        .encrypted,
        de:
          "Die Arbeitsmappe ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort und versuchen Sie es erneut.",
        en: "The workbook is protected by a password. Save it without one and try again.")
      : TableFault(
        .oldFormat,
        de:
          "Das ist eine Arbeitsmappe im alten Format (.xls), oder eine mit Kennwort. Speichern Sie sie als .xlsx oder .csv ohne Kennwort.",
        en:
          "This is a workbook in the old format (.xls), or one with a password. Save it as .xlsx or .csv without a password."
      )
  }

  static let pdfFault = TableFault(
    .notASpreadsheet,
    de: "Das ist eine PDF-Datei, keine Tabelle. Bitten Sie um die Liste als .xlsx oder .csv.",
    en: "This is a PDF file, no table. Ask for the list as .xlsx or .csv.")
}
