// SPDX-License-Identifier: Apache-2.0
import Localization

/// Why a text is no value of a field: what is wrong, why it matters, what to do.
public struct FieldFault: Error, Sendable, Hashable {
  /// Stable, for programs.
  public enum Code: String, Sendable, CaseIterable {
    case empty, tooLong, notANumber, numberAmbiguous, outOfRange, unitUnknown, notADay, dayAmbiguous
    case countryUnknown, choiceUnknown, codeForm, identifier, email, phone, webAddress, brokenCell
  }

  public let code: Code
  public let message: LocalizedText
  /// What an identifier lacks, where that is the matter.
  public let identifier: IdentifierFault?

  init(_ code: Code, de german: String, en english: String) {
    self.code = code
    message = LocalizedText(de: german, en: english)
    identifier = nil
  }

  init(_ fault: IdentifierFault) {
    code = .identifier
    message = fault.message
    identifier = fault
  }

  /// A text shortened for a message.
  static func excerpt(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
