// SPDX-License-Identifier: Apache-2.0

/// What a URL says about a server.
struct PostgresSettings: Sendable {
  let url: String
  /// User, host, port and name of the database, for people; never the password.
  let place: String
  /// What the URL sets for how long to wait; nil where it says nothing, 0 means without end.
  private let urlTimeout: Int?
  private let hostCount: Int

  init(url: String) throws(DatabaseError) {
    // A "port" that is no number is a password of somebody who left the host out.
    guard let settings = PostgresHandle.settings(url: url),
      (settings["port"] ?? "").allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," })
    else {
      throw .location(
        de: "Die postgresql-URL ist nicht lesbar (Sonderzeichen im Kennwort als %XX schreiben).",
        en: "The postgresql URL cannot be read (write special characters of the password as %XX).")
    }
    self.url = url
    let user = settings["user"].map { $0 + "@" } ?? ""
    let port = settings["port"].map { ":" + $0 } ?? ""
    let name = settings["dbname"].map { "/" + $0 } ?? ""
    let host = settings["host"] ?? settings["hostaddr"] ?? "localhost"
    place = "postgresql://" + user + host + port + name
    urlTimeout = settings["connect_timeout"].flatMap { Int($0) }
    hostCount = host.split(separator: ",").count
  }

  /// For all hosts together.
  func connectTimeout(_ options: DatabaseOptions) -> Duration {
    let one = urlTimeout.map { $0 <= 0 ? .seconds(86_400) : .seconds($0) } ?? options.connectTimeout
    return one * max(1, hostCount)
  }

  /// The settings for libpq: the URL's go over ours, except those that statements rely on.
  func all(_ options: DatabaseOptions) -> [(keyword: String, value: String)] {
    [
      ("application_name", "tragwerk"),
      // A network that is gone is noticed within about a minute.
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "60000"),
      ("dbname", url),
      ("client_encoding", "UTF8"),
    ]
  }

  /// Run once on each connection: what texts of values look like, and how long locks are waited for.
  static func preamble(_ options: DatabaseOptions) -> String {
    """
    SET standard_conforming_strings = on; SET extra_float_digits = 1; SET DateStyle = 'ISO, YMD'; \
    SET TimeZone = 'UTC'; SET client_min_messages = warning; \
    SET lock_timeout = \(max(1, Int(options.busyTimeout.seconds * 1000)))
    """
  }
}
