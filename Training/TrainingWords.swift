// SPDX-License-Identifier: Apache-2.0

/// The words of the command.
struct TrainingWords {
  let subject: String
  let data: String
  let out: String?
  /// Of classification alone: whether the vocabulary speaks, and whether weights are learned.
  let withVocabulary: Bool
  let learns: Bool

  static let usage = TrainingError(
    "usage: training reconciliation|screening|classification|matching --data FOLDER [--out FILE]")

  init(_ words: [String]) throws {
    guard let subject = words.first else { throw Self.usage }
    self.subject = subject
    var values: [String: String] = [:]
    var at = 1
    while at + 1 < words.count {
      values[words[at]] = words[at + 1]
      at += 2
    }
    guard at == words.count, let data = values["--data"] else { throw Self.usage }
    self.data = data
    out = values["--out"]
    withVocabulary = values["--vocabulary"] != "no"
    learns = values["--learn"] == "yes"
  }
}

struct TrainingError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
