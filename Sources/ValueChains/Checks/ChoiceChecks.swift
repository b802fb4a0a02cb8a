// SPDX-License-Identifier: Apache-2.0

extension ValueChain {
  /// Columns that take one of a list.
  func choiceFindings() -> [Finding] {
    TableName.allCases.flatMap { name -> [Finding] in
      let table = self[name]
      return table.definition.columns.flatMap { column -> [Finding] in
        guard table.has(column.name) else { return [] }
        switch column.kind {
        case .choice(let allowed):
          return table.unlisted(column.name, allowed, .choiceUnknown, .error)
        case .suggestion(let allowed):
          return table.unlisted(column.name, allowed, .suggestionUnknown, .warning)
        default: return []
        }
      }
    }
  }

  /// Provenance and questions that point to tables, rows or columns that do not exist.
  func provenanceFindings(_ keys: KeyChecks) -> [Finding] {
    [TableName.provenance, .questions].flatMap { name -> [Finding] in
      let table = self[name]
      return (0..<table.count).filter { !table.damage.has($0) }.compactMap { row in
        let target = table.text(.table, row)
        // A question may be about the chain as a whole.
        if target.isEmpty { return nil }
        guard let other = TableName(rawValue: target) else {
          return table.finding(
            .suggestionUnknown, .warning, row, .table,
            "Eine Tabelle „\(target)“ gibt es nicht.", "There is no table “\(target)”.")
        }
        let key = table.text(.key, row)
        if !key.isEmpty, other.definition.keyLength > 0, !self[other].damage.lacksRows,
          keys[other][key.replacing("|", with: "\u{1F}")] == nil, keys[other][key] == nil
        {
          return table.finding(
            .suggestionUnknown, .warning, row, .key,
            "„\(key)“ steht nicht in der Tabelle \(target).",
            "“\(key)” is not in the table \(target).")
        }
        let column = table.text(.column, row)
        if !column.isEmpty, ColumnName(rawValue: column).flatMap(other.definition.index) == nil {
          return table.finding(
            .suggestionUnknown, .warning, row, .column,
            "Die Tabelle \(target) hat keine Spalte „\(column)“.",
            "The table \(target) has no column “\(column)”.")
        }
        return nil
      }
    }
  }
}

extension TableContents {
  fileprivate func unlisted(
    _ column: ColumnName, _ allowed: [String], _ code: Finding.Code, _ severity: Finding.Severity
  ) -> [Finding] {
    let known = allowed.map { Array($0.utf8)[...] }
    let texts = text(column)
    return texts.indices.compactMap { row in
      if texts.isEmpty(row) || known.contains(where: { texts.equals(row, $0) }) { return nil }
      if allowed.contains(texts[row].lowercased()) || damage.has(row, column) { return nil }
      let list = allowed.joined(separator: ", ")
      return finding(
        code, severity, row, column,
        "„\(texts[row])“ ist nicht vorgesehen; möglich sind \(list).",
        "“\(texts[row])” is not provided for; possible are \(list).")
    }
  }
}
