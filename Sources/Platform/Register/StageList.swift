// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Reconciliation
import RegisterLists
import Registry
import SQLEngine
import Spreadsheets
import Storage

/// Use case: read a list into the waiting room and compare every row with the register and with the
/// rows before it. Nothing reaches the register; an interrupted reading goes on where it stopped.
public struct StageList: Sendable {
  public let path: String
  public let source: Source
  /// Nil for the one last used for the source, or a guess.
  public var mapping: ColumnMapping?
  /// The day the source said what the list says; nil for today.
  public var statedOn: CalendarDay?
  /// The association whose members the list names; kept with the source's mapping.
  public var association: String?
  /// Whether names and addresses are compared; otherwise numbers alone decide.
  public var compares = true
  /// Whether the list is only a part of the source, so that nobody has left who is not in it.
  public var isPartial = false
  /// Whether nothing at all is written, not even to the waiting room.
  public var isDryRun = false
  /// Asked before every batch of rows; what was read by then is kept.
  public var isCancelled: @Sendable () -> Bool = { false }

  public init(path: String, source: Source) {
    self.path = path
    self.source = source
  }

  /// - Parameter progress: rows read so far.
  public func run(
    _ access: RegisterAccess, progress: @escaping @Sendable (_ rows: Int) -> Void = { _ in }
  ) async throws -> StagedList {
    let sum = try FileSum.of(path)
    let chosen = try await chosenMapping(access)
    let reader = try opened(try completed(chosen))
    let known = try chosen == nil ? KnownListFile.name(path) : nil
    var stored = StoredImport(
      id: "", source: source.name, file: URL(fileURLWithPath: path).lastPathComponent,
      fileSum: sum, mapping: reader.mapping.json, statedOn: statedOn ?? access.today,
      compares: compares, isPartial: isPartial, actor: access.actor, begunAt: access.time,
      state: .reading)
    let index = try await OrganisationIndex.load(
      access, list: try compares ? rows(reader.mapping) : nil)
    var comparer = RowComparer(index: index, compares: compares)
    var sink = StagingSink(access: access, isDryRun: isDryRun)
    var line = 0
    if !isDryRun {
      stored = try await begun(stored, access)
      if stored.state == .ready {
        return try await StagedList.load(
          access, stored, reader, isGuess: chosen == nil, knownList: known)
      }
      line = try await replay(stored.id, into: &comparer, access)
    }
    try await read(reader, after: line, into: &sink, &comparer, stored.id, progress)
    if isDryRun {
      return try await StagedList.tallied(
        access, sink.tally, stored, reader, isGuess: chosen == nil, knownList: known)
    }
    stored.state = .ready
    try await finished(stored, access)
    return try await StagedList.load(
      access, stored, reader, isGuess: chosen == nil, knownList: known)
  }

  /// The mapping asked for, else the one last used for the source where it fits the list's columns.
  private func chosenMapping(_ access: RegisterAccess) async throws -> ColumnMapping? {
    if let mapping { return mapping }
    let name = source.name
    guard let text = try await access.read({ try SourceTable($0).mapping(of: name) }) else {
      return nil
    }
    do throws(MappingFaults) {
      let saved = try ColumnMapping(json: text)
      // Has the list other columns than last time, it is looked at afresh.
      return fits(saved) ? saved : nil
    } catch {
      throw PlatformError(error)
    }
  }

  /// A mapping with the association as what every row says.
  private func completed(_ mapping: ColumnMapping?) throws(PlatformError) -> ColumnMapping? {
    guard let association, let field = RegisterField(.membership, "association") else {
      return mapping
    }
    var completed: ColumnMapping
    if let mapping { completed = mapping } else { completed = try opened(nil).mapping }
    completed.constants.removeAll { $0.field == field }
    completed.constants.append(ColumnMapping.Constant(field, association))
    return completed
  }

  private static let interrupted = PlatformError(
    .interrupted,
    LocalizedText(
      de: "Abgebrochen. Im Register steht davon noch nichts; derselbe Befehl macht weiter.",
      en: "Interrupted. Nothing of it is in the register yet; the same command goes on."))

