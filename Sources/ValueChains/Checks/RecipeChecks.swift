// SPDX-License-Identifier: Apache-2.0

extension ValueChain {
  /// Lines that make nothing, and recipes that make mass out of nothing.
  func recipeFindings(_ keys: KeyChecks) -> [Finding] {
    let (lines, recipes) = (self[.lines], self[.recipes])
    if recipes.damage.lacksRows { return [] }
    let lineOf = keys.rows(.recipes, .line)
    let materialOf = keys.rows(.recipes, .material)
    let quantities = recipes.numbers(.quantity)
    let masses = self[.materials].statedNumbers(.kgPerUnit)

    var makes = Array(repeating: false, count: lines.count)
    var consumes = makes
    var isKnown = keys.canBeNamed(.lines)
    var massIn = Array(repeating: 0.0, count: lines.count)
    var massOut = massIn
    for row in lineOf.indices where lineOf[row] >= 0 {
      let line = Int(lineOf[row])
      if recipes.damage.has(row, .quantity) { isKnown[line] = false }
      if quantities[row] > 0 { makes[line] = true }
      if quantities[row] < 0 { consumes[line] = true }
      // One unknown mass makes the sum unknown.
      let mass = materialOf[row] < 0 ? .nan : abs(quantities[row]) * masses[Int(materialOf[row])]
      if quantities[row] > 0 { massOut[line] += mass } else { massIn[line] += mass }
    }
    return (0..<lines.count).filter { isKnown[$0] }.compactMap { line in
      if !makes[line] {
        return lines.finding(
          .lineWithoutOutput, .error, line, nil,
          "Die Linie erzeugt nichts: In recipes fehlt eine Zeile mit positiver Menge.",
          "The line makes nothing: recipes has no row with a positive quantity for it.")
      }
      let (into, out) = (massIn[line], massOut[line])
      // A line without inputs is a source; what it digs up is not made from nothing.
      guard consumes[line], out > into * (1 + 1e-9) else { return nil }
      let (outText, inText) = (PlainNumber.text(out), PlainNumber.text(into))
      return lines.finding(
        .massCreated, .warning, line, nil,
        "Ein Lauf macht \(outText) kg aus \(inText) kg: Die Mengen der Rezeptur erzeugen Masse.",
        "One run makes \(outText) kg out of \(inText) kg: the recipe's quantities create mass.")
    }
  }
}
