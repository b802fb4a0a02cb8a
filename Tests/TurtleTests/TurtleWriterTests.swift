// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import Turtle

@Suite struct TurtleWriterTests {
  static let sample = """
    # SPDX-License-Identifier: Apache-2.0
    #
    # A sample.

    @prefix : <urn:x:> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

    :scheme a skos:ConceptScheme ;
      skos:prefLabel "Probe"@de .

    :bending a skos:Concept, :Process ;
      skos:prefLabel "Biegen"@de, "bending"@en ;
      skos:altLabel "Abkanten"@de, "Kanten"@de, "Gesenkbiegen"@de, "Schwenkbiegen"@de, "Walzbiegen"@de,
        "press braking"@en, "folding \\"by hand\\""@en ;
      :list ( 1 :a ( true "x" ) ) ;
      :making [ :process :bending ; :rank 1 ], [ :material :steel, :copper ; :rank 2 ] ;
      :none [], () .

    :steel :price "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> ;
      :see <http://a/b%20c>, _:b1 .

    _:b1 :about :bending, _:b1 .

    """

  static let writer = TurtleWriter(
    prefixes: [("", "urn:x:"), ("skos", "http://www.w3.org/2004/02/skos/core#")],
    header: ["SPDX-License-Identifier: Apache-2.0", "", "A sample."],
    propertyOrder: ["prefLabel", "altLabel"].map { "http://www.w3.org/2004/02/skos/core#" + $0 },
    leadingSubjects: ["urn:x:scheme"])

  @Test func whatIsWellLaidOutStays() throws {
    let graph = try TurtleReader().read(Array(Self.sample.utf8)).graph
    #expect(Self.writer.text(of: graph) == Self.sample)
  }

  @Test func linesAreShort() throws {
    let graph = try TurtleReader().read(Array(Self.sample.utf8)).graph
    let lines = Self.writer.text(of: graph).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  /// Written and read again, a graph says the same; written a second time, it is the same text.
  @Test func roundTrip() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<400 {
      let graph = Self.randomGraph(&random)
      let text = Self.writer.text(of: graph)
      let again = try TurtleReader().read(Array(text.utf8)).graph
      // Nodes with labels have no order of their own.
      if !text.contains("_:") { #expect(Self.writer.text(of: again) == text) }
      #expect(Self.ground(graph) == Self.ground(again))
      #expect(Set(graph.triples).count == again.triples.count, "\(text)")
    }
  }

  @Test func chainsOfNodesAreWrittenWithoutDepth() throws {
    var graph = RDFGraph()
    for number in 0..<5000 {
      graph.add(.blank("n\(number)"), .iri("urn:x:next"), .blank("n\(number + 1)"))
    }
    let again = try TurtleReader().read(Array(TurtleWriter().text(of: graph).utf8)).graph
    #expect(again.triples.count == 5000)
  }

  /// Statements without blank nodes.
  private static func ground(_ graph: RDFGraph) -> Set<[RDFTerm]> {
    Set(
      graph.triples.filter { !graph.isBlank($0.subject) && !graph.isBlank($0.object) }
        .map { [graph.term($0.subject), graph.term($0.predicate), graph.term($0.object)] })
  }

  private static func randomGraph(_ random: inout SeededGenerator) -> RDFGraph {
    let names = ["urn:x:a", "urn:x:b.c", "urn:x:-d", "urn:x:", "http://h/ö", "urn:x:1", "urn:x:e."]
    let texts = [
      "", "a", "ä\"\\", "line\nline", "\u{1}\u{7F}", "1", "-2", "true", "'''", "😀", "\t\r",
    ]
    var graph = RDFGraph()
    for _ in 0..<Int.random(in: 0..<14, using: &random) {
      let node = { (random: inout SeededGenerator) -> RDFTerm in
        random.chance(oneIn: 2)
          ? .iri(random.pick(names)) : .blank("n\(Int.random(in: 0..<6, using: &random))")
      }
      var predicate = RDFTerm.iri(random.pick(names))
      if random.chance(oneIn: 3) {
        predicate = .iri(random.pick([RDFNames.first, RDFNames.rest, RDFNames.type]))
      }
      var object = node(&random)
      if random.chance(oneIn: 3) {
        let types = ["string", "integer", "boolean", "decimal"].map { RDFNames.xsd + $0 }
        object =
          random.chance(oneIn: 2)
          ? .text(random.pick(texts), random.pick(["de", "en-GB"]))
          : .literal(random.pick(texts), .datatype(random.pick(types + ["urn:x:t"])))
      } else if random.chance(oneIn: 6) {
        object = .iri(RDFNames.empty)
      }
      graph.add(node(&random), predicate, object)
    }
    return graph
  }
}
