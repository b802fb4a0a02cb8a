// SPDX-License-Identifier: Apache-2.0
import CPostgres
import Foundation

/// One connection of libpq 15, closed in `deinit`, used by one thread at a time.
///
/// With ``PostgresResult`` and ``PostgresCancel`` the only place that meets libpq's pointers.
@safe struct PostgresHandle: ~Copyable {
  /// Why no connection came about, in libpq's words; SQLSTATE included where the server gave one.
  struct Refusal: Error {
    let words: String
    var isCancelled = false
  }

  /// Opened in `connect`, finished once in `deinit`, never handed out.
  private let connection: OpaquePointer

  private init(_ connection: OpaquePointer) { unsafe self.connection = connection }

  deinit { unsafe PQfinish(connection) }

  // MARK: Connecting

  /// The settings that a URL names; nil where libpq cannot read it. Its reason may repeat the password
  /// and is left out.
  static func settings(url: String) -> [String: String]? {
    guard let options = unsafe PQconninfoParse(url, nil) else { return nil }
    defer { unsafe PQconninfoFree(options) }
    var settings: [String: String] = [:]
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        settings[unsafe String(cString: keyword)] = unsafe String(cString: value)
      }
      unsafe option += 1
    }
    return settings
  }

  /// Connects within a time; asks now and then whether to stop.
  static func connect(
    _ settings: [(keyword: String, value: String)], within time: Duration,
    isCancelled: () -> Bool
  ) throws(Refusal) -> PostgresHandle {
    guard let connection = unsafe started(settings) else {
      throw Refusal(words: "libpq gave no connection")
    }
    let handle = unsafe PostgresHandle(connection)
    // So that the server's refusal comes with its SQLSTATE.
    _ = unsafe PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
    let deadline = ContinuousClock.now + time
    var wants = PGRES_POLLING_WRITING
    while wants != PGRES_POLLING_OK {
      guard unsafe PQstatus(connection) != CONNECTION_BAD, wants != PGRES_POLLING_FAILED else {
        throw Refusal(words: handle.words)
      }
      guard !isCancelled() else { throw Refusal(words: "", isCancelled: true) }
      guard ContinuousClock.now < deadline else { throw Refusal(words: "no answer in time") }
      var socket = pollfd(
        fd: unsafe PQsocket(connection),
        events: Int16(wants == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
      if unsafe poll(&socket, 1, 50) > 0 { wants = unsafe PQconnectPoll(connection) }
    }
    _ = unsafe PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    return handle
  }

  private static func started(_ settings: [(keyword: String, value: String)]) -> OpaquePointer? {
    let keywords = unsafe settings.map { unsafe UnsafePointer(strdup($0.keyword)) } + [nil]
    let values = unsafe settings.map { unsafe UnsafePointer(strdup($0.value)) } + [nil]
    defer {
      let texts = unsafe keywords + values
      let count = unsafe texts.count
      for index in 0..<count { unsafe free(UnsafeMutablePointer(mutating: texts[index])) }
    }
    return unsafe PQconnectStartParams(keywords, values, 1)
  }

  // MARK: State

  var isBroken: Bool { unsafe PQstatus(connection) == CONNECTION_BAD }
  var serverVersion: Int { Int(unsafe PQserverVersion(connection)) }
  var words: String { unsafe String(cString: PQerrorMessage(connection)) }

  func setting(_ name: String) -> String? {
    unsafe PQparameterStatus(connection, name).map { unsafe String(cString: $0) }
  }

  /// What another thread may use to interrupt a statement; nil where the connection is broken.
  func cancel() -> PostgresCancel? {
    unsafe PQgetCancel(connection).map { unsafe PostgresCancel($0) }
  }

  // MARK: Statements, waiting for the answer

  func run(_ sql: String) -> PostgresResult? {
    unsafe PQexec(connection, sql).map { unsafe PostgresResult($0) }
  }

  func run(_ sql: String, _ parameters: borrowing PostgresParameters) -> PostgresResult? {
    let result = unsafe parameters.withPointers { count, values in
      unsafe PQexecParams(connection, sql, count, nil, values, nil, nil, 0)
    }
    return unsafe result.map { unsafe PostgresResult($0) }
  }

  func prepare(_ name: String, _ sql: String) -> PostgresResult? {
    unsafe PQprepare(connection, name, sql, 0, nil).map { unsafe PostgresResult($0) }
  }

  func runPrepared(_ name: String, _ parameters: borrowing PostgresParameters) -> PostgresResult? {
    let result = unsafe parameters.withPointers { count, values in
      unsafe PQexecPrepared(connection, name, count, values, nil, nil, 0)
    }
    return unsafe result.map { unsafe PostgresResult($0) }
  }

  // MARK: Statements, answers fetched one by one

  func sendPrepared(_ name: String, _ parameters: borrowing PostgresParameters) -> Bool {
    unsafe parameters.withPointers { count, values in
      unsafe PQsendQueryPrepared(connection, name, count, values, nil, nil, 0)
    } == 1
  }

  /// From now on each row of the statement just sent is an answer of its own.
  func answerRowByRow() -> Bool { unsafe PQsetSingleRowMode(connection) == 1 }

  func nextAnswer() -> PostgresResult? {
    unsafe PQgetResult(connection).map { unsafe PostgresResult($0) }
  }

  func enterPipeline() -> Bool { unsafe PQenterPipelineMode(connection) == 1 }
  func syncPipeline() -> Bool { unsafe PQpipelineSync(connection) == 1 }
  func exitPipeline() -> Bool { unsafe PQexitPipelineMode(connection) == 1 }
}

/// Interrupts the statement of a connection from any thread.
@safe final class PostgresCancel: @unchecked Sendable {
  /// Made by libpq for this object, freed in `deinit`; PQcancel only reads it and is thread-safe.
  private let cancel: OpaquePointer

  init(_ cancel: OpaquePointer) { unsafe self.cancel = cancel }

  deinit { unsafe PQfreeCancel(cancel) }

  /// Asks the server; returns when it has got the request. Whether it helps shows in the statement.
  func send() {
    var words = [CChar](repeating: 0, count: 256)
    _ = unsafe PQcancel(cancel, &words, Int32(words.count))
  }
}

/// Values as libpq takes them: texts that end with NUL, in one buffer that is used again.
@safe struct PostgresParameters: ~Copyable {
  private var bytes: [CChar] = []
  /// Where each value begins; -1 is NULL.
  private var starts: [Int] = []

  init(_ values: [SQLValue] = []) { set(values) }

  mutating func set(_ values: [SQLValue]) {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for value in values {
      starts.append(bytes.count)
      switch value {
      case .null: starts[starts.count - 1] = -1
      case .integer(let value): append(value.description)
      // The shortest text that reads back as the same bits; adding 0 makes −0 to 0.
      case .real(let value): append((value + 0).description)
      case .text(let value): append(value)
      }
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
    bytes.append(0)
  }

  func withPointers<R>(_ work: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> R) -> R {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let values = unsafe starts.map { start in
        start < 0 ? nil : unsafe bytes.baseAddress.map { unsafe $0 + start }
      }
      return unsafe values.withUnsafeBufferPointer { values in
        unsafe work(Int32(values.count), values.baseAddress)
      }
    }
  }
}
