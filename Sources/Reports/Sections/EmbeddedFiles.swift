// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Files inside the page itself, to be saved without a network.
struct EmbeddedFiles {
  typealias File = (name: String, type: String, text: String?, meaning: String)

  let files: [File]
  /// The command that writes them beside.
  let command: String
  let wording: Wording

  /// A file larger than this stays outside, so that the page can be sent by mail.
  static let mostBytes = 700_000

  func markup() -> Markup {
    .paragraph(
      wording.tell(
        de: "Die Dateien stecken in dieser Seite und lassen sich ohne Netz speichern.",
        en: "The files are inside this page and can be saved without network."))
      + .list(files.compactMap(item))
  }

  private func item(_ file: File) -> Markup? {
    guard let text = file.text else { return nil }
    let size = "\(wording.number(Double(text.utf8.count) / 1000, 0))\u{A0}kB"
    guard text.utf8.count <= Self.mostBytes else {
      return wording.tell(
        de:
          "\(file.name) (\(file.meaning), \(size)) ist für diese Seite zu groß; „\(command)“ schreibt die Datei daneben.",
        en:
          "\(file.name) (\(file.meaning), \(size)) is too large for this page; “\(command)” writes it beside."
      )
    }
    let address = "data:\(file.type);base64,\(Data(text.utf8).base64EncodedString())"
    return Markup.element("a", ["href": address, "download": file.name], .text(file.name))
      + " (\(file.meaning), \(size))"
  }

  /// A name that is safe as part of a file's name.
  static func name(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain ? Character(scalar) : "-"
    }
    let text = String(kept.prefix(60))
    return text.allSatisfy { $0 == "-" } ? "chain" : text
  }
}
