// SPDX-License-Identifier: Apache-2.0

extension ValueChain {
  /// Rows that take no part in any computation, or less than their author may think.
  func usageFindings(_ keys: KeyChecks) -> [Finding] {
    materialFindings(keys) + demandFindings() + incompleteFindings()
  }

  private func materialFindings(_ keys: KeyChecks) -> [Finding] {
    let materials = self[.materials]
    var isUsed = Array(repeating: false, count: materials.count)
    let canBeNamed = keys.canBeNamed(.materials)
    var lacksSome = false
    for table in [TableName.recipes, .links, .supplies, .stocks, .arrivals, .demands] {
      lacksSome = lacksSome || self[table].damage.lacksRows
      for row in keys.rows(table, .material) where row >= 0 {
        isUsed[Int(row)] = true
      }
    }
    var findings: [Finding] = []
    let units = materials.text(.unit)
    for row in units.indices {
      if units.isEmpty(row), !materials.damage.has(row, .unit) {
        findings.append(
          materials.finding(
            .unitMissing, .warning, row, .unit,
            "Dem Material fehlt die Einheit; seine Mengen sind nicht deutbar.",
            "The material has no unit; its quantities cannot be interpreted."))
      }
      if !isUsed[row], !lacksSome, canBeNamed[row] {
        findings.append(
          materials.finding(
            .materialUnused, .warning, row, nil,
            "Das Material kommt in keiner Rezeptur, keiner Verbindung, keinem Bezug, Bestand oder Bedarf vor.",
            "The material occurs in no recipe, link, supply, stock or demand."))
      }
    }
    return findings
  }

  private func demandFindings() -> [Finding] {
    let demands = self[.demands]
    let values = demands.numbers(.valuePerUnit)
    return values.indices.filter {
      values[$0] == 0 && !demands.damage.has($0, .valuePerUnit)
    }.map { row in
      demands.finding(
        .demandWithoutValue, .warning, row, .valuePerUnit,
        "Die Nachfrage hat keinen Wert; ein Plan mit geringsten Kosten würde sie nicht bedienen.",
        "The demand has no value; a least-cost plan would not serve it.")
    }
  }

  /// Places and materials left open where a row cannot be computed with otherwise.
  private func incompleteFindings() -> [Finding] {
    let needed: [(TableName, [ColumnName])] = [
      (.lines, [.site]), (.links, [.fromSite, .toSite, .material]),
      (.supplies, [.site, .material]),
      (.arrivals, [.site, .material]), (.demands, [.site, .material]),
      (.options, [.kind, .target]),
    ]
    return needed.flatMap { name, columns -> [Finding] in
      let table = self[name]
      return columns.flatMap { column -> [Finding] in
        let texts = table.text(column)
        return texts.indices.filter {
          texts.isEmpty($0) && !table.damage.has($0, column)
        }.map { row in
          table.finding(
            .incomplete, .warning, row, column,
            "Die Angabe „\(column.rawValue)“ fehlt; die Zeile nimmt an keiner Rechnung teil.",
            "The entry “\(column.rawValue)” is missing; the row takes part in no computation.")
        }
      }
    }
  }
}
