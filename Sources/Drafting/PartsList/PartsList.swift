// SPDX-License-Identifier: Apache-2.0

/// Parts lists as people export them: from KiCad, Excel, FreeCAD or an ERP system.
public enum PartsList {
  /// Reads a list. Nothing is lost silently: every line of the file is in the result, with what
  /// became of it and why; what the list leaves open becomes a question.
  ///
  /// Understands UTF-8, UTF-16 and Windows-1252; `;`, tab, comma or `|`; titles above the header;
  /// German and English headings; sections, totals, page breaks and repeated headers; levels,
  /// dotted positions and indents; revisions, alternates and parts that are not fitted; packs,
  /// ranges and decimal commas. Time is linear in the size of the file.
  /// - Parameter file: the name people know the file by, for the findings.
  public static func read(_ bytes: [UInt8], file: String) -> PartsListReading {
    var reader = ListReader(bytes, file: file)
    return reader.read()
  }
}
