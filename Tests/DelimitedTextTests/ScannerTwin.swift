// SPDX-License-Identifier: Apache-2.0

/// The scanner once more, slow and obvious: one token at a time through four states.
enum ScannerTwin {
  struct Record: Equatable {
    var line: Int
    var lastLine: Int
    var cells: [String]
  }

  private enum State {
    case beforeCell, plain, quoted, afterQuote
  }

  static func records(_ text: String, delimiter: Character) -> [Record] {
    var records: [Record] = []
    var record = Record(line: 1, lastLine: 1, cells: [])
    var cell = ""
    var kept = 0
    var line = 1
    var state = State.beforeCell

    func endCell() {
      // Blanks at the end go, except those that were inside the quotes.
      while cell.unicodeScalars.count > kept, let last = cell.unicodeScalars.last,
        isBlank(last, delimiter)
      {
        cell.unicodeScalars.removeLast()
      }
      record.cells.append(cell)
      (cell, kept, state) = ("", 0, .beforeCell)
    }
    func endRecord(nextLine: Int) {
      record.lastLine = line
      if record.cells.contains(where: { !$0.isEmpty }) { records.append(record) }
      line = nextLine
      record = Record(line: line, lastLine: line, cells: [])
    }

    let tokens = tokens(text)
    var at = 0
    while at < tokens.count {
      let token = tokens[at]
      at += 1
      let isLineEnd = ["\n", "\r", "\r\n"].contains(token)
      switch state {
      case .quoted:
        if token == "\"", at < tokens.count, tokens[at] == "\"" {
          cell += "\""
          at += 1
        } else if token == "\"" {
          kept = cell.unicodeScalars.count
          state = .afterQuote
        } else {
          cell.unicodeScalars += token.unicodeScalars
          if isLineEnd { line += 1 }
        }
      case .beforeCell, .plain, .afterQuote:
        if token == String(delimiter) {
          endCell()
        } else if isLineEnd {
          endCell()
          endRecord(nextLine: line + 1)
        } else if state == .beforeCell, token == "\"" {
          state = .quoted
        } else if state == .beforeCell, token == " " || token == "\t" {
          continue
        } else {
          cell.unicodeScalars += token.unicodeScalars
          if state == .beforeCell { state = .plain }
        }
      }
    }
    if state == .quoted { kept = cell.unicodeScalars.count }
    if !text.isEmpty {
      endCell()
      endRecord(nextLine: line)
    }
    return records
  }

  private static func isBlank(_ scalar: Unicode.Scalar, _ delimiter: Character) -> Bool {
    (scalar == " " || scalar == "\t") && Character(scalar) != delimiter
  }

  /// Scalars, with `\r\n` as one token.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    for scalar in text.unicodeScalars {
      if scalar == "\n", tokens.last == "\r" {
        tokens[tokens.count - 1] = "\r\n"
      } else {
        tokens.append(String(scalar))
      }
    }
    return tokens
  }
}
