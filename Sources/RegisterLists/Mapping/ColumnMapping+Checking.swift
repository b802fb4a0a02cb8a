// SPDX-License-Identifier: Apache-2.0
import Registry

extension ColumnMapping {
  /// What is wrong with the mapping for a list of these columns; empty where it fits.
  public func faults(columns: [String]) -> [MappingFault] {
    var faults: [MappingFault] = []
    var seen: Set<Int> = []
    for entry in self.columns {
      guard let at = Self.place(of: entry.column, in: columns) else {
        let known = columns.prefix(30).joined(separator: ", ")
        faults.append(
          MappingFault(
            .columnMissing, entry.column,
            de: "Die Spalte „\(entry.column)“ gibt es in der Datei nicht. Es gibt: \(known).",
            en: "The column “\(entry.column)” is not in the file. There are: \(known)."))
        continue
      }
      if !seen.insert(at).inserted {
        faults.append(
          MappingFault(
            .columnTwice, entry.column,
            de: "Die Spalte „\(entry.column)“ ist zweimal zugeordnet.",
            en: "The column “\(entry.column)” is mapped twice."))
      }
    }
    return faults + targetFaults() + constantFaults()
  }

  private func targetFaults() -> [MappingFault] {
    var faults: [MappingFault] = []
    var taken: [ColumnTarget: String] = [:]
    for entry in columns {
      for target in entry.targets where !target.mayRepeat {
        if let other = taken[target] {
          faults.append(
            MappingFault(
              .fieldTwice, entry.column,
              de:
                "„\(other)“ und „\(entry.column)“ sind beide „\(target.label.german)“; nur eine Spalte kann das sein.",
              en:
                "“\(other)” and “\(entry.column)” are both “\(target.label.english)”; only one column can be."
            ))
        }
        taken[target] = entry.column
      }
    }
    let name = RegisterField("organisation.legal_name").map(ColumnTarget.field)
    if !columns.contains(where: { entry in entry.targets.contains { $0 == name } }) {
      faults.append(
        MappingFault(
          .noName, "organisation.legal_name",
          de:
            "Keine Spalte ist als Name der Firma zugeordnet (organisation.legal_name). Ohne ihn lässt sich keine Zeile übernehmen.",
          en:
            "No column is mapped to the firm's name (organisation.legal_name). Without it no row can be taken over."
        ))
    }
    return faults
  }

  private func constantFaults() -> [MappingFault] {
    constants.compactMap { constant in
      let definition = constant.field.definition
      guard case .failure(let fault) = definition.checked(constant.value, decimal: decimal) else {
        return nil
      }
      return MappingFault(
        .constantInvalid, constant.field.key,
        de: "Fester Wert für \(constant.field.key): \(fault.message.german)",
        en: "Constant for \(constant.field.key): \(fault.message.english)")
    }
  }

  /// Headings are compared as written, then folded.
  static func place(of column: String, in columns: [String]) -> Int? {
    if let exact = columns.firstIndex(of: column) { return exact }
    let folded = HeadingWords.folded(column)
    return folded.isEmpty ? nil : columns.firstIndex { HeadingWords.folded($0) == folded }
  }
}
