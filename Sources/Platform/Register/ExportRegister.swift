// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import Registry
import Storage

/// Use case: everything a person may see of the register, as JSON with the origin of every value or
/// as one CSV table that can be imported again.
public struct ExportRegister: Sendable {
  public enum Format: Sendable {
    case json, csv
  }

  public let format: Format

  public init(format: Format) { self.format = format }

  /// Writes the register piece by piece; memory for a page of organisations.
  ///
  /// - Parameters:
  ///   - progress: organisations done, and how many there are.
  ///   - write: is given the text in pieces.
  public func run(
    _ access: RegisterAccess,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    write: @escaping @Sendable (String) throws -> Void
  ) async throws {
    let format = format
    // One transaction, so that the file shows one state of the register.
    try await access.read { connection in
      let register = Register(connection)
      let total = try register.organisationCount()
      var done = 0
      var cursor = OrganisationLine.Cursor.start
      try write(format == .json ? "{\"formatVersion\":1,\"organisations\":[" : RegisterTable.header)
      while true {
        let page = try register.organisations(after: cursor, limit: 500)
        guard let last = page.last else { break }
        var text = ""
        for line in page {
          let file = try register.file(of: line.id, withHistory: false)
          switch format {
          case .json:
            text += done == 0 ? "\n" : ",\n"
            text += RegisterDocument.organisation(file).rendered(foldedWidth: .max).dropLast()
          case .csv: text += RegisterTable.rows(file)
          }
          done += 1
        }
        try write(text)
        progress(done, total)
        cursor = last.cursor
      }
      if format == .json { try write("\n]}\n") }
    }
  }
}

/// The register as one table: a row for each site of an organisation, or one for an organisation
/// without sites. Columns are named by their field, so an import needs no mapping; several values of
/// a field stand side by side, separated by semicolons.
enum RegisterTable {
  /// Ids of other organisations mean nothing in another register; JSON has them.
  private static let organisation = RegisterField.fields(of: .organisation).filter {
    $0.definition.content != .reference(.organisation)
  }
  private static let site = RegisterField.fields(of: .site)

  static var header: String {
    (["id"] + (organisation + site).map(\.key) + ["capabilities", "qualifications"])
      .joined(separator: ",") + "\n"
  }

  static func rows(_ file: OrganisationFile) -> String {
    let common = [file.id.text] + organisation.map { cell(file.profile, $0) }
    let abilities = [
      list(file, .capability, "term"), qualifications(file),
    ]
    let sites = file.parts.filter { $0.profile.id.kind == .site }
    guard !sites.isEmpty else { return line(common + site.map { _ in "" } + abilities) }
    return sites.map { part in
      line(common + site.map { cell(part.profile, $0) } + abilities)
    }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { CSVCell.quoted(FormulaGuard.guarded($0)) }.joined(separator: ",") + "\n"
  }

  private static func cell(_ profile: EntityProfile, _ field: RegisterField) -> String {
    field.definition.isMany
      ? profile.all(field.name).joined(separator: "; ") : profile[field.name] ?? ""
  }

  private static func list(_ file: OrganisationFile, _ kind: EntityKind, _ field: String) -> String
  {
    file.parts.filter { $0.profile.id.kind == kind }.compactMap { $0.profile[field] }
      .joined(separator: "; ")
  }

  /// `EN9100:2027-03-31`, as lists give them.
  private static func qualifications(_ file: OrganisationFile) -> String {
    file.parts.filter { $0.profile.id.kind == .qualification }.compactMap { part in
      part.profile["standard"].map { standard in
        part.profile["valid_until"].map { "\(standard):\($0)" } ?? standard
      }
    }.joined(separator: "; ")
  }
}
