// swift-tools-version: 6.2
import PackageDescription

/// True for `make fuzz`: the fuzzer of `Tests/Fuzz` then takes the place of the test that replays its corpus.
let isFuzzing = Context.environment["PACKHORSE_FUZZ"] == "1"

/// Lets libFuzzer see which code an input reaches, and its targets what a test sees.
let watched: [SwiftSetting] = isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])] : []

/// Every Swift target is held to the same rules: Swift 6, explicit existentials, imports that do not leak, no warning.
let rules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let strict = rules + watched

/// Makes tests of long computations fast: thousands of simulated groups, and of networks whose counts are hidden.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A stage of the pipeline: it sees Core and what is named here, never another stage.
func stage(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: ["PackhorseCore"] + dependencies, swiftSettings: strict + settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: ["PackhorseCore", "PackhorseTestSupport"] + dependencies, exclude: resources,
    swiftSettings: strict)
}

/// The readers under hostile input: libFuzzer's executable, or the tests that replay the corpus.
func fuzzing() -> Target {
  let dependencies: [Target.Dependency] = [
    "PackhorseCore", "PackhorseLoading", "PackhorseParsing", "PackhorseResolving", "PackhorseStatistics",
    "PackhorseRendering", "PackhorseKit", "PackhorseFiles",
  ]
  guard isFuzzing else {
    return .testTarget(
      name: "PackhorseFuzzTests", dependencies: dependencies, path: "Tests/Fuzz",
      exclude: ["Corpus", "Dictionaries", "Driver", "fuzz.py"], swiftSettings: strict)
  }
  // The toolchain's gold linker breaks down over libFuzzer.
  return .executableTarget(
    name: "fuzz", dependencies: dependencies, path: "Tests/Fuzz",
    exclude: ["Corpus", "Dictionaries", "Replay", "fuzz.py"], swiftSettings: rules,
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let sockets = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "packhorse",
  products: [.executable(name: "packhorse", targets: ["packhorse"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "CFolderExchange"),
    .target(name: "CMarkArena", dependencies: ["CCommonMark"]),
    .systemLibrary(name: "CMathFunctions"),
    .target(name: "PackhorseCore", swiftSettings: strict),
    stage("PackhorseLoading", [yams]),
    stage("PackhorseParsing", ["CCommonMark", "CMarkArena"]),
    stage("PackhorseResolving"),
    stage("PackhorseStatistics", ["CMathFunctions"], settings: optimised),
    stage("PackhorseRendering"),
    stage("PackhorseLinting"),
    stage("PackhorseAuditing"),
    stage("PackhorseFiles", ["CFolderExchange"]),
    .target(name: "PackhorseTheme", swiftSettings: strict, plugins: ["EmbedFiles"]),
    .target(
      name: "PackhorseStarter", dependencies: ["PackhorseCore"], swiftSettings: strict,
      plugins: ["EmbedFiles"]),
    .target(
      name: "PackhorseKit",
      dependencies: [
        "PackhorseCore", "PackhorseLoading", "PackhorseParsing", "PackhorseResolving", "PackhorseStatistics",
        "PackhorseRendering", "PackhorseLinting", "PackhorseTheme",
      ], swiftSettings: strict, plugins: ["EmbedFiles"]),
    .executableTarget(
      name: "packhorse",
      dependencies: [
        "CAllocator", "PackhorseCore", "PackhorseKit", "PackhorseFiles", "PackhorseAuditing",
        "PackhorseStarter", argumentParser, sockets,
      ],
      resources: [.embedInCode("Serve/preview.js"), .embedInCode("Serve/preview.css")],
      swiftSettings: strict),
    .executableTarget(name: "embed-files", swiftSettings: rules),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .target(
      name: "PackhorseTestSupport", dependencies: ["PackhorseCore"], path: "Tests/PackhorseTestSupport",
      swiftSettings: strict),
    tests("PackhorseCoreTests", []),
    tests("PackhorseLoadingTests", ["PackhorseLoading"]),
    tests("PackhorseParsingTests", ["PackhorseParsing"]),
    tests("PackhorseResolvingTests", ["PackhorseResolving"]),
    tests("PackhorseStatisticsTests", ["PackhorseStatistics"]),
    tests("PackhorseRenderingTests", ["PackhorseRendering", "PackhorseParsing"]),
    tests("PackhorseLintingTests", ["PackhorseLinting", "PackhorseLoading", "PackhorseParsing"]),
    tests("PackhorseAuditingTests", ["PackhorseAuditing"]),
    tests("PackhorseFilesTests", ["PackhorseFiles"]),
    tests(
      "PackhorseKitTests",
      ["PackhorseKit", "PackhorseFiles", "PackhorseStatistics", "PackhorseRendering", "PackhorseLinting"],
      resources: ["Sites"]),
    tests("PackhorseStarterTests", ["PackhorseStarter"]),
    tests("PackhorseCommandTests", ["packhorse", "PackhorseFiles", sockets], resources: ["Help"]),
    fuzzing(),
  ]
)
