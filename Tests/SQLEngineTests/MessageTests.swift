// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import SQLEngine

@Suite struct MessageTests {
  static let told: [DatabaseError.Code] = [
    .unreachable, .loginRefused, .insecure, .missing, .cannotOpen, .readOnly, .full, .busy,
    .serialization, .connectionLost, .outcomeUnknown, .interrupted, .closed, .notADatabase,
    .corrupt, .syntax, .value, .notAllowed, .inputOutput, .constraint(.unique),
    .constraint(.foreignKey), .constraint(.check),
  ]

  @Test(arguments: told)
  func eachCodeHasItsOwnWordsInBothLanguages(code: DatabaseError.Code) {
    let message = DatabaseError.message(code, "PLACE")
    let unknown = DatabaseError.message(.defect, "PLACE")
    #expect(message.german != unknown.german && message.english != unknown.english)
    #expect(message.german != message.english)
    for text in [message.german, message.english] {
      #expect(text.contains("PLACE") && text.hasSuffix("."), "\(text)")
    }
  }

  @Test(arguments: [
    (
      "connection to server at \"h\" failed: FATAL:  28P01: password authentication failed",
      "loginRefused"
    ),
    ("SCHWERWIEGEND:  3D000: Datenbank gibt es nicht", "loginRefused"),
    ("FATAL:  53300: sorry, too many clients already", "busy"),
    ("FATAL:  57P03: the database system is starting up", "unreachable"),
    ("connection to server at \"127.0.0.1\", port 54321 failed: Connection refused", "unreachable"),
    ("could not translate host name \"h\" to address: unknown", "unreachable"),
    ("SSL error: certificate verify failed", "insecure"),
    ("root certificate file \"/x/root.crt\" does not exist", "insecure"),
    ("server does not support SSL, but SSL was required", "insecure"),
    ("fe_sendauth: no password supplied", "loginRefused"),
    ("", "unreachable"),
  ])
  func whyAConnectionFailedIsReadFromItsWords(words: String, code: String) {
    #expect(DatabaseError.Code(connecting: words).description == code)
  }

  @Test func pausesGrowAndEnd() {
    var options = DatabaseOptions()
    options.firstPause = .milliseconds(4)
    let pauses = (1...10).map { options.pause(before: $0).seconds * 1000 }
    #expect(pauses == [4, 8, 16, 32, 64, 128, 256, 500, 500, 500])
    #expect(options.pause(before: 10_000) == .milliseconds(500))
  }
}
