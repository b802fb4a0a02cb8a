// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// Why a text is no value of a need's field, or why its values do not go together: what is wrong, why
/// it matters, what to do.
public struct NeedFault: Error, Sendable, Hashable {
  public let field: NeedField
  public let message: LocalizedText

  init(_ field: NeedField, de german: String, en english: String) {
    self.field = field
    message = LocalizedText(de: german, en: english)
  }

  init(_ field: NeedField, _ fault: FieldFault) {
    self.field = field
    message = fault.message
  }
}

extension NeedFieldDefinition {
  /// Most values a field may have.
  public static let mostValues = 100

  /// Reads a cell: no value where it is empty, several where the field has many, each in the one
  /// spelling that is stored. Repeated values count once.
  ///
  /// - Parameter decimal: how numbers are written in the list; nil where that is not known.
  public func values(_ cell: String, decimal: DecimalMark? = nil) throws(NeedFault) -> [String] {
    var values: [String] = []
    for part in isMany ? cell.split(separator: ";").map(String.init) : [cell] {
      let text = cleaned(part)
      guard !text.isEmpty else { continue }
      let value: String
      do {
        value = try content.normalised(
          cleaned: text, label: label, key: "need." + field.rawValue, decimal: decimal)
      } catch {
        throw NeedFault(field, error)
      }
      if !values.contains(value) { values.append(value) }
    }
    guard values.count <= Self.mostValues else {
      throw NeedFault(
        field,
        de:
          "\(label.german): \(values.count) Werte, erlaubt sind \(Self.mostValues). Nur nennen, worauf es ankommt.",
        en:
          "\(label.english): \(values.count) values, \(Self.mostValues) are allowed. Name only what matters."
      )
    }
    if let value = values.first { try checkForm(value) }
    return values
  }

  /// Paragraphs of a description stay; elsewhere every blank is one blank.
  private func cleaned(_ text: String) -> String {
    guard field == .description else { return CellText.cleaned(text) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { CellText.cleaned(String($0)) }
    return lines.split(separator: "", maxSplits: .max, omittingEmptySubsequences: true)
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func checkForm(_ value: String) throws(NeedFault) {
    if isAboveZero, Double(value) == 0 {
      throw NeedFault(
        field,
        de:
          "\(label.german): 0 ist hier keine Angabe. Leer lassen, wenn es darauf nicht ankommt.",
        en: "\(label.english): 0 says nothing here. Leave it empty if it does not matter.")
    }
    if case .reference(let kind) = content, EntityID(value)?.kind != kind {
      throw NeedFault(
        field,
        de:
          "\(label.german): „\(value.prefix(60))“ ist keine Kennung einer Organisation wie o0000000a. „tragwerk register find“ nennt sie.",
        en:
          "\(label.english): “\(value.prefix(60))” is no id of an organisation such as o0000000a. “tragwerk register find” names it."
      )
    }
  }
}
