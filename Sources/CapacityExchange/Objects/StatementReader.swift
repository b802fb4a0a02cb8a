// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import ValueChains

/// Reads files into statements: single objects, lists, and messages of header and content.
struct StatementReader {
  let log: FindingLog
  private(set) var statements = Statements()
  /// How many objects of each aspect were met, in the order of first meeting.
  private(set) var counts: [(aspect: String, count: Int)] = []

  init(_ log: FindingLog) { self.log = log }

  /// What a message says of itself.
  struct Header {
    var sent: Timestamp?
    var sender: PartnerNumber?
    var receiver: PartnerNumber?
    var aspect: Aspect?
  }

  mutating func read(_ file: ExchangeFile) {
    let start = Place(file: file.name, line: 0, path: JSONPath())
    guard file.bytes.count <= ExchangeFile.mostBytes else {
      let megabytes = ExchangeFile.mostBytes >> 20
      log.error(
        .documentUnreadable, start, "Die Datei ist größer als \(megabytes) MiB.",
        "The file is larger than \(megabytes) MiB.")
      return
    }
    let text = DecodedText(file.bytes)
    guard text.isValid else {
      log.error(
        .notText, start, "Die Datei ist kein Text in UTF-8 oder UTF-16.",
        "The file is no text in UTF-8 or UTF-16.")
      return
    }
    var reader = JSONReader(text.bytes)
    do throws(JSONReader.Problem) {
      let root = try reader.read()
      for (line, path) in reader.repeated {
        log.error(
          .columnRepeated, Place(file: file.name, line: line, path: path),
          "Die Angabe steht in diesem Objekt zweimal.",
          "The property occurs twice in this object.")
      }
      find(ObjectReader(node: root, file: file.name, path: JSONPath(), log: log), Header())
    } catch {
      log.error(
        .documentUnreadable, Place(file: file.name, line: error.line, path: error.path),
        error.message.german, error.message.english)
    }
  }

  /// Goes through lists and wrappers down to the objects.
  private mutating func find(_ value: ObjectReader, _ header: Header) {
    if value.node.elements != nil {
      if value.elements.isEmpty {
        log.warning(
          .leftOut, value.place, "Die Liste ist leer.", "The list is empty.")
      }
      for element in value.elements { find(element, header) }
      return
    }
    guard value.isObject() else { return }
    if let aspect = Aspect(value.node) ?? emptyObject(value, header) {
      read(value, aspect, header)
      return
    }
    var header = header
    if let head = value.property(Aspect.headers) { header = self.header(head, header) }
    let inner = Aspect.wrappers.compactMap { value.property($0) }
    if inner.isEmpty {
      log.error(
        .documentUnreadable, value.place,
        "Das ist kein Objekt, das dieser Import kennt (Bedarf, Kapazitätsgruppe, Bestand, Lieferung, geplante Produktion, Reichweite).",
        "This is no object this import knows (demand, capacity group, stock, delivery, planned production, days of supply)."
      )
    }
    for part in inner { find(part, header) }
  }

  /// An object without any position says what it is by the header alone.
  private func emptyObject(_ value: ObjectReader, _ header: Header) -> Aspect? {
    value.node["positions"]?.elements?.isEmpty == true ? header.aspect : nil
  }

  private func header(_ head: ObjectReader, _ outer: Header) -> Header {
    var header = outer
    guard head.isObject() else { return header }
    header.sent = head.timestamp("sentDateTime") ?? outer.sent
    header.sender = head.partner(.legalEntity, "senderBpn", isRequired: false) ?? outer.sender
    header.receiver = head.partner(.legalEntity, "receiverBpn", isRequired: false) ?? outer.receiver
    header.aspect = head.text("context").flatMap(Aspect.init(context:)) ?? outer.aspect
    return header
  }

  private mutating func read(_ value: ObjectReader, _ aspect: Aspect, _ header: Header) {
    if let at = counts.firstIndex(where: { $0.aspect == aspect.rawValue }) {
      counts[at].count += 1
    } else {
      counts.append((aspect.rawValue, 1))
    }
    let origin = Origin(
      place: value.place, aspect: aspect.rawValue,
      changed: value.timestamp("changedAt") ?? header.sent, sender: header.sender,
      receiver: header.receiver)
    switch aspect {
    case .materialDemand:
      if let demand = value.materialDemand(origin) { statements.demands.append(demand) }
    case .shortTermDemand:
      if let demand = value.shortTermDemand(origin) { statements.demands.append(demand) }
    case .capacityGroup:
      if let group = value.capacityGroup(origin) { statements.capacities.append(group) }
    case .itemStock:
      if let stock = value.itemStock(origin) { statements.stocks.append(stock) }
    case .plannedOutput:
      if let output = value.plannedOutput(origin) { statements.outputs.append(output) }
    case .delivery:
      if let delivery = value.delivery(origin) { statements.deliveries.append(delivery) }
    case .daysOfSupply:
      if let days = value.daysOfSupply(origin) { statements.supplyDays.append(days) }
    case .simulation, .comment, .request, .notification:
      log.warning(
        .leftOut, value.place,
        "\(aspect.rawValue) ist keine Angabe über die Kette selbst und wird nicht übernommen.",
        "\(aspect.rawValue) states nothing of the chain itself and is not taken in.")
    }
  }
}
