// SPDX-License-Identifier: Apache-2.0

/// One entry of a list of names that somebody wants to know about.
public struct ListEntry: Sendable, Hashable, Codable {
  /// The list's own number, stable from version to version.
  public let id: String
  public var subject: ScreeningSubject
  /// The programmes or regulations that put it there, as the list names them.
  public var programmes: [String]
  /// The line in the file where it begins.
  public let line: Int

  public init(id: String, subject: ScreeningSubject, programmes: [String] = [], line: Int = 0) {
    self.id = id
    self.subject = subject
    self.programmes = programmes
    self.line = line
  }
}
