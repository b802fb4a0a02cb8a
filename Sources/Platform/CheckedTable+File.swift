// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import ValueChains

extension CheckedTable {
  /// A CSV file, which may be packed with gzip.
  init(
    path: String, expected: LocalizedText = LocalizedText(de: "eine Kopfzeile", en: "a header")
  ) throws(PlatformError) {
    self.init(
      DecodedText(try PackedFile.bytes(path), allowsWindows1252: true),
      file: URL(fileURLWithPath: path).lastPathComponent, expected: expected)
  }

  /// What is in several cells, a bar between them.
  func cells(_ places: [Int]) -> String {
    places.map { cell($0) }.filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
