// swift-tools-version: 6.2
import PackageDescription

// RECOUP_WASM=1 adds the WebAssembly module, which links for wasm32-unknown-none-wasm only: its runtime defines malloc.
let wasm = Context.environment["RECOUP_WASM"] == "1"

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
/// Floors that also build as Embedded Swift: what the compiler can tell of that subset, it tells in every build.
let core = wasm ? settings : settings + [.treatWarning("EmbeddedRestrictions", as: .warning)]

var targets: [Target] = [
  .target(name: "RecoupQuantities", swiftSettings: core),
  .target(name: "RecoupRules", dependencies: ["RecoupQuantities"], swiftSettings: core),
  .target(name: "RecoupLanguage", dependencies: ["RecoupQuantities", "RecoupRules"], swiftSettings: core),
  .target(name: "RecoupEngine", dependencies: ["RecoupQuantities", "RecoupRules"], swiftSettings: core),
  .target(
    name: "RecoupWire", dependencies: ["RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine"],
    swiftSettings: core),
  .target(
    name: "RecoupShippedRules", path: "Rules", exclude: ["README.md"],
    resources: ["base.rules", "us.rules", "fr.rules"].map { .embedInCode($0) }, swiftSettings: settings),
]

if wasm {
  targets += [
    .target(name: "WasmRuntime", path: "Sources/Wasm/Runtime"),
    .executableTarget(
      name: "RecoupWasm",
      dependencies: [
        "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupShippedRules",
        "WasmRuntime",
      ],
      path: "Sources/Wasm/Module",
      swiftSettings: settings),
  ]
} else {
  targets += [
    .target(
      name: "RecoupLedger", dependencies: ["RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine"],
      swiftSettings: settings),
    .target(
      name: "RecoupAnalysis", dependencies: ["RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine"],
      swiftSettings: settings),
    .target(
      name: "RecoupReports",
      dependencies: [
        "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupAnalysis",
        "RecoupLedger",
      ],
      swiftSettings: settings),
    .target(
      name: "RecoupEditor",
      dependencies: [
        "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupAnalysis",
        "RecoupReports",
      ],
      resources: [.embedInCode("Grammar/recoup.tmLanguage.json")],
      swiftSettings: settings),
    .target(
      name: "RecoupCommand",
      dependencies: [
        "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupAnalysis",
        "RecoupLedger", "RecoupReports", "RecoupEditor", "RecoupShippedRules",
      ],
      swiftSettings: settings),
    .executableTarget(name: "recoup", dependencies: ["RecoupQuantities", "RecoupCommand"], swiftSettings: settings),
    .target(
      name: "RecoupTesting", dependencies: ["RecoupQuantities", "RecoupRules", "RecoupEngine", "RecoupCommand"],
      path: "Tests/RecoupTesting", swiftSettings: settings),
    .executableTarget(
      name: "RecoupBench",
      dependencies: [
        "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupReports", "RecoupShippedRules",
        "RecoupTesting",
      ],
      path: "Sources/Bench/Runner", swiftSettings: settings),
    // What the hardware allows, in C.
    .executableTarget(name: "RecoupBound", path: "Sources/Bench/Bound"),
  ]
  /// A test target in `Tests`, with the floors that it looks at.
  func tests(_ name: String, of floors: String...) -> Target {
    .testTarget(name: name, dependencies: floors.map { .byName(name: $0) }, swiftSettings: settings)
  }
  targets += [
    tests(
      "RecoupAnalysisTests", of: "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupAnalysis",
      "RecoupTesting"),
    tests(
      "RecoupCommandTests", of: "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupAnalysis", "RecoupCommand",
      "RecoupReports", "RecoupShippedRules", "RecoupTesting"),
    tests(
      "RecoupEditorTests", of: "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupEditor",
      "RecoupShippedRules", "RecoupTesting"),
    tests("RecoupFormatTests", of: "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupTesting"),
    tests("RecoupIncludeTests", of: "RecoupRules", "RecoupLanguage", "RecoupCommand", "RecoupTesting"),
    tests(
      "RecoupReportsTests", of: "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupReports",
      "RecoupTesting"),
    tests("RecoupQuantitiesTests", of: "RecoupQuantities", "RecoupTesting"),
    tests(
      "RecoupEngineTests", of: "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine",
      "RecoupShippedRules", "RecoupTesting"),
    tests(
      "RecoupLanguageTests", of: "RecoupRules", "RecoupLanguage", "RecoupReports", "RecoupShippedRules", "RecoupTesting"
    ),
    tests(
      "RecoupLedgerTests", of: "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupLedger",
      "RecoupTesting"),
    tests("RecoupBenchTests", of: "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupTesting", "RecoupBench"),
    tests("RecoupDocumentTests", of: "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupShippedRules", "recoup"),
    tests(
      "RecoupWireTests", of: "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire",
      "RecoupTesting"),
  ]
}

let package = Package(
  name: "recoup",
  products: wasm
    ? [.executable(name: "RecoupWasm", targets: ["RecoupWasm"])]
    : [
      .executable(name: "recoup", targets: ["recoup"]),
      .executable(name: "recoup-bench", targets: ["RecoupBench"]),
      .executable(name: "recoup-bound", targets: ["RecoupBound"]),
      .library(
        name: "Recoup",
        targets: [
          "RecoupQuantities", "RecoupRules", "RecoupLanguage", "RecoupEngine", "RecoupWire", "RecoupAnalysis",
          "RecoupLedger", "RecoupReports", "RecoupEditor", "RecoupShippedRules",
        ]),
    ],
  targets: targets,
  swiftLanguageModes: [.v6]
)
