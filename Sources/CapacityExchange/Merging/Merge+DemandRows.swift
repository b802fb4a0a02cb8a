// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Demand series as rows of the chain.
extension Merge {
  /// What an earlier import left in the chain of one series: spans, and the provenance of each source.
  private struct Earlier {
    var spans: [DemandTimeline.Span] = []
    var provenance: [String: [(ColumnName, Cell)]] = [:]
  }

  mutating func write(_ all: [Series]) {
    let earlier = takeEarlier(Set(all.map(\.family)))
    for series in all { write(series, earlier[series.family] ?? Earlier()) }
  }

  private mutating func write(_ series: Series, _ earlier: Earlier) {
    var timeline = series.timeline
    for span in earlier.spans { timeline.add(span) }
    var first: String?
    for span in timeline.joined() {
      let date = CalendarDay(number: writer.firstDay.number + span.from - 1)
      var key = "\(series.family)/\(date)"
      // Two objects may state demand for the same days; then both count.
      if writer.has(.demands, key) {
        key = "\(series.family):\(String(fingerprint(span.source), radix: 16))/\(date)"
      }
      first = first ?? key
      guard let (origin, source, place) = span.origin else {
        writer.add(
          .demands,
          [
            .demand: key, .site: series.site, .material: series.material,
            .fromDay: String(span.from), .toDay: String(span.to), .perDay: String(span.perDay),
          ])
        if let row = earlier.provenance[span.source] {
          writer.chain[.provenance].append(row + [(.key, Cell(key))])
        }
        continue
      }
      writer.add(
        .demands,
        [
          .demand: key, .site: series.site, .material: series.material,
          .fromDay: String(span.from), .toDay: String(span.to),
        ],
        [
          .perDay: ExchangeWriter.Figure(
            value: span.perDay, kind: .estimate, source: source, origin: origin, place: place)
        ])
    }
    if let first {
      writer.ask(
        .analyst, series.origin.source, .demands, first, .valuePerUnit,
        "Was ist eine Einheit \(series.material) wert, die \(series.site) nicht bekommt?",
        "What is a unit of \(series.material) worth that \(series.site) does not get?")
    }
  }

  /// Takes rows that other objects brought earlier out of the chain, by family, so that weeks and
  /// days of separate imports overrule each other just the same.
  private mutating func takeEarlier(_ families: Set<String>) -> [String: Earlier] {
    let demands = writer.chain[.demands]
    var rowOf: [String: Int] = [:]
    for row in 0..<demands.count {
      let key = demands.text(.demand, row)
      if families.contains(String(ExchangeWriter.family(key))) { rowOf[key] = row }
    }
    if rowOf.isEmpty { return [:] }
    let provenance = writer.chain[.provenance]
    var earlier: [String: Earlier] = [:]
    var taken: [String: Set<ColumnName>] = [:]
    var gone: Set<Int> = []
    for row in 0..<provenance.count
    where provenance.text(.table, row) == TableName.demands.rawValue
      && provenance.text(.source, row).hasPrefix(Source.prefix)
    {
      let key = provenance.text(.key, row)
      guard let demand = rowOf[key] else { continue }
      gone.insert(row)
      taken[key] = [.perDay]
      let source = provenance.text(.source, row)
      let columns: [ColumnName] = [.table, .column, .valueKind, .source, .year, .note]
      let family = String(ExchangeWriter.family(key))
      earlier[family, default: Earlier()].provenance[source] = columns.map {
        ($0, Cell(provenance.text($0, row)))
      }
      if let span = span(demands, demand, source) { earlier[family]?.spans.append(span) }
    }
    writer.take(.demands, taken)
    writer.chain[.provenance].removeRows(where: gone.contains)
    return earlier
  }

  private func span(_ demands: TableContents, _ row: Int, _ source: String) -> DemandTimeline.Span?
  {
    guard let perDay = demands.number(.perDay, row) else { return nil }
    let latest = Double(Self.horizon + 7)
    let from = Int(min(max(1, demands.number(.fromDay, row) ?? 1), latest))
    let to = Int(min(max(0, demands.number(.toDay, row) ?? latest), latest))
    if to < from { return nil }
    return DemandTimeline.Span(
      from: from, to: to, perDay: perDay,
      isDaily: source.hasPrefix(Source.prefix + "ShortTerm"), source: source, origin: nil)
  }
}
