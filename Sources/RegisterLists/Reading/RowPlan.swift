// SPDX-License-Identifier: Apache-2.0
import Registry

/// A mapping laid out over the columns of a file, so that a row is read without any look-up.
struct RowPlan {
  struct Cell {
    let column: Int
    let name: String
    let action: Action
    /// What a heading such as `HRB` leaves away in its cells, `""` for all others.
    var registerKind = ""
  }

  enum Action {
    case key
    case value(FieldDefinition)
    case address(EntityKind)
    case postcodeAndCity(EntityKind)
    case capabilities
    case qualifications
  }

  /// In the order of the columns, but countries first: other values are read by them.
  let cells: [Cell]
  let constants: [ListRow.Value]
  /// Pieces that go to a value of another column, by that column.
  let houseNumbers: [EntityKind: Int]
  let givenName: Int?
  let court: Int?
  let decimal: DecimalMark?
  let width: Int

  /// - Parameter mapping: without faults for these columns.
  init(_ mapping: ColumnMapping, columns: [String]) {
    var cells: [Cell] = []
    var houseNumbers: [EntityKind: Int] = [:]
    var givenName: Int?
    var court: Int?
    for entry in mapping.columns {
      guard let at = ColumnMapping.place(of: entry.column, in: columns) else { continue }
      for target in entry.targets {
        let action: Action
        switch target {
        case .ignored: continue
        case .key: action = .key
        case .field(let field): action = .value(field.definition)
        case .capabilities: action = .capabilities
        case .qualifications: action = .qualifications
        case .piece(let piece, let kind):
          switch piece {
          case .address: action = .address(kind)
          case .postcodeAndCity: action = .postcodeAndCity(kind)
          case .houseNumber:
            houseNumbers[kind] = at
            continue
          case .registerCourt:
            court = at
            continue
          case .givenName:
            givenName = at
            continue
          }
        }
        var cell = Cell(column: at, name: columns[at], action: action)
        if target.text == "organisation.register" {
          let words = HeadingWords.folded(columns[at]).split(separator: " ").map(String.init)
          let kinds = words.filter { ["hra", "hrb", "gnr", "vr"].contains($0) }
          if kinds.count == 1 { cell.registerKind = kinds[0] + " " }
        }
        cells.append(cell)
      }
    }
    let isCountry = { (cell: Cell) in
      if case .value(let definition) = cell.action { definition.content == .country } else { false }
    }
    self.cells =
      cells.filter(isCountry).sorted { $0.column < $1.column }
      + cells.filter { !isCountry($0) }.sorted { $0.column < $1.column }
    // Constants were checked with the mapping.
    constants = mapping.constants.compactMap { constant in
      let checked = constant.field.definition.checked(constant.value, decimal: mapping.decimal)
      guard case .success(let text) = checked else { return nil }
      return ListRow.Value(constant.field, text)
    }
    self.houseNumbers = houseNumbers
    self.givenName = givenName
    self.court = court
    decimal = mapping.decimal
    width = columns.count
  }
}
