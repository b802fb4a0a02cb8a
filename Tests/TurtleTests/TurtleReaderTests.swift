// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Turtle

/// The grammar of Turtle, production by production.
@Suite struct TurtleReaderTests {
  static let prefixes = "@prefix : <urn:x:> . @prefix p.q: <urn:y:> . @base <http://a/b/c/d> .\n"

  /// The statements of a text as `subject predicate object`, N-Triples-like.
  static func statements(_ text: String) throws -> [String] {
    let document = try TurtleReader().read(Array((prefixes + text).utf8))
    return document.graph.triples.map { triple in
      [triple.subject, triple.predicate, triple.object].map { id in
        switch document.graph.term(id) {
        case .iri(let iri): "<\(iri)>"
        case .blank(let label): "_:\(label)"
        case .literal(let text, .language(let tag)): "'\(text)'@\(tag)"
        case .literal(let text, .datatype(let type)):
          "'\(text)'^\(type.split { "#:/".contains($0) }.last ?? "")"
        }
      }.joined(separator: " ")
    }
  }

  /// What stands in the place of the object, and what it means.
  @Test(
    arguments: [
      (":o", "<urn:x:o>"), ("p.q:o", "<urn:y:o>"), (":", "<urn:x:>"), (":a.b", "<urn:x:a.b>"),
      (":25.62", "<urn:x:25.62>"), (":a:b", "<urn:x:a:b>"), (":a%20b", "<urn:x:a%20b>"),
      (#":a\,b\.c\-"#, "<urn:x:a,b.c->"), (":a-b_c", "<urn:x:a-b_c>"),
      (":größe·1", "<urn:x:größe·1>"),
      ("<urn:z>", "<urn:z>"), ("<e>", "<http://a/b/c/e>"), ("<../e>", "<http://a/b/e>"),
      ("</e>", "<http://a/e>"), ("<?q>", "<http://a/b/c/d?q>"), ("<#f>", "<http://a/b/c/d#f>"),
      ("<>", "<http://a/b/c/d>"), ("<//h/p>", "<http://h/p>"), (#"<urn:\u00E4>"#, "<urn:ä>"),
      ("'a'", "'a'^string"), ("\"a\"", "'a'^string"), ("''", "''^string"), ("\"\"", "''^string"),
      ("\"\"\"a\n\"b\"\" c\"\"\"", "'a\n\"b\"\" c'^string"), ("'''a'b'''", "'a'b'^string"),
      (#""a\tb\n\"\\\u00e4\U0001F600""#, "'a\tb\n\"\\ä😀'^string"),
      ("\"x\"@de", "'x'@de"), ("\"x\"@de-AT-1996", "'x'@de-AT-1996"),
      ("\"1\"^^:t", "'1'^t"), ("'1'^^<urn:u>", "'1'^u"), ("'1' ^^ :t", nil),
      ("1", "'1'^integer"), ("-05", "'-05'^integer"), ("+1.50", "'+1.50'^decimal"),
      (".5", "'.5'^decimal"), ("1e6", "'1e6'^double"), ("1.E-3", "'1.E-3'^double"),
      (".5e+1", "'.5e+1'^double"), ("true", "'true'^boolean"), ("false", "'false'^boolean"),
      ("_:b.1", "_:b.1"), ("_:0", "_:0"),
      // What is none.
      ("\"x\"@", nil), ("\"x\"@1", nil), ("\"a\nb\"", nil), (#""\x""#, nil), (#""\u12""#, nil),
      (#""\uD800""#, nil), (#""\UFFFFFFFF""#, nil), ("<a b>", nil), ("<a", nil), ("\"a", nil),
      ("nope:o", nil), ("o", nil), ("a", nil), (":a%2", nil), (#":a\q"#, nil), ("1x", nil),
      ("+", nil), ("_:", nil), ("_: a", nil), ("", nil), ("'''a'", nil), (#"<\u0020>"#, nil),
      ("TRUE", nil), ("-", nil), ("1e", nil),
    ] as [(String, String?)])
  func object(_ text: String, _ meaning: String?) throws {
    guard let meaning else {
      #expect(throws: TurtleError.self) { try Self.statements(":s :p \(text) .") }
      return
    }
    for end in [" .", ".", "\t.\n# the end", "# no end .\n."] {
      // A comment, a dot or a digit may be part of a name or number.
      #expect(try Self.statements(":s :p \(text)\(end)") == ["<urn:x:s> <urn:x:p> \(meaning)"])
    }
  }

  @Test(
    arguments: [
      (":s :p 1, 2 ; :q 3 .", ["s p 1", "s p 2", "s q 3"]),
      (":s :p 1 ;; :q 2 ; .", ["s p 1", "s q 2"]),
      (":s a :C .", ["s type C"]), (":s :p [] .", ["s p .1"]),
      (":s :p [ :q 1 ; ] .", [".1 q 1", "s p .1"]),
      ("[ :p 1 ] .", [".1 p 1"]), ("[ :p 1 ] :q 2 .", [".1 p 1", ".1 q 2"]),
      ("[] :q 2 .", [".1 q 2"]),
      (":s :p () .", ["s p nil"]),
      (
        ":s :p (1 [ :q 2 ]) .",
        [".1 first 1", ".2 q 2", ".1 rest .3", ".3 first .2", ".3 rest nil", "s p .1"]
      ),
      ("(1) :p () .", [".1 first 1", ".1 rest nil", ".1 p nil"]),
      ("_:x :p _:x .", ["x p x"]), ("PREFIX z: <urn:z:>\nz:s z:p z:o .", ["s p o"]),
      ("prefix : <urn:w:> base <urn:q/>\n:s :p <o> .", ["s p o"]),
      ("@prefix a: <urn:a:> . a:b a a:c .", ["b type c"]), ("", []), ("# nothing", []),
      (":s:p:o .", nil), (":s :p .", nil), (":s .", nil), ("1 :p 2 .", nil), (":s 1 2 .", nil),
      (":s [] :o .", nil), (":s :p 1", nil), (":s :p [ :q 1 .", nil), (":s :p (1 .", nil),
      ("@prefix : <urn:x:>", nil), ("@prefix x <urn:x:> .", nil), ("@prefix x. : <urn:x:> .", nil),
      ("@nothing .", nil), ("@PREFIX x: <urn:x> .", nil), ("PREFIX x: <urn:x> . :s :p :o .", nil),
      (":s :p ; :o .", nil), (":s :p 1,, 2 .", nil), ("[] .", []), (":s _:b :o .", nil),
    ] as [(String, [String]?)])
  func statement(_ text: String, _ expected: [String]?) throws {
    guard let expected else {
      #expect(throws: TurtleError.self) { try Self.statements(text) }
      return
    }
    let found = try Self.statements(text).map { statement in
      statement.split(separator: " ").map { term in
        term.hasPrefix("'")
          ? term.dropFirst().prefix { $0 != "'" }
          : term.filter { $0 != ">" }.split { "#:/<".contains($0) }.last.map { $0[...] } ?? ""
      }.joined(separator: " ").replacing("_", with: "")
    }
    #expect(found == expected)
  }

  @Test func withoutABaseIRIsMustBeWhole() throws {
    #expect(throws: TurtleError.self) { try TurtleReader().read(Array("<a> <b> <c> .".utf8)) }
    let graph = try TurtleReader(base: "urn:d/").read(Array("<a> <b> <c> .".utf8)).graph
    #expect(graph.triples.map { graph.string($0.object) } == ["urn:d/c"])
  }

  /// RFC 3986, section 5.4, with the base `http://a/b/c/d;p?q`.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), (";x", "http://a/b/c/;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
    ("./g/.", "http://a/b/c/g/"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g#s/../x", "http://a/b/c/g#s/../x"),
  ])
  func references(_ reference: String, _ iri: String) {
    let found = IRIReference.resolve(Array(reference.utf8), base: Array("http://a/b/c/d;p?q".utf8))
    #expect(String(decoding: found, as: UTF8.self) == iri)
  }
}
