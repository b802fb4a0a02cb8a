// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@testable import ValueChains

/// Writing is whole or not at all and destroys nobody's work.
struct OverwritingTests {
  static func chain(_ name: String = "chain") throws -> ValueChain {
    var chain = try PackageText.small.read().chain
    chain.name = name
    return chain
  }

  static let draft = [(name: "gaps.csv", content: "what\nprice\n")]

  static func writeDraft(to path: String, _ replacing: ChainPackage.Replacing = .untouchedDraft)
    throws
  {
    try ChainPackage.write(
      try chain(), to: path, replacing: replacing, isDraft: true, extraFiles: draft)
  }

  /// Everything in a folder: names and contents.
  static func state(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var state: [String: [UInt8]] = [:]
    let walker = FileManager.default.enumerator(atPath: folder.path)
    while let name = walker?.nextObject() as? String {
      state[name] = (try? folder.bytes(of: name)) ?? []
    }
    return state
  }

  @Test func intoAnEmptyFolderAndAMissingOne() throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("empty"), withIntermediateDirectories: false)
    try ChainPackage.write(try Self.chain(), to: folder.path("empty"))
    try ChainPackage.write(try Self.chain(), to: folder.path("a/b/c"))
    #expect(folder.names(in: "empty") == folder.names(in: "a/b/c"))
    #expect(folder.names() == ["a", "empty"])
    #expect(folder.names(in: "a/b") == ["c"])
  }

  @Test func anUntouchedDraftIsReplaced() throws {
    let folder = TemporaryFolder()
    try Self.writeDraft(to: folder.path("draft"))
    let before = try Self.state(folder)
    try Self.writeDraft(to: folder.path("draft"))
    #expect(try Self.state(folder) == before)
    try ChainPackage.write(try Self.chain("other"), to: folder.path("draft"))
    #expect(try ChainPackage.read(folder.path("draft")).chain.name == "other")
    #expect(folder.names() == ["draft"])
  }

  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let apply: @Sendable (TemporaryFolder) throws -> Void
    init(_ name: String, _ apply: @escaping @Sendable (TemporaryFolder) throws -> Void) {
      (testDescription, self.apply) = (name, apply)
    }
  }

  @Test(arguments: [
    Change("a table edited") { folder in
      try folder.write(folder.text(of: "draft/sites.csv") + "new,New,DE\n", to: "draft/sites.csv")
    },
    Change("an extra file edited") { try $0.write("what\n", to: "draft/gaps.csv") },
    Change("a file added") { try $0.write("mine", to: "draft/notes.txt") },
    Change("a hidden file added") { try $0.write("mine", to: "draft/.notes") },
    Change("a folder added") { try $0.write("mine", to: "draft/photos/mill.jpg") },
    Change("a file removed") {
      try FileManager.default.removeItem(atPath: $0.path("draft/links.csv"))
    },
    Change("broken bytes that decode alike") { folder in
      try folder.write(
        folder.bytes(of: "draft/gaps.csv") + [0xFF], to: "draft/gaps.csv")
    },
    Change("the title changed") { folder in
      let text = try folder.text(of: "draft/datapackage.json")
      try folder.write(
        text.replacing("\"title\": \"test\"", with: "\"title\": \"Mine\""),
        to: "draft/datapackage.json")
    },
    Change("the manifest emptied") { try $0.write("{}", to: "draft/datapackage.json") },
    Change("the manifest broken") { try $0.write("{", to: "draft/datapackage.json") },
  ])
  func anEditedDraftStays(change: Change) throws {
    let folder = TemporaryFolder()
    try Self.writeDraft(to: folder.path("draft"))
    try change.apply(folder)
    let before = try Self.state(folder)
    let path = folder.path("draft")
    #expect(throws: ChainPackage.WritingError.wouldOverwrite(path: path)) {
      try Self.writeDraft(to: path)
    }
    #expect(try Self.state(folder) == before)
  }

  @Test func aPackageThatIsNoDraftStays() throws {
    let folder = TemporaryFolder()
    let path = folder.path("chain")
    try ChainPackage.write(try Self.chain(), to: path)
    let before = try Self.state(folder)
    #expect(throws: ChainPackage.WritingError.wouldOverwrite(path: path)) {
      try Self.writeDraft(to: path)
    }
    #expect(try Self.state(folder) == before)
    try Self.writeDraft(to: path, .anyPackage)
    #expect(folder.names(in: "chain").contains("gaps.csv"))
  }

  @Test func anEditedDraftIsReplacedWhenAskedFor() throws {
    let folder = TemporaryFolder()
    let path = folder.path("draft")
    try Self.writeDraft(to: path)
    try folder.write("site\nmine\n", to: "draft/sites.csv")
    try Self.writeDraft(to: path, .anyPackage)
    #expect(try ChainPackage.read(path).chain[.sites].count == 2)
    #expect(folder.names() == ["draft"])
  }

  @Test(arguments: [ChainPackage.Replacing.untouchedDraft, .anyPackage])
  func foreignFoldersAndFilesStay(replacing: ChainPackage.Replacing) throws {
    let folder = TemporaryFolder()
    try folder.write("x", to: "photos/mill.jpg")
    try folder.write("x", to: "file")
    // A data package, but none of ours.
    try folder.write(
      #"{"name": "x", "resources": [{"name": "a", "path": "a.csv"}]}"#,
      to: "foreign/datapackage.json")
    try folder.write("x", to: "foreign/a.csv")
    // A chain package in which other work lies.
    try ChainPackage.write(try Self.chain(), to: folder.path("mixed"))
    try folder.write("x", to: "mixed/thesis.docx")
    let before = try Self.state(folder)
    for name in ["photos", "file", "foreign", "mixed"] {
      let path = folder.path(name)
      #expect(throws: ChainPackage.WritingError.wouldOverwrite(path: path)) {
        try Self.writeDraft(to: path, replacing)
      }
    }
    #expect(try Self.state(folder) == before)
  }

  @Test func failureLeavesNothingBehind() throws {
    let folder = TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(throws: ChainPackage.WritingError.self) {
      try ChainPackage.write(try Self.chain(), to: folder.path("file/chain"))
    }
    let outside = [(name: "../escaped.txt", content: "x")]
    #expect(throws: ChainPackage.WritingError.self) {
      try ChainPackage.write(
        try Self.chain(), to: folder.path("chain"), extraFiles: outside)
    }
    let overTable = [(name: "sites.csv", content: "x")]
    #expect(throws: ChainPackage.WritingError.self) {
      try ChainPackage.write(
        try Self.chain(), to: folder.path("chain"), extraFiles: overTable)
    }
    #expect(folder.names() == ["file"])
  }

  /// Several tasks drafting into one place: one of them wins, whole.
  @Test func manyWritersAtOnce() async throws {
    let folder = TemporaryFolder()
    let path = folder.path("chain")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { try? Self.writeDraft(to: path) } }
    }
    #expect(folder.names() == ["chain"])
    #expect(try ChainPackage.read(path).findings.isEmpty)
  }
}
