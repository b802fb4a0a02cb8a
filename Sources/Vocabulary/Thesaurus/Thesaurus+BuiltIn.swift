// SPDX-License-Identifier: Apache-2.0
import CThesaurus
import Turtle

extension Thesaurus {
  /// What industry does, works with, makes and checks: some 4,300 concepts. Made when first asked
  /// for, in some 80 ms.
  public static let builtIn = thesaurus(of: .capabilities, makingsIn: nil)

  /// What public buyers ask for: some 1,000 concepts. What they take to make are concepts of
  /// ``builtIn``.
  public static let procurement = thesaurus(of: .procurement, makingsIn: builtIn)

  public static func builtIn(_ scheme: ThesaurusScheme) -> Thesaurus {
    switch scheme {
    case .capabilities: builtIn
    case .procurement: procurement
    }
  }

  /// Files compiled into the program. Tests read every statement; a flaw is our own defect.
  private static func thesaurus(of scheme: ThesaurusScheme, makingsIn other: Thesaurus?)
    -> Thesaurus
  {
    do {
      var concepts: [Concept] = []
      for file in files(of: scheme) {
        let reader = ThesaurusReader(
          try TurtleReader().read(file.bytes), locating: false)
        for draft in reader.drafts {
          guard let concept = draft.concept else {
            preconditionFailure("\(file.name) gives \(draft.id) a kind and labels")
          }
          concepts.append(concept)
        }
      }
      return try Thesaurus(concepts, makingsIn: other)
    } catch {
      preconditionFailure("The built-in thesaurus \(scheme.rawValue) is sound: \(error)")
    }
  }

  /// The Turtle files compiled into the program, in the order of their names.
  static func files(of scheme: ThesaurusScheme) -> [(name: String, bytes: [UInt8])] {
    switch scheme {
    case .capabilities: unsafe EmbeddedFiles.all(tragwerk_capabilities_files())
    case .procurement: unsafe EmbeddedFiles.all(tragwerk_procurement_files())
    }
  }
}

/// Reads the tables of embedded files; each ends with a file without a name.
private enum EmbeddedFiles {
  static func all(
    _ table: UnsafePointer<tragwerk_turtle_file>
  ) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var at = unsafe table
    while let name = unsafe at.pointee.name {
      let bytes = unsafe UnsafeBufferPointer(start: at.pointee.bytes, count: at.pointee.count)
      unsafe files.append((String(cString: name), Array(bytes)))
      unsafe at += 1
    }
    return files
  }
}
