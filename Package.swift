// swift-tools-version: 6.0
import PackageDescription

// The rooms, bottom to top: each imports only below itself. `CONTRIBUTING.md` draws the picture.

/// The level of the x86-64 instruction set that builds may use: 4 is AVX-512, 3 is AVX2 and FMA, 1 is what
/// every such processor has. `Scripts/course` names this machine's; without a name it is 3. Results are the same bytes
/// at every level. `COURSE_LEVEL=arm64` builds for that processor on this one.
///
/// Without a word on tuning, the compiler takes registers of half the width at level 4, since Intel's first processors
/// with AVX-512 slowed down when they used the whole.
#if arch(x86_64)
    let level = Context.environment["COURSE_LEVEL"].flatMap { $0.isEmpty ? nil : $0 } ?? "3"
#else
    let level = "arm64"
#endif
let flagsOfLevels: [String: [String]] = [
    "1": ["-march=x86-64"], "3": ["-march=x86-64-v3"], "4": ["-march=x86-64-v4", "-mtune=znver4"], "arm64": [],
]
guard let instructions = flagsOfLevels[level] else {
    fatalError("COURSE_LEVEL takes 1, 3 or 4, not \(level).")
}

/// What Swift is told by way of clang. Without instructions that do it, `SIMD16<Float>` is sixteen scalar operations;
/// and without the last one, which says that nobody reads `errno` after a square root, sixteen of those are sixteen
/// function calls.
let native: [SwiftSetting] =
    [.unsafeFlags((instructions + ["-fno-math-errno"]).flatMap { ["-Xcc", $0] })]
    + (level == "4" ? [.define("AVX512")] : [])

/// Rooms that compute, and those that read documents, are optimised in debug builds, too, whole rooms at a time: the
/// tests train networks, and without this a vector is a call for each of its numbers. Overflow and bounds are checked
/// all the same.
let optimised: [SwiftSetting] = [
    .unsafeFlags(["-O", "-whole-module-optimization", "-num-threads", "1"], .when(configuration: .debug))
]

/// The same, file by file: slower to build as a whole and to run, and what has changed alone is built again.
let optimisedByFile: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func system(_ name: String, pkgConfig: String? = nil, apt: String, brew: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([apt]), .brew([brew])])
}

func room(
    _ name: String, on below: [Target.Dependency] = [], computes: Bool = false, plugins: [Target.PluginUsage] = []
) -> Target {
    .target(name: name, dependencies: below, swiftSettings: native + (computes ? optimised : []), plugins: plugins)
}

func tests(of room: String, and others: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: [.byName(name: room), "TestSupport"] + others,
        resources: resources, swiftSettings: native)
}

