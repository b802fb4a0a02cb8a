// SPDX-License-Identifier: Apache-2.0
import Localization
import Reconciliation
import Registry
import Testing

@Suite("Reconciler")
struct ReconcilerTests {
  private let reconciler = Reconciler(Sample.register)

  @Test(
    "links what people write of the same firm",
    arguments: [
      ("Kerpmann Glaswerke GmbH", "Hauptstraße 12", "54321", "Altfelden", "r1"),
      ("KERPMANN GLASWERKE G.M.B.H.", "Hauptstr. 12", "D-54321", "Altfelden", "r1"),
      (
        "Kerpmann Glaswerke Gesellschaft mit beschraenkter Haftung", "Postfach 1234", "54321",
        "Altfelden", "r1"
      ),
      ("Kerpmann Glaswekre GmbH", "Hauptstrasse 12", "54321", "Altfelden", "r1"),
      ("Kerpmann Glaswerke GmbH, Werk Altfelden", "Hauptstr. 12", "54312", "Altfelden", "r1"),
      ("Muellrose & Soehne GmbH und Co. KG", "Bahnhofstr. 3", "15555", "Muellhausen", "r3"),
      (
        "Ziegelwerk Tannried Aktiengesellschaft", "Ziegelwerk Tannried AG", "87654", "Tannried",
        "r4"
      ),
      ("Stahlbau Oberrode SE i. I.", "Industrieweg 40", "34567", "Oberrode", "r5"),
    ])
  func links(name: String, street: String, postcode: String, city: String, expected: String) {
    let result = reconciler.best(for: Sample.party("x", name, street, postcode, city))
    #expect(result.best?.id == expected)
    #expect(result.decision == .link, "\(result)")
  }

  @Test(
    "creates firms the register does not have",
    arguments: [
      ("Spedition Hagelstein GmbH", "Ringstr. 2", "12345", "Berlenau"),
      ("Brauerei Hinterwald GmbH", "Dorfstr. 8", "94444", "Hinterwald"),
      ("", "", "", ""),
    ])
  func creates(name: String, street: String, postcode: String, city: String) {
    let result = reconciler.best(for: Sample.party("x", name, street, postcode, city))
    #expect(result.decision == .new, "\(result)")
  }

  @Test("never links a sister firm that differs by a number word without asking")
  func sisters() {
    for name in [
      "Nordhaff Energie 5 GmbH", "Nordhaff Energie V GmbH", "Nordhaff Energie drei GmbH",
    ] {
      let result = reconciler.best(
        for: Sample.party("x", name, "Am Deich 7", "21999", "Nordhaff"))
      #expect(result.decision != .link, "\(name) \(result)")
    }
  }

  @Test("lets equal numbers decide whatever the names say")
  func equalNumbers() {
    let lei = Identifier(scheme: .lei, normalised: "529900TESTTESTTEST00")
    var register = Sample.register
    register[3].identifiers = [lei]
    let renamed = Sample.party("x", "Tannklinker Holding SE", "", "", "", [lei])
    let result = Reconciler(register).best(for: renamed)
    #expect(result.decision == .link)
    #expect(result.best?.id == "r4")
    #expect(result.best?.reasons.first?.text.german == "gleiche Nummer: LEI")
  }

  @Test(
    "asks at most where register numbers differ",
    arguments: [IdentifierScheme.register, .lei, .vat, .bpnl])
  func differentNumbers(scheme: IdentifierScheme) {
    var register = Sample.register
    register[0].identifiers = [Identifier(scheme: scheme, normalised: "A1")]
    var record = register[0]
    record.identifiers = [Identifier(scheme: scheme, normalised: "B2")]
    let result = Reconciler(register).best(for: record)
    #expect(result.decision == .ask)
    #expect((result.best?.probability ?? 1) < 0.5)
    // An equal number elsewhere does not outweigh the contradiction.
    let shared = Identifier(scheme: .duns, normalised: "123456789")
    register[0].identifiers.append(shared)
    record.identifiers.append(shared)
    #expect(Reconciler(register).best(for: record).decision == .ask)
  }

  @Test("asks where two records of the register fit equally well")
  func runnerUp() {
    let twice =
      Sample.register + [
        Sample.party("r1b", "Kerpmann Glaswerke GmbH", "Hauptstraße 12", "54321", "Altfelden")
      ]
    let result = Reconciler(twice).best(for: Sample.register[0])
    #expect(result.decision == .ask)
    #expect(result.best?.id == "r1")
  }

  @Test("finds records added later")
  func adding() {
    var growing = Reconciler(Array(Sample.register.dropLast()))
    let last = Sample.register[Sample.register.count - 1]
    #expect(growing.best(for: last).decision != .link)
    growing.add(last)
    #expect(growing.count == Sample.register.count)
    #expect(growing.best(for: last).best?.id == last.id)
    #expect(growing.best(for: last).decision == .link)
  }

  @Test("says why in both languages")
  func reasons() {
    let record = Sample.party("x", "Kerpmann Glaswerke AG", "Hauptstr. 14", "54321", "Altfelden")
    let reasons = reconciler.best(for: record).best?.reasons.map(\.text) ?? []
    #expect(reasons.contains { $0.german == "gleicher Name bis auf die Rechtsform" })
    #expect(reasons.contains { $0.english == "another house number in the same street" })
    #expect(reasons.contains { $0.english == "another legal form" })
  }

  @Test("gives the same for one task and for many, with its list in any order")
  func determinism() async throws {
    let register = Sample.list(300, seed: 3)
    let list = Sample.list(700, seed: 4)
    let reconciler = Reconciler(register)
    let one = try await reconciler.reconcile(list, tasks: 1)
    let many = try await reconciler.reconcile(list, tasks: 7)
    #expect(one == many)
    let reversed = try await reconciler.reconcile(list.reversed(), tasks: 3)
    #expect(one == reversed.reversed())
  }
}
