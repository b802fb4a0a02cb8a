// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Demand series as rows of the chain.
extension Merge {
  mutating func write(_ series: Series) {
    var timeline = series.timeline
    let earlier = takeEarlier(series.family, &timeline)
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
        for row in earlier[span.source] ?? [] { writer.chain[.provenance].append(row(key)) }
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

  /// Takes rows that other objects brought earlier into the timeline, so that weeks and days of
  /// separate imports overrule each other just the same.
  private mutating func takeEarlier(_ family: String, _ timeline: inout DemandTimeline)
    -> [String: [(String) -> [(ColumnName, Cell)]]]
  {
    let demands = writer.chain[.demands]
    let rows = (0..<demands.count).filter {
      ExchangeWriter.family(demands.text(.demand, $0)) == family[...]
    }
    guard !rows.isEmpty else { return [:] }
    let keys = Set(rows.map { demands.text(.demand, $0) })
    let provenance = writer.chain[.provenance]
    var sources: [String: String] = [:]
    var notes: [String: [(String) -> [(ColumnName, Cell)]]] = [:]
    for row in 0..<provenance.count
    where provenance.text(.table, row) == TableName.demands.rawValue
      && keys.contains(provenance.text(.key, row))
      && provenance.text(.source, row).hasPrefix(Source.prefix)
    {
      let source = provenance.text(.source, row)
      sources[provenance.text(.key, row)] = source
      let columns: [ColumnName] = [.table, .column, .valueKind, .source, .year, .note]
      let cells = columns.map { ($0, Cell(provenance.text($0, row))) }
      notes[source] = [{ key in cells + [(.key, Cell(key))] }]
    }
    for row in rows {
      guard let source = sources[demands.text(.demand, row)],
        let perDay = demands.number(.perDay, row)
      else { continue }
      let latest = Double(Self.horizon + 7)
      let from = Int(min(max(1, demands.number(.fromDay, row) ?? 1), latest))
      let to = Int(min(max(0, demands.number(.toDay, row) ?? latest), latest))
      if to < from { continue }
      timeline.add(
        DemandTimeline.Span(
          from: from, to: to, perDay: perDay,
          isDaily: source.hasPrefix(Source.prefix + "ShortTerm"), source: source,
          origin: nil))
    }
    let taken = Dictionary(
      uniqueKeysWithValues: sources.keys.map { ($0, Set([ColumnName.perDay])) })
    writer.take(.demands, taken)
    writer.chain[.provenance].removeRows { row in
      provenance.text(.table, row) == TableName.demands.rawValue
        && taken[provenance.text(.key, row)] != nil
        && provenance.text(.source, row).hasPrefix(Source.prefix)
    }
    return notes
  }
}