  private func fits(_ mapping: ColumnMapping) -> Bool {
    do throws(ListFault) {
      _ = try ListReader(path: path, mapping: mapping)
      return true
    } catch {
      // What is wrong with the file itself is told when it is opened for reading.
      return false
    }
  }

  private func opened(_ mapping: ColumnMapping?) throws(PlatformError) -> ListReader {
    do throws(ListFault) {
      return try ListReader(path: path, mapping: mapping)
    } catch {
      throw PlatformError(error)
    }
  }

  /// The rows of the list as they will be compared.
  private func rows(_ mapping: ColumnMapping?) throws(PlatformError) -> [ListRow] {
    let reader = try opened(mapping)
    var rows: [ListRow] = []
    while let outcome = try Self.next(reader) {
      if case .row(let row, _) = outcome { rows.append(row) }
    }
    return rows
  }

  private static func next(_ reader: ListReader) throws(PlatformError) -> ListOutcome? {
    do throws(ListFault) { return try reader.next() } catch { throw PlatformError(error) }
  }

  /// The import to write to: the one that was interrupted while reading this very file, or a new one.
  private func begun(_ new: StoredImport, _ access: RegisterAccess) async throws -> StoredImport {
    let source = source
    return try await access.write { connection in
      let imports = ImportTable(connection)
      if let open = try imports.unfinished(of: source.name) {
        let isSame =
          open.fileSum == new.fileSum && open.mapping == new.mapping
          && open.compares == new.compares && open.isPartial == new.isPartial
        guard isSame else { throw StorageError.openImport(open.id) }
        return open
      }
      try SourceTable(connection).save(source)
      return try imports.add(new)
    }
  }

  /// Tells the comparer of the rows that are in the waiting room already.
  ///
  /// - Returns: the last of their lines.
  private func replay(
    _ importID: String, into comparer: inout RowComparer, _ access: RegisterAccess
  ) async throws -> Int {
    var line = 0
    while true {
      let after = line
      let page = try await access.read {
        try ImportRowTable($0).rows(of: importID, after: after, limit: 2_000)
      }
      guard let last = page.last else { return line }
      for row in page { try comparer.remember(row) }
      line = last.line
    }
  }

  private func read(
    _ reader: ListReader, after line: Int, into sink: inout StagingSink,
    _ comparer: inout RowComparer, _ importID: String,
    _ progress: @Sendable (Int) -> Void
  ) async throws {
    var rows = 0
    while true {
      try Task.checkCancellation()
      if isCancelled() { throw Self.interrupted }
      var batch = RowBatch(reader)
      while batch.read < 1_000, let outcome = try Self.next(reader) {
        rows += 1
        batch.add(outcome, after: line)
      }
      let isLast = batch.read < 1_000
      if !batch.isEmpty {
        let keyed = comparer.keyed(batch.rows)
        let known = try await KnownRows.load(
          sink.access, source.name, keyed, compares: comparer.compares)
        let compared = comparer.compare(batch, keyed, known)
        try await sink.take(compared, importID)
      }
      progress(rows)
      if isLast { return }
    }
  }

  private func finished(_ stored: StoredImport, _ access: RegisterAccess) async throws {
    try await access.write { connection in
      try ImportTable(connection).setState(.ready, of: stored.id)
      try SourceTable(connection).saveMapping(stored.mapping, of: stored.source)
    }
  }
}

extension PlatformError {
  init(_ fault: ListFault) {
    switch fault {
    case .table(let fault): self.init(fault)
    case .mapping(let faults): self.init(faults)
    }
  }

  init(_ fault: TableFault) {
    self.init(fault.code == .missing ? .inputMissing : .data, fault.message)
  }

  init(_ faults: MappingFaults) {
    self.init(
      .data,
      LocalizedText(
        de: faults.all.map(\.message.german).joined(separator: "\n"),
        en: faults.all.map(\.message.english).joined(separator: "\n")))
  }
}
