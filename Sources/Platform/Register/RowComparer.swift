// SPDX-License-Identifier: Apache-2.0
import Localization
import Reconciliation
import Registry
import Storage

/// Says of each row of a list whether it is an organisation of the register, an earlier row's, a new
/// one, or for a person to decide.
///
/// In this order: what the source said under the same number before · a question about it that is
/// still open · the same number or the same words earlier in the list · numbers other registers gave ·
/// what people decided before · names and addresses. Never links two firms with different entries of
/// one register.
struct RowComparer {
  let compares: Bool
  private var index: OrganisationIndex
  /// By a sum over the key: how often it came, and the first row that has it.
  private var keys: [UInt64: KeyUse] = [:]

  private struct KeyUse {
    var count = 0
    var line: Int
    var name: UInt64
  }

  init(index: OrganisationIndex, compares: Bool) {
    self.index = index
    self.compares = compares
  }

  /// The rows of a batch with their keys. A key that comes again is numbered.
  mutating func keyed(_ rows: [ListRow]) -> [KeyedRow] {
    rows.map { row in
      let key = row.key ?? row.fingerprint
      let use = noted(key, row)
      guard use.count > 1 else { return KeyedRow(row: row, key: key) }
      return KeyedRow(
        row: row, key: "\(key)#\(use.count)",
        repeats: (use.line, use.name == Self.sum(SearchKeys.name(row.name))))
    }
  }

  private mutating func noted(_ key: String, _ row: ListRow) -> KeyUse {
    let place = Self.sum(key)
    var use =
      keys[place] ?? KeyUse(line: row.line, name: Self.sum(SearchKeys.name(row.name)))
    use.count += 1
    keys[place] = use
    return use
  }

  private static func sum(_ text: String) -> UInt64 { ContentSum(text.utf8).number }

  /// Takes up a row that was compared before the reading was interrupted.
  mutating func remember(_ staged: StagedRow) throws {
    guard staged.outcome != .refused else { return }
    guard let row = ListRow(encoded: staged.content, line: staged.line, key: nil) else {
      throw StorageError.unknownChoice("ListRow", staged.content)
    }
    let numbered = staged.key.lastIndex(of: "#").flatMap { mark -> String? in
      guard let count = Int(staged.key[staged.key.index(after: mark)...]), count > 1,
        keys[Self.sum(String(staged.key[..<mark]))]?.count == count - 1
      else { return nil }
      return String(staged.key[..<mark])
    }
    _ = noted(numbered ?? staged.key, row)
    index.add(
      row, as: staged.outcome == .ask ? .line(staged.line) : staged.target ?? .line(staged.line))
  }

  /// Compares rows, one after the other.
  mutating func compare(_ batch: RowBatch, _ keyed: [KeyedRow], _ known: KnownRows) -> ComparedRows
  {
    var compared = ComparedRows(rows: batch.refused, candidates: [], notices: batch.notices)
    for row in keyed {
      let verdict = verdict(on: row, known)
      compared.rows.append(
        StagedRow(
          line: row.row.line, key: row.key, content: row.row.encoded, name: row.row.name,
          outcome: verdict.outcome, target: verdict.target,
          earlierRecord: known.earlier[row.row.line]?.record))
      compared.candidates += verdict.candidates.map {
        StagedCandidate(
          line: row.row.line, target: $0.target, probability: $0.probability, reasons: $0.reasons)
      }
      if verdict.outcome != .unchanged {
        index.add(row.row, as: verdict.target ?? .line(row.row.line))
      }
    }
    compared.rows.sort { $0.line < $1.line }
    return compared
  }

  private struct Verdict {
    var outcome: RowOutcome
    var target: RowTarget?
    var candidates: [OrganisationIndex.Candidate] = []
  }

  private func verdict(on keyed: KeyedRow, _ known: KnownRows) -> Verdict {
    let row = keyed.row
    if let earlier = known.earlier[row.line] { return verdict(on: row, earlier) }
    if let open = known.open[row.line] {
      return ask(
        open.map { .init(target: $0.target, probability: $0.probability, reasons: $0.reasons) })
    }
    if let first = keyed.repeats {
      let target = RowTarget.line(first.line)
      return first.isSameName
        ? Verdict(outcome: .linked, target: target)
        : ask([.init(target: target, probability: 0.5, reasons: Self.sameKey)])
    }
    switch index.named(by: row.identifiers) {
    case .one(let target): return Verdict(outcome: .linked, target: target)
    case .conflicting(let candidates): return ask(candidates)
    case .none: break
    }
    guard compares else { return Verdict(outcome: .new) }
    let judged = known.judgements[row.line] ?? [:]
    if let same = judged.filter(\.value).keys.sorted().first {
      return Verdict(outcome: .linked, target: .organisation(same))
    }
    let compared = index.compare(row) { target in
      guard case .organisation(let id) = target else { return true }
      return judged[id] == nil
    }
    switch compared.decision {
    case .link: return Verdict(outcome: .linked, target: compared.candidates.first?.target)
    case .ask: return ask(compared.candidates)
    case .new: return Verdict(outcome: .new)
    }
  }

  /// The source spoke of an organisation under this key before.
  private func verdict(on row: ListRow, _ earlier: KnownRows.Earlier) -> Verdict {
    let target = RowTarget.organisation(earlier.organisation)
    if earlier.content == row.contentSum { return Verdict(outcome: .unchanged, target: target) }
    if IdentifierConflict.isBetween(row.identifiers, earlier.identifiers) {
      return ask([.init(target: target, probability: 0.5, reasons: Self.otherRegister)])
    }
    return Verdict(outcome: .linked, target: target)
  }

  private func ask(_ candidates: [OrganisationIndex.Candidate]) -> Verdict {
    Verdict(outcome: .ask, candidates: candidates)
  }

  private static let sameKey = LocalizedText(
    de: "dieselbe Nummer in der Liste, aber ein anderer Name",
    en: "the same number in the list, but another name")

  private static let otherRegister = LocalizedText(
    de: "dieselbe Nummer in der Liste wie bisher, aber ein anderer Registereintrag",
    en: "the same number in the list as before, but another register entry")
}

/// Rows with what comparing them said.
struct ComparedRows: Sendable {
  var rows: [StagedRow]
  var candidates: [StagedCandidate]
  var notices: [RowNotice]
}
