// SPDX-License-Identifier: Apache-2.0

/// Names as the standard wants them: lower-case letters, digits, `.`, `-` and `_`.
enum ResourceName {
  /// `Wärme & Kälte` → `waerme-kaelte`; nil where nothing is left.
  static func plain(_ text: String) -> String? {
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".", "_": name.unicodeScalars.append(scalar)
      case "ä": name += "ae"
      case "ö": name += "oe"
      case "ü": name += "ue"
      case "ß": name += "ss"
      default: if !name.hasSuffix("-") { name += "-" }
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    let plain = name.drop { $0 == "-" }
    return plain.isEmpty ? nil : String(plain)
  }

  /// A name for each further file: without its ending where that is enough, and never that of a
  /// table or of another file.
  static func names(of files: [String]) -> [String] {
    var taken = Set(TableName.allCases.map(\.rawValue))
    return files.map { file in
      let short = plain(String(file.prefix { $0 != "." }))
      let full = plain(file) ?? "file"
      let numbered = (2...).lazy.map { "\(full)-\($0)" }
      let free = [short, full].compactMap { $0 }.first { !taken.contains($0) }
      let name = free ?? numbered.first { !taken.contains($0) } ?? full
      taken.insert(name)
      return name
    }
  }
}
