// SPDX-License-Identifier: Apache-2.0

/// A closed choice as it was stored; the tables' own constraints keep other values out.
func stored<Choice: RawRepresentable<String>>(_ text: String) throws -> Choice {
  guard let choice = Choice(rawValue: text) else {
    throw StorageError.unknownChoice("\(Choice.self)", text)
  }
  return choice
}
