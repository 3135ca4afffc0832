// swift-tools-version: 6.2
import PackageDescription

import class Foundation.ProcessInfo

// Targets stand in the order of `Sources/Concerns/Concerns.docc/Decisions`: values and rules first, what touches the
// world last. Each may import only what is named here; `script/test` and `ImportsTests` keep it so.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto: [Target.Dependency] = [
    .product(name: "Crypto", package: "swift-crypto"),
    .product(name: "CryptoExtras", package: "swift-crypto"),
]
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let embedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let http: [Target.Dependency] = [
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
]
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let commands: [Target.Dependency] = [
    .product(name: "ArgumentParser", package: "swift-argument-parser"),
    .product(name: "Configuration", package: "swift-configuration"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    logging,
]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// - Parameter folder: files that the tests read as they lie in the project.
func tests(_ name: String, _ dependencies: [Target.Dependency], folder: String? = nil) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: folder.map { [$0] } ?? [],
        swiftSettings: settings)
}

let subject: [Target.Dependency] = ["Concerns", "FactFiles", "Inbox", "Triage", "Signals", "Reinspection"]
let everything: [Target.Dependency] =
    subject + ["Sealing", "Unsealing", "Store", "Pages", "Pictures", "Receiving", "PublicSite", "StaffSite"]

let package = Package(
    name: "earshot",
    products: [.executable(name: "earshot", targets: ["earshot"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
    ],
    targets: [
        room("Concerns", []),
        room("FactFiles", ["Concerns", "SwiftCSV", "Yams"]),
        room("Inbox", ["Concerns", "FactFiles"]),
        room("Triage", ["Concerns", "FactFiles"]),
        room("Signals", ["Concerns"]),
        room("Reinspection", ["Concerns", "FactFiles", "Signals"]),
        room("Sealing", ["Concerns"] + crypto),
        room("Unsealing", ["Concerns", "Sealing"] + crypto),
        room("Store", ["Concerns", grdb]),
        .systemLibrary(name: "CQREncode", path: "System/CQREncode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", path: "System/CZlib", providers: [.apt(["zlib1g-dev"])]),
        room("Pages", ["Concerns", "CZlib", hummingbird, mustache, logging] + http),
        room("Pictures", ["CQREncode", "CZlib"]),
        room("Receiving", ["Concerns", "Inbox", "Pages", "Store", "Triage", "Sealing"]),
        room(
            "PublicSite",
            ["Concerns", "Pages", "Pictures", "Receiving", "Store", "Triage", "Sealing", hummingbird] + http),
        room("StaffSite", subject + ["Sealing", "Unsealing", "Store", "Pages", "Receiving", hummingbird] + http),
        .executableTarget(
            name: "earshot", dependencies: everything + commands + http + [hummingbird], swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["Concerns"], path: "Tests/TestSupport", swiftSettings: settings),
        tests("ConcernsTests", ["Concerns", "FactFiles"]),
        tests("FactFilesTests", ["Concerns", "FactFiles"]),
        tests("InboxTests", ["Concerns", "FactFiles", "Inbox"], folder: "Mail"),
        tests("TriageTests", ["Concerns", "FactFiles", "Triage"]),
        tests("SignalsTests", ["Concerns", "Signals"]),
        tests("ReinspectionTests", ["Concerns", "FactFiles", "Reinspection", "Signals"]),
        tests("SealingTests", ["Concerns", "Sealing", "Unsealing"]),
        tests("StoreTests", ["Concerns", "Store", grdb]),
        tests("PicturesTests", ["Pictures"]),
        tests(
            "ReceivingTests",
            ["Concerns", "FactFiles", "Inbox", "Pages", "Receiving", "Sealing", "Store", "Triage", "Unsealing"]),
        tests("SiteTests", everything + ["earshot", hummingbird, hummingbirdTesting, embedded] + http),
    ]
)

// The benchmarks join only when asked for, so that no other build pays for them.
if ProcessInfo.processInfo.environment["EARSHOT_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "BareLoop", dependencies: [hummingbird, grdb] + crypto, path: "Benchmarks/BareLoop",
            swiftSettings: settings))
    package.targets.append(
        .executableTarget(
            name: "Alike",
            dependencies: ["Concerns", "FactFiles", "Receiving", "Sealing", "StaffSite", "Store", "Triage"],
            path: "Benchmarks/Alike", swiftSettings: settings))
    package.targets.append(
        .executableTarget(
            name: "TriagePace", dependencies: ["Concerns", "Triage"], path: "Benchmarks/TriagePace",
            swiftSettings: settings))
}

// So does what learns the weights of triage from labelled messages.
if ProcessInfo.processInfo.environment["EARSHOT_TRAINING"] != nil {
    package.products.append(.executable(name: "TrainTriage", targets: ["TrainTriage"]))
    package.targets.append(
        .executableTarget(
            name: "TrainTriage", dependencies: ["Concerns", "FactFiles", "Triage"], path: "Training/TrainTriage",
            swiftSettings: settings))
}

// The fuzzer joins only when asked for: its `main` is libFuzzer's, which only its own build links.
if ProcessInfo.processInfo.environment["EARSHOT_FUZZ"] != nil {
    package.products.append(.executable(name: "FuzzInbox", targets: ["FuzzInbox"]))
    package.targets.append(
        .executableTarget(
            name: "FuzzInbox", dependencies: ["Concerns", "FactFiles", "Inbox"], path: "Fuzz/FuzzInbox",
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
