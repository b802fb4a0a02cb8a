// SPDX-License-Identifier: Apache-2.0
import Localization

/// What somebody wants to do with an object.
public enum Action: String, Sendable, CaseIterable {
  case read
  /// Takes a copy out of the platform, with a mark of who took it.
  case export
  /// Makes an object; asked about the object as it would be.
  case create
  case change
  case remove
  /// Lets another organisation see it, for a purpose and a time.
  case share
  /// Settles it: publishes, confirms, agrees, closes.
  case decide

  public var label: LocalizedText {
    switch self {
    case .read: LocalizedText(de: "lesen", en: "read")
    case .export: LocalizedText(de: "ausführen", en: "export")
    case .create: LocalizedText(de: "anlegen", en: "create")
    case .change: LocalizedText(de: "ändern", en: "change")
    case .remove: LocalizedText(de: "entfernen", en: "remove")
    case .share: LocalizedText(de: "freigeben", en: "share")
    case .decide: LocalizedText(de: "entscheiden", en: "decide")
    }
  }

  /// Whether the content of the object is seen by it.
  public var isLook: Bool { self == .read || self == .export }
}
