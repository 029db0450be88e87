// swift-tools-version: 6.0
import PackageDescription

// The rooms, bottom to top: each imports only below itself. `CONTRIBUTING.md` draws the picture.

/// Release builds run on the processor that builds them, so they may use all of it. Without this flag
/// `SIMD16<Float>` is sixteen scalar operations; and without the second one, which says that nobody reads `errno`
/// after a square root, sixteen of those are sixteen function calls.
let native: [SwiftSetting] = [
    .unsafeFlags(["-Xcc", "-march=native", "-Xcc", "-fno-math-errno"], .when(configuration: .release))
]

func system(_ name: String, pkgConfig: String? = nil, apt: String, brew: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([apt]), .brew([brew])])
}

func room(_ name: String, on below: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: below, swiftSettings: native, plugins: plugins)
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
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // System libraries: a module map and, where the language needs it, a shim. Nothing else.
        system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
        system("CGLib", pkgConfig: "glib-2.0", apt: "libglib2.0-dev", brew: "glib"),
        system("CLibPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
        system("CCairo", pkgConfig: "pangocairo", apt: "libpango1.0-dev", brew: "pango"),
        system("COneDNN", apt: "libdnnl-dev", brew: "onednn"),
        system("CMD4C", pkgConfig: "md4c", apt: "libmd4c-dev", brew: "md4c"),
        .target(name: "CPNG", dependencies: ["CLibPNG"]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

        // The rooms.
        room("Languages"),
        room("Storage", on: ["CGLib"]),
        room("Tensors"),
        room("Threads"),
        room("Imaging", on: ["CPNG", "Languages", "Tensors", "Threads"]),
        // Pango on macOS brings fonts of the system's; fontconfig is asked on Linux alone.
        .target(
            name: "Drawing", dependencies: ["CCairo", "Imaging"], swiftSettings: native,
            linkerSettings: [.linkedLibrary("fontconfig", .when(platforms: [.linux]))]),
        room("Datasets", on: ["CZlib", "Drawing", "Imaging", "Languages", "Storage", "Tensors", "Threads"]),
        room("Downloads", on: ["CCurl", "Datasets", "Storage"]),
        room("NeuralNetwork", on: ["COneDNN", "Storage", "Tensors"]),
        room("Figures", on: ["Drawing", "Imaging", "Languages"]),
        room(
            "Notebook",
            on: ["Datasets", "Figures", "Imaging", "Languages", "NeuralNetwork", "Storage", "Tensors", "Threads"]),
        room(
            "Publishing",
            on: [
                "CMD4C", "Datasets", "Drawing", "Figures", "Languages", "Notebook", "Storage", "Threads",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            plugins: ["EmbedText"]),
        .target(
            name: "Lessons",
            dependencies: ["Datasets", "Figures", "Imaging", "Languages", "NeuralNetwork", "Notebook", "Tensors"],
            path: "Lessons", exclude: ["Records"], swiftSettings: native, plugins: ["EmbedText"]),
        .executableTarget(
            name: "course",
            dependencies: [
                "Datasets", "Downloads", "Drawing", "Figures", "Imaging", "Languages", "Lessons", "NeuralNetwork",
                "Notebook",
                "Publishing", "Storage", "Threads", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: native),

        // What is shown is what runs: sources and templates go into the binary when it is built.
        .target(name: "Snippets"),
        .executableTarget(name: "embed", dependencies: ["Snippets"]),
        .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed"]),

        .target(
            name: "TestSupport", dependencies: ["Imaging", "Tensors"], path: "Tests/TestSupport",
            swiftSettings: native),
        tests(of: "Languages"),
        tests(of: "Storage"),
        tests(of: "Tensors"),
        tests(of: "Threads"),
        tests(of: "Imaging", and: ["CPNG"]),
        tests(of: "Drawing", and: ["Imaging"]),
        tests(of: "Datasets", and: ["Drawing", "Imaging", "Storage"]),
        tests(of: "Downloads", and: ["Datasets", "Storage", "Threads"]),
        tests(of: "NeuralNetwork", and: ["Tensors"]),
        tests(of: "Figures", and: ["Drawing", "Imaging", "Languages"], resources: [.copy("Snapshots")]),
        tests(of: "Snippets"),
        tests(of: "Notebook", and: ["Languages", "Figures"]),
        tests(of: "Publishing", and: ["Languages", "Notebook", "Figures"]),
        tests(of: "Lessons", and: ["Figures", "Imaging", "Languages", "NeuralNetwork", "Notebook", "Storage"]),
        tests(of: "course"),
    ]
)

// `Scripts/fuzz` links libFuzzer in; nobody else builds this.
if Context.environment["COURSE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Datasets", "Imaging", "NeuralNetwork", "Notebook", "Publishing", "Snippets", "Storage", "Tensors",
            ],
            path: "Tests/Fuzzing", swiftSettings: native))
}
