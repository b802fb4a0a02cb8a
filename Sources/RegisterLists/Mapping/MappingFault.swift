// SPDX-License-Identifier: Apache-2.0
import Localization

/// One thing wrong with a mapping, or with its fit to a file.
public struct MappingFault: Error, Sendable, Hashable {
  /// Stable, for programs.
  public enum Code: String, Sendable, CaseIterable {
    case notReadable, fieldUnknown, columnMissing, columnTwice, fieldTwice, constantInvalid, noName
    case versionUnknown
  }

  public let code: Code
  /// The column or field it is about, `""` where the whole mapping is meant.
  public let subject: String
  public let message: LocalizedText

  init(_ code: Code, _ subject: String, de german: String, en english: String) {
    self.code = code
    self.subject = subject
    message = LocalizedText(de: german, en: english)
  }
}

/// Everything wrong with a mapping, at least one thing.
public struct MappingFaults: Error, Sendable, Hashable {
  public let all: [MappingFault]

  public init(_ all: [MappingFault]) { self.all = all }
}
