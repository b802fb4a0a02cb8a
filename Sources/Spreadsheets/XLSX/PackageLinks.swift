// SPDX-License-Identifier: Apache-2.0

/// Which part of a package an id of another part means (ECMA-376 part 2, relationships).
struct PackageLinks {
  private var parts: [String: String] = [:]
  private var types: [(type: String, part: String)] = []

  /// - Parameter part: the part whose links these are; `""` for the package.
  init(_ archive: ZipArchive, of part: String) throws(TableFault) {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = part[..<cut]
    guard let entry = try archive.entry("\(folder)_rels/\(part[cut...]).rels") else { return }
    var xml = try XMLScanner(entry)
    while true {
      switch try xml.next() {
      case .finished: return
      case .start where xml.name == Self.relationship && types.count < 20_000:
        // What lies outside the package is never looked at.
        guard xml.attribute(Self.mode) != "External", let target = xml.attribute(Self.target),
          let path = Self.resolved(target, in: folder)
        else { continue }
        if let id = xml.attribute(Self.id) { parts[id] = path }
        types.append((xml.attribute(Self.type) ?? "", path))
      default: continue
      }
    }
  }

  subscript(id: String) -> String? { parts[id] }

  /// The first part of a type, by the end of the type's name.
  func part(ofType ending: String) -> String? {
    types.first { $0.type.hasSuffix(ending) }?.part
  }

  /// The path within the archive; nil where it would leave it.
  static func resolved(_ target: String, in folder: Substring) -> String? {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.popLast() == nil { return nil }
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  private static let relationship = XMLName("Relationship")
  private static let mode = XMLName("TargetMode")
  private static let target = XMLName("Target")
  private static let type = XMLName("Type")
  private static let id = XMLName("Id")
}
