// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import ValueChains

/// What spreadsheets write is read like what the format asks for.
struct ReadingQuirksTests {
  static let commas = """
    site,name,latitude,workers
    mill,"Mill, hall 2",52.25,1250.5
    yard,Yard,-1.5,

    """
  static let semicolons = """
    site;name;latitude;workers
    mill;Mill, hall 2;52,25;1.250,5
    yard;Yard;-1,5;

    """
  static let tabs = semicolons.replacing(";", with: "\t")

  static func utf16(_ text: String) -> [UInt8] {
    (Array("\u{FEFF}\(text)".utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let variants: [(name: String, bytes: [UInt8])] = [
    ("as the format asks", Array(commas.utf8)),
    ("semicolons and decimal commas", Array(semicolons.utf8)),
    ("tabs", Array(tabs.utf8)),
    ("byte-order mark", Array("\u{FEFF}\(commas)".utf8)),
    ("UTF-16", utf16(semicolons)),
    ("UTF-16 without a mark", Array(utf16(tabs).dropFirst(2))),
    ("CRLF", Array(commas.replacing("\n", with: "\r\n").utf8)),
    ("CR", Array(commas.replacing("\n", with: "\r").utf8)),
    ("no line end at the end", Array(commas.dropLast().utf8)),
    ("blank lines", Array(commas.replacing("\n", with: "\n\n , \n").utf8)),
    ("blanks around cells", Array(semicolons.replacing(";", with: " ; ").utf8)),
    ("titles in capitals", Array(commas.replacing("site,name", with: "Site,NAME").utf8)),
    (
      "everything quoted",
      Array(
        semicolons.split(separator: "\n").map { line in
          line.split(separator: ";", omittingEmptySubsequences: false).map { "\"\($0)\"" }
            .joined(separator: ";")
        }.joined(separator: "\r\n").utf8)
    ),
    ("separator line", Array(("sep=;\r\n" + semicolons).utf8)),
    (
      "separator line of another mark",
      Array(("sep=|\n" + semicolons.replacing(";", with: "|")).utf8)
    ),
    ("empty columns at the end", Array(semicolons.replacing("\n", with: ";;\n").utf8)),
    (
      "columns in another order",
      Array(
        "workers,latitude,name,site\n1250.5,52.25,\"Mill, hall 2\",mill\n,-1.5,Yard,yard\n".utf8)
    ),
  ]

  @Test(arguments: variants.map(\.name))
  func readTheSame(variant: String) throws {
    let bytes = try #require(Self.variants.first { $0.name == variant }).bytes
    let folder = TemporaryFolder()
    try PackageText.small.write(to: folder)
    try folder.write(bytes, to: "sites.csv")
    let reading = try ChainPackage.read(folder.path)
    #expect(reading.findings.isEmpty)
    let sites = reading.chain[.sites]
    #expect(sites.count == 2)
    #expect(Array(sites.text(.site)) == ["mill", "yard"])
    #expect(Array(sites.text(.name)) == ["Mill, hall 2", "Yard"])
    #expect(sites.number(.latitude, 0) == 52.25)
    #expect(sites.number(.latitude, 1) == -1.5)
    #expect(sites.number(.workers, 0) == 1250.5)
    #expect(sites.number(.workers, 1) == nil)
    #expect(sites.numbers(.workers)[1] == .infinity)
    #expect(!sites.has(.region))
    #expect(Array(sites.text(.region)) == ["", ""])
  }

  @Test func linesOfTheFile() throws {
    let chain = try PackageText.small(
      "sites", "\nsite,name\n\nmill,\"a\nb\"\nyard,\"c\r\n\r\nd\"\n\nmore,\n"
    ).read().chain
    #expect(chain[.sites].lines == [4, 6, 10])
  }

  @Test func unknownColumnsAreKept() throws {
    let reading = try PackageText.small("sites", "site,colour,name\nmill,red,Mill\nyard,,Yard\n")
      .read()
    let kept = reading.chain[.sites].unknownColumns
    #expect(kept.map(\.name) == ["colour"])
    #expect(kept.map { Array($0.values) } == [["red", ""]])
  }

  @Test func hugeAndTinyNumbers() throws {
    let chain = try PackageText.small(
      "supplies",
      "supply,site,material,per_day\na,mill,ore,1e308\nb,mill,ore,4.9e-324\nc,mill,ore,1e-999\n"
    ).read().chain
    #expect(chain[.supplies].number(.perDay, 0) == 1e308)
    #expect(chain[.supplies].number(.perDay, 1) == .leastNonzeroMagnitude)
    #expect(chain[.supplies].number(.perDay, 2) == 0)
  }

  @Test func aPointBeforeThreeDigitsIsDecimalWhereNoCommaSpeaksAgainstIt() throws {
    let reading = try PackageText.small(
      "supplies", "supply;site;material;per_day\na;mill;ore;12.345\n"
    ).read()
    #expect(reading.findings.isEmpty)
    #expect(reading.chain[.supplies].number(.perDay, 0) == 12.345)
  }
}
