// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Storage

/// An organisation as JSON, with the origin of every value.
public enum RegisterDocument {
  /// One organisation by itself, as `register show --json` gives it.
  public static func json(_ file: OrganisationFile) -> JSONValue {
    .object([("formatVersion", .number(1)), ("organisation", organisation(file))])
  }

  /// - Parameter file: contacts appear only where the person agreed.
  static func organisation(_ file: OrganisationFile) -> JSONValue {
    var entries: [(String, JSONValue)] = [("id", .text(file.id.text))]
    entries.append(("fields", fields(file.profile)))
    for kind in EntityKind.allCases where kind != .organisation {
      let parts = file.parts.filter { $0.profile.id.kind == kind && maySee($0.profile) }
      guard !parts.isEmpty else { continue }
      entries.append(
        (
          plural(kind),
          .array(
            parts.map { part in
              var entry: [(String, JSONValue)] = [("id", .text(part.profile.id.text))]
              if let parent = part.parent, parent.kind == .capability {
                entry.append(("capability", .text(parent.text)))
              }
              return .object(entry + [("fields", fields(part.profile))])
            })
        ))
    }
    if !file.merged.isEmpty {
      entries.append(("formerIds", .array(file.merged.map { .text($0.text) })))
    }
    return .object(entries)
  }

  /// What others may see: everything but people who did not agree.
  static func maySee(_ profile: EntityProfile) -> Bool {
    profile.id.kind != .contact || Contact(profile).hasConsented
  }

  private static func fields(_ profile: EntityProfile) -> JSONValue {
    .object(
      RegisterField.fields(of: profile.id.kind).compactMap { field in
        guard let entries = profile.entries[field.name] else { return nil }
        return (
          field.name,
          .array(
            entries.map { entry in
              .object([
                ("value", .text(entry.value)),
                (
                  "statedBy",
                  .array(
                    entry.statements.map { statement in
                      .object([
                        ("source", .text(statement.source.name)),
                        ("kind", .text(statement.source.kind.rawValue)),
                        ("on", .text(statement.statedOn.description)),
                      ])
                    })
                ),
              ])
            })
        )
      })
  }

  private static func plural(_ kind: EntityKind) -> String {
    switch kind {
    case .organisation: "organisations"
    case .site: "sites"
    case .capability: "capabilities"
    case .capacity: "capacities"
    case .qualification: "qualifications"
    case .membership: "memberships"
    case .contact: "contacts"
    }
  }
}
