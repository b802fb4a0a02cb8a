// SPDX-License-Identifier: Apache-2.0

/// A value chain as people describe it: the tables of a chain package, as plain values.
///
/// Nothing here is computed. ``ChainPackage`` reads and writes it, ``findings()`` says what is wrong
/// with it, and `FlowNetworks` compiles it for computing.
public struct ValueChain: Sendable {
  /// The package's name: short, for files and programs.
  public var name: String
  /// The package's title for people, equal to the name where none is stated.
  public var title: String
  /// ISO 4217, nil where the package does not say.
  public var currency: String?

  private var tables: [TableContents]

  public init(name: String, title: String? = nil, currency: String? = nil) {
    self.name = name
    self.title = title ?? name
    self.currency = currency
    tables = TableName.allCases.map(TableContents.init)
  }

  public subscript(table: TableName) -> TableContents {
    get { tables[table.index] }
    _modify { yield &tables[table.index] }
  }

  /// Finds rows of a table by its one-column key.
  public func keys(of table: TableName) -> KeyIndex {
    KeyIndex(self[table].keyColumn())
  }
}
