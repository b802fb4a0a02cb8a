// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization

extension ListReading {
  /// Reads a list whose format is recognised by its content: XML with a root `export`, CSV with the
  /// columns of OpenSanctions, or CSV with a column of names.
  ///
  /// Never throws: what is wrong stands in `faults`. At most 512 MiB; linear in the size.
  public init(_ bytes: [UInt8]) {
    guard bytes.count <= ListLimits.fileBytes else {
      self.init(.plain)
      refuseFile(ListLimits.fileTooLarge)
      return
    }
    if Self.looksLikeXML(bytes) {
      self = EuropeanUnionList.read(bytes)
      return
    }
    let header = Set(ListTable(bytes).header)
    if OpenSanctionsList.columns.isSubset(of: header) {
      self = OpenSanctionsList.read(bytes)
    } else if !header.isDisjoint(with: PlainList.nameColumns) {
      self = PlainList.read(bytes)
    } else {
      self.init(.plain)
      refuseFile(
        LocalizedText(
          de:
            "Die Liste wird nicht erkannt. Erwartet wird die XML-Datei der EU-Finanzsanktionen, targets.simple.csv von OpenSanctions oder eine CSV-Datei mit einer Spalte „name“.",
          en:
            "The list is not recognised. Expected is the XML file of the EU financial sanctions, targets.simple.csv of OpenSanctions, or a CSV file with a column “name”."
        ), line: 1)
    }
  }

  mutating func refuseFile(_ message: LocalizedText, line: Int = 0) {
    faults.append(ListFault(.wholeFile, line: line, message))
  }

  private static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
    // Byte-order marks and the zeros of UTF-16 do not matter for the first visible character.
    let first = bytes.prefix(64).first { byte in
      byte > 0x20 && byte != 0xEF && byte != 0xBB && byte != 0xBF && byte != 0xFE && byte != 0xFF
    }
    return first == UInt8(ascii: "<")
  }
}
