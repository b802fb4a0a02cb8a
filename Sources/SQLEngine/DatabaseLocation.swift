// SPDX-License-Identifier: Apache-2.0
import Localization

/// Where a database is: a file of embedded SQLite, or a PostgreSQL server.
public struct DatabaseLocation: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case file(String)
    /// The whole URL, password included.
    case server(url: String)
  }

  let kind: Kind
  /// For people: the path, or user, host, port and name of the database. Never the password.
  public let description: String

  /// Whether this is a file of embedded SQLite.
  public var isFile: Bool { path != nil }

  /// The file's path; nil for a server.
  public var path: String? {
    if case .file(let path) = kind { path } else { nil }
  }

  private init(kind: Kind, description: String) {
    self.kind = kind
    self.description = description
  }

  /// A file of embedded SQLite.
  public init(file path: String) { self.init(kind: .file(path), description: path) }

  /// Reads `register.sqlite`, `sqlite:PATH`, or `postgresql://user:password@host:port/name?options`.
  ///
  /// The options of the URL are libpq's: `sslmode`, `sslrootcert`, `connect_timeout` and so on
  /// (PostgreSQL 15, 34.1.2).
  ///
  /// - Throws: ``DatabaseError/Code/location``; the message does not repeat what may be a password.
  public init(parsing text: String) throws(DatabaseError) {
    if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
      self.init(kind: .server(url: text), description: try PostgresSettings(url: text).place)
    } else if text.contains("://") {
      throw .location(
        de: "Eine Datenbank beginnt nicht mit „\(text.prefix { $0 != ":" })://“.",
        en: "A database does not begin with “\(text.prefix { $0 != ":" })://”.")
    } else {
      let path = text.hasPrefix("sqlite:") ? String(text.dropFirst("sqlite:".count)) : text
      guard !path.isEmpty, !path.utf8.contains(0) else {
        throw .location(
          de: "Der Pfad der Datenbank fehlt.", en: "The path of the database is missing.")
      }
      self.init(file: path)
    }
  }
}

extension DatabaseLocation: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  public var debugDescription: String { description }
  /// `dump` and test reports show no password either.
  public var customMirror: Mirror { Mirror(self, children: ["place": description]) }
}

extension DatabaseError {
  static func location(de german: String, en english: String) -> DatabaseError {
    DatabaseError(
      .location,
      LocalizedText(
        de:
          "\(german) Erwartet wird ein Dateipfad, sqlite:PFAD oder postgresql://BENUTZER:KENNWORT@RECHNER:PORT/NAME.",
        en:
          "\(english) Expected is a file's path, sqlite:PATH or postgresql://USER:PASSWORD@HOST:PORT/NAME."
      ))
  }
}