let package = Package(
    name: "convolution-course",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "course", targets: ["course"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // System libraries: a module map and, where the language needs it, a shim. Nothing else.
        system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
        system("CGLib", pkgConfig: "glib-2.0", apt: "libglib2.0-dev", brew: "glib"),
        system("CLibPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
        system("CCairo", pkgConfig: "pangocairo", apt: "libpango1.0-dev", brew: "pango"),
        system("CMD4C", pkgConfig: "md4c", apt: "libmd4c-dev", brew: "md4c"),
        system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
        .target(name: "CPNG", dependencies: ["CLibPNG", "CZlib"]),
        .target(name: "CPictures", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        // What the processor has, asked before Swift starts. For every processor: it gets none of the flags above.
        .target(
            name: "CProcessor", exclude: ["launcher"],
            cSettings: level == "arm64"
                ? [] : [.define("COURSE_LEVEL", to: level)]),

        // The rooms.
        room("Platform"),
        // What is shown is what runs: the stretches of source that go into the binary, their tokens and comments.
        .target(name: "Snippets"),
        room("Languages", computes: true),
        room("Documents", on: ["CYAML", "Languages"], computes: true),
        room("Storage", on: ["CGLib", "CZlib", "Languages", "Platform"]),
        room("Elementary", computes: true),
        room("Tensors", on: ["Elementary"], computes: true),
        room("Threads", on: ["CProcessor", "Platform"]),
        // File by file: a kernel's weight is on the page in seconds.
        .target(
            name: "Imaging",
            dependencies: [
                "CPNG", "CPictures", "Elementary", "Languages", "Platform", "Storage", "Tensors", "Threads",
            ], swiftSettings: native + optimisedByFile),
        // Pango on macOS brings fonts of the system's; fontconfig is asked on Linux alone.
        .target(
            name: "Drawing", dependencies: ["CCairo", "Elementary", "Imaging", "Platform"],
            swiftSettings: native + optimised,
            linkerSettings: [.linkedLibrary("fontconfig", .when(platforms: [.linux]))]),
        room(
            "Datasets",
            on: [
                "CZlib", "Drawing", "Elementary", "Imaging", "Languages", "Platform", "Storage", "Tensors", "Threads",
            ],
            computes: true),
        room("Downloads", on: ["CCurl", "Datasets", "Platform", "Storage", "Threads"]),
        room("NeuralNetwork", on: ["Elementary", "Platform", "Storage", "Tensors", "Threads"], computes: true),
        room("Figures", on: ["Drawing", "Elementary", "Imaging", "Languages", "Platform"], computes: true),
        room(
            "Notebook",
            on: [
                "Datasets", "Documents", "Elementary", "Figures", "Imaging", "Languages", "NeuralNetwork", "Platform",
                "Snippets", "Storage", "Tensors", "Threads",
            ]),
        room(
            "Publishing",
            on: [
                "CMD4C", "Datasets", "Drawing", "Figures", "Imaging", "Languages", "Notebook", "Platform", "Snippets",
                "Storage", "Threads",
            ],
            plugins: ["EmbedText"]),
        room("Texts", plugins: ["EmbedText"]),
        room("Preview", on: ["Platform", "Storage", "Threads"], plugins: ["EmbedText"]),
        .target(
            name: "Lessons",
            dependencies: [
                "Datasets", "Documents", "Elementary", "Figures", "Imaging", "Languages", "NeuralNetwork", "Notebook",
                "Platform", "Tensors", "Texts",
            ],
            path: "Lessons", exclude: ["Records"], swiftSettings: native, plugins: ["EmbedText"]),
        .executableTarget(
            name: "course",
            dependencies: [
                "CProcessor", "Datasets", "Documents", "Downloads", "Drawing", "Figures", "Imaging", "Languages",
                "Lessons",
                "NeuralNetwork", "Notebook", "Platform", "Preview", "Publishing", "Storage", "Tensors", "Threads",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: native),

        // Sources and templates go into the binary when it is built.
        .executableTarget(name: "embed", dependencies: ["Snippets"]),
        .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed"]),

        .target(
            name: "TestSupport",
            dependencies: [
                "Documents", "Drawing", "Imaging", "Languages", "Notebook", "Publishing", "Tensors", "Texts",
            ],
            path: "Tests/TestSupport",
            swiftSettings: native),
        // What a browser is shown by `Scripts/test-preview`.
        .executableTarget(
            name: "served-folder", dependencies: ["Preview"], path: "Tests/ServedFolder",
            swiftSettings: native),
        tests(of: "Platform"),
        tests(of: "Languages"),
        tests(of: "Documents", and: ["Languages"]),
        tests(of: "Storage"),
        tests(of: "Elementary"),
        tests(of: "Tensors"),
        tests(of: "Threads"),
        tests(of: "Imaging", and: ["CPNG", "CPictures", "Storage"]),
        tests(of: "Drawing", and: ["Imaging"]),
        tests(of: "Datasets", and: ["Drawing", "Imaging", "Storage"], resources: [.copy("Likenesses")]),
        tests(of: "Downloads", and: ["Datasets", "Storage", "Threads"]),
        tests(of: "NeuralNetwork", and: ["Tensors"]),
        tests(of: "Figures", and: ["Documents", "Drawing", "Imaging", "Languages"], resources: [.copy("Snapshots")]),
        tests(of: "Snippets"),
        tests(of: "Notebook", and: ["Documents", "Figures", "Languages", "Storage"]),
        tests(
            of: "Publishing",
            and: [
                "Datasets", "Documents", "Drawing", "Figures", "Imaging", "Languages", "NeuralNetwork", "Notebook",
                "Storage",
            ]),
        tests(of: "Preview", and: ["Threads"]),
        tests(
            of: "Lessons",
            and: ["Figures", "Imaging", "Languages", "NeuralNetwork", "Notebook", "Publishing", "Storage"]),
        tests(of: "course", and: ["Imaging", "NeuralNetwork"]),
    ]
)

// `Scripts/fuzz` links libFuzzer in; nobody else builds this.
if Context.environment["COURSE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Datasets", "Documents", "Imaging", "Languages", "NeuralNetwork", "Notebook", "Preview", "Publishing",
                "Snippets", "Storage", "Tensors", "Texts",
            ],
            path: "Tests/Fuzzing", swiftSettings: native))
}
