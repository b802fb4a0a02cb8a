// SPDX-License-Identifier: Apache-2.0

/// The texts that cells share, held as one run of bytes.
struct SharedTexts {
  /// More text than any honest workbook shares.
  static let limit = 1 << 30

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ archive: ZipArchive, part: String?) throws(TableFault) {
    guard let part, let entry = try archive.entry(part) else { return }
    var xml = try XMLScanner(entry)
    while true {
      switch try xml.next() {
      case .finished: return
      case .start where xml.name == XMLNames.si:
        try RichText.read(&xml, into: &bytes)
        ends.append(bytes.count)
        guard bytes.count <= Self.limit else {
          throw TableFault(
            .tooLarge, de: "Die Arbeitsmappe enthält mehr als 1 GB Text.",
            en: "The workbook holds more than 1 GB of text.")
        }
      default: continue
      }
    }
  }

  /// Nil where the workbook has no such text.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    return RichText.string(bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }
}

/// Text of runs in different fonts.
enum RichText {
  /// Reads up to the end of the element that just started; phonetic guides are left out.
  static func read(_ xml: inout XMLScanner, into bytes: inout [UInt8]) throws(TableFault) {
    var depth = 1
    var isText = false
    while depth > 0 {
      switch try xml.next() {
      case .start where xml.name == XMLNames.rPh || xml.name == XMLNames.phoneticPr:
        try xml.skipElement()
      case .start:
        depth += 1
        isText = xml.name == XMLNames.t
      case .end:
        depth -= 1
        isText = false
      case .text:
        if isText { bytes += xml.text }
      case .finished: throw ZipArchive.damaged
      }
    }
  }

  /// Characters that XML cannot hold are written `_x000D_`.
  static func string(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var plain = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      plain += rest[..<mark.lowerBound]
      let code = rest[mark.upperBound...].prefix(5)
      if code.count == 5, code.last == "_", let value = UInt32(code.prefix(4), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        plain.unicodeScalars.append(scalar)
        rest = rest[mark.upperBound...].dropFirst(5)
      } else {
        plain += "_x"
        rest = rest[mark.upperBound...]
      }
    }
    return plain + rest
  }
}

/// Names that several readers look for.
enum XMLNames {
  static let si = XMLName("si")
  static let rPh = XMLName("rPh")
  static let phoneticPr = XMLName("phoneticPr")
  static let t = XMLName("t")
  static let r = XMLName("r")
  static let s = XMLName("s")
  static let c = XMLName("c")
  static let v = XMLName("v")
  static let f = XMLName("f")
  static let row = XMLName("row")
  static let inlineText = XMLName("is")
  static let sheetData = XMLName("sheetData")
  static let mergeCell = XMLName("mergeCell")
  static let ref = XMLName("ref")
}
