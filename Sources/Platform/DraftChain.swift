// SPDX-License-Identifier: Apache-2.0
import Drafting
import Foundation
import Localization
import ReferenceLibrary
import ValueChains

/// Use case: a first chain from a parts list, with honest gaps.
public struct DraftChain: Sendable {
  public var partsList: String
  public var options: DraftOptions
  /// What the product is called; nil for the list's file name.
  public var name: String?
  /// A folder of larger tables that replace the ones shipped with the product.
  public var library: String?

  public init(partsList: String, options: DraftOptions) {
    self.partsList = partsList
    self.options = options
  }

  /// Reads the list and drafts. Throws with findings where the list cannot be read.
  public func run() throws(PlatformError) -> Draft {
    let bytes = try read()
    let file = URL(fileURLWithPath: partsList)
    let reading = PartsList.read(bytes, file: file.lastPathComponent)
    guard !reading.findings.hasErrors else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Aus dieser Liste lässt sich nichts entwerfen.",
          en: "Nothing can be drafted from this list."), findings: reading.findings)
    }
    let library = try Self.library(self.library)
    let name = self.name ?? file.deletingPathExtension().lastPathComponent
    var builder = DraftBuilder(reading, name: name, library: library, options: options)
    return builder.build()
  }

  /// Writes a draft as a package, with `parts.csv` telling what became of each line.
  public static func write(_ draft: Draft, to path: String, replacing: Bool) throws(PlatformError) {
    do throws(ChainPackage.WritingError) {
      try ChainPackage.write(
        draft.chain, to: path, replacing: replacing ? .anyPackage : .untouchedDraft, isDraft: true,
        extraFiles: [(name: "parts.csv", content: draft.trace())])
    } catch {
      throw PlatformError(error)
    }
  }

  private func read() throws(PlatformError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: partsList, isDirectory: &isFolder) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(partsList) gibt es nicht. Erwartet wird eine Teileliste als CSV-Datei.",
          en: "\(partsList) does not exist. Expected is a parts list as a CSV file."))
    }
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: partsList) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(partsList) ist keine lesbare Datei. Erwartet wird eine Teileliste als CSV-Datei.",
          en: "\(partsList) is no readable file. Expected is a parts list as a CSV file."))
    }
    return [UInt8](data)
  }

  /// The tables shipped with the product, overlaid with a folder of larger ones.
  static func library(_ folder: String?) throws(PlatformError) -> ReferenceLibrary {
    do throws(LibraryError) {
      let builtIn = try ReferenceLibrary.builtIn()
      guard let folder else { return builtIn }
      return try builtIn.overlaid(with: folder)
    } catch {
      throw PlatformError(error.code, error.message)
    }
  }
}

extension LibraryError {
  fileprivate var code: PlatformError.Code {
    switch self {
    case .noSuchFolder, .notAFolder: .inputMissing
    case .tablesMissing: .defect
    default: .data
    }
  }
}
