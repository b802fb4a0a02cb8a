// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Warnings are errors everywhere; new code should never add to a list nobody reads.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Targets that loop over raw arrays or meet C also build with strict memory safety.
let kernel: [SwiftSetting] = strict + [.strictMemorySafety()]

/// `libhighs.so` is found beside the program, in an installed layout, or where `scripts/setup` put it.
let highsSearchPath: [LinkerSetting] = [
  .unsafeFlags(
    [
      "$ORIGIN", "$ORIGIN/../lib/tragwerk", "\(Context.packageDirectory)/.deps/highs/lib",
    ].flatMap { ["-Xlinker", "-rpath", "-Xlinker", $0] },
    .when(platforms: [.linux]))
]

let package = Package(
  name: "tragwerk",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tragwerk", targets: ["tragwerk"]),
    .library(name: "ValueChains", targets: ["ValueChains"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CHighs", pkgConfig: "highs"),

    .target(name: "Localization", swiftSettings: strict),
    .target(name: "Batching", swiftSettings: strict),
    .target(name: "Geodesy", swiftSettings: strict),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "DelimitedText", dependencies: ["CZlib", "Localization"], swiftSettings: kernel),
    .target(
      name: "ValueChains", dependencies: ["DelimitedText", "Localization"], swiftSettings: strict),
    .target(
      name: "FlowNetworks", dependencies: ["ValueChains", "Localization"], swiftSettings: kernel),
    .target(
      name: "LinearPrograms", dependencies: ["CHighs"], swiftSettings: kernel,
      linkerSettings: highsSearchPath),
    .target(
      name: "ReferenceLibrary",
      dependencies: [
        "Geodesy", "DelimitedText", "Localization",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      exclude: ["Tables/README.md"],
      resources: [.copy("Tables")],
      swiftSettings: strict),
    .target(
      name: "Resilience",
      dependencies: [
        "Batching", "FlowNetworks", "LinearPrograms", "ValueChains", "Localization",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: kernel),
    .target(
      name: "CapacityPlanning",
      dependencies: [
        "Batching", "Resilience", "FlowNetworks", "LinearPrograms", "ValueChains", "DelimitedText",
        "Localization", .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: kernel),
    .target(
      name: "Drafting",
      dependencies: [
        "Geodesy", "ValueChains", "ReferenceLibrary", "DelimitedText", "Localization",
      ],
      swiftSettings: strict),
    .target(
      name: "CapacityExchange", dependencies: ["ValueChains", "DelimitedText", "Localization"],
      swiftSettings: strict),

    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(
      name: "Spreadsheets", dependencies: ["CZip", "DelimitedText", "Localization"],
      swiftSettings: kernel),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "TextAnalysis", dependencies: ["CStemmer", "Localization"], swiftSettings: kernel),
    .target(
      name: "Retrieval", dependencies: ["TextAnalysis", "Localization"], swiftSettings: kernel),
    .target(name: "Turtle", dependencies: ["Localization"], swiftSettings: kernel),
    .target(name: "CThesaurus", exclude: ["terms.ttl", "capabilities", "procurement"]),
    .target(
      name: "Classification",
      dependencies: ["Retrieval", "Vocabulary", "TextAnalysis", "Localization"],
      swiftSettings: strict),
    .target(
      name: "Vocabulary",
      dependencies: ["CThesaurus", "Turtle", "TextAnalysis", "DelimitedText", "Localization"],
      exclude: ["Tables/README.md"],
      resources: [.embedInCode("Tables/qualifications.csv")],
      swiftSettings: kernel),
    .target(
      name: "Registry", dependencies: ["Vocabulary", "TextAnalysis", "Localization"],
      swiftSettings: strict),
    .target(
      name: "Matching",
      dependencies: [
        "Geodesy", "Retrieval", "Registry", "Vocabulary", "TextAnalysis", "Localization",
      ],
      swiftSettings: strict),
    .target(
      name: "NeedLists",
      dependencies: [
        "Geodesy", "Matching", "Registry", "ValueChains", "DelimitedText", "Localization",
      ],
      swiftSettings: strict),
    .target(
      name: "RegisterLists",
      dependencies: [
        "Registry", "Vocabulary", "TextAnalysis", "Spreadsheets", "ValueChains", "DelimitedText",
        "Localization",
      ],
      swiftSettings: strict),
    .target(
      name: "Reconciliation",
      dependencies: [
        "Batching", "Registry", "Vocabulary", "TextAnalysis", "DelimitedText", "Localization",
      ],
      swiftSettings: kernel),
    .target(
      name: "Screening",
      dependencies: [
        "Reconciliation", "Registry", "Vocabulary", "TextAnalysis", "DelimitedText",
        "Localization",
      ],
      swiftSettings: strict),
    .target(
      name: "SQLEngine",
      dependencies: [
        "CPostgres", "Localization", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: kernel),
    .target(
      name: "AccessControl", dependencies: ["SQLEngine", "Localization"], swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [
        "SQLEngine", "Matching", "Geodesy", "Registry", "Screening", "Vocabulary", "Localization",
      ],
      swiftSettings: strict),

    .target(
      name: "Reports",
      dependencies: [
        "CapacityPlanning", "Resilience", "FlowNetworks", "ValueChains", "DelimitedText",
        "Localization",
      ],
      swiftSettings: strict),
    .target(
      name: "Platform",
      dependencies: [
        "ValueChains", "FlowNetworks", "Resilience", "CapacityPlanning", "Drafting",
        "CapacityExchange", "ReferenceLibrary", "Reports", "DelimitedText", "Localization",
        "Batching", "Classification", "Spreadsheets", "Registry", "RegisterLists",
        "Reconciliation", "Retrieval", "Screening", "SQLEngine", "Storage", "TextAnalysis",
        "Turtle", "Vocabulary", "Matching", "NeedLists", "Geodesy",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "tragwerk",
      dependencies: [
        "Platform", "CapacityExchange", "CapacityPlanning", "Drafting", "FlowNetworks", "Geodesy",
        "Localization", "Matching", "ReferenceLibrary", "Registry", "Reconciliation", "Resilience",
        "RegisterLists", "Screening", "SQLEngine", "Storage", "TextAnalysis", "ValueChains",
        "Vocabulary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TragwerkTesting", dependencies: ["SQLEngine", "ValueChains", "Localization"],
      path: "Tests/TragwerkTesting", swiftSettings: strict),
    .testTarget(
      name: "DelimitedTextTests", dependencies: ["DelimitedText", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ValueChainsTests", dependencies: ["ValueChains", "Localization", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "FlowNetworksTests", dependencies: ["FlowNetworks", "ValueChains", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["ValueChains", "TragwerkTesting"], swiftSettings: strict),
    .executableTarget(
      name: "Fuzz", dependencies: ["ValueChains", "TragwerkTesting"], path: "Fuzzing",
      swiftSettings: strict),
    .testTarget(
      name: "LinearProgramsTests", dependencies: ["LinearPrograms", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ResilienceTests",
      dependencies: [
        "Resilience", "FlowNetworks", "LinearPrograms", "ValueChains", "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CapacityPlanningTests",
      dependencies: [
        "CapacityPlanning", "Resilience", "LinearPrograms", "FlowNetworks", "ValueChains",
        "Localization", "Platform", "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReferenceLibraryTests",
      dependencies: ["ReferenceLibrary", "DelimitedText", "Localization", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "PlatformTests",
      dependencies: [
        "Platform", "CapacityPlanning", "Drafting", "FlowNetworks", "Resilience", "ValueChains",
        "Geodesy", "Matching", "Registry", "SQLEngine", "Storage", "Vocabulary", "Localization",
        "TragwerkTesting",
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["tragwerk", "SQLEngine", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "DraftingTests",
      dependencies: [
        "Drafting", "ReferenceLibrary", "ValueChains", "DelimitedText", "Localization",
        "TragwerkTesting",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "CapacityExchangeTests",
      dependencies: [
        "CapacityExchange", "Platform", "ValueChains", "Localization", "TragwerkTesting",
      ], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "CapacityPlanning", "Resilience", "FlowNetworks", "ValueChains", "Localization",
        "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "CZip", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "TextAnalysisTests",
      dependencies: ["TextAnalysis", "Localization", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "RetrievalTests", dependencies: ["Retrieval", "TextAnalysis", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "ClassificationTests", dependencies: ["Classification", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "TurtleTests", dependencies: ["Turtle", "TragwerkTesting"], swiftSettings: strict),
    .testTarget(
      name: "VocabularyTests",
      dependencies: [
        "Vocabulary", "Turtle", "TextAnalysis", "DelimitedText", "Localization", "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RegistryTests", dependencies: ["Registry", "Localization", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MatchingTests",
      dependencies: [
        "Matching", "NeedLists", "Geodesy", "Registry", "Vocabulary", "DelimitedText",
        "Localization", "TragwerkTesting",
      ],
      exclude: ["Reviewed"],
      swiftSettings: strict),
    .testTarget(
      name: "NeedListsTests",
      dependencies: [
        "Geodesy", "NeedLists", "Matching", "ValueChains", "Localization", "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RegisterListsTests",
      dependencies: [
        "RegisterLists", "Registry", "Spreadsheets", "ValueChains", "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: [
        "Reconciliation", "Registry", "DelimitedText", "Localization", "TragwerkTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScreeningTests",
      dependencies: ["Screening", "Reconciliation", "Registry", "TragwerkTesting"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLEngineTests", dependencies: ["SQLEngine", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "AccessControlTests",
      dependencies: ["AccessControl", "SQLEngine", "Localization", "TragwerkTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "SQLEngine", "Matching", "Geodesy", "Registry", "Localization",
        "TragwerkTesting",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "training",
      dependencies: [
        "Classification", "Matching", "NeedLists", "Reconciliation", "Screening", "Registry",
        "Vocabulary", "Localization", "DelimitedText",
      ],
      path: "Training", swiftSettings: strict),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Platform", "Geodesy", "CapacityPlanning", "Drafting", "ReferenceLibrary", "Resilience",
        "FlowNetworks", "Localization", "Matching", "Reconciliation", "Registry", "Retrieval",
        "Screening", "SQLEngine", "TextAnalysis", "ValueChains", "Vocabulary",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      path: "Benchmarks", exclude: ["Peers", "README.md"], swiftSettings: strict),
  ],
  // C23 for `#embed`.
  cLanguageStandard: .gnu2x
)
