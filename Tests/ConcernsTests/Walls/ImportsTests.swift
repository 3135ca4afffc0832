import Foundation
import TestSupport
import Testing

/// The walls of the house, read from every `import` line: a warm build lets a target import what it did not declare.
struct ImportsTests {
    private static let rules = ["Concerns", "FactFiles", "Inbox", "Triage", "Signals", "Reinspection"]
    private static let http = ["Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTPTypes"]

    /// What each target may import besides Foundation; `Package.swift` says the same to the compiler.
    private static let allowed: [String: [String]] = [
        "Concerns": [],
        "FactFiles": ["Concerns", "SwiftCSV", "Yams"],
        "Inbox": ["Concerns", "FactFiles"],
        "Triage": ["Concerns", "FactFiles"],
        "Signals": ["Concerns"],
        "Reinspection": ["Concerns", "FactFiles", "Signals"],
        "Sealing": ["Concerns", "Crypto", "CryptoExtras"],
        "Unsealing": ["Concerns", "Sealing", "Crypto", "CryptoExtras"],
        "Store": ["Concerns", "GRDB"],
        "Pages": ["Concerns", "CZlib", "Mustache", "Logging"] + http,
        "Pictures": ["CQREncode", "CZlib"],
        "Receiving": ["Concerns", "Inbox", "Pages", "Store", "Synchronization", "Triage", "Sealing"],
        // Never Unsealing, which opens originals, and never Reinspection, which knows what is planned.
        "PublicSite": ["Concerns", "Pages", "Pictures", "Receiving", "Store", "Triage", "Sealing"] + http,
        "StaffSite": rules + ["Dispatch", "Sealing", "Unsealing", "Store", "Pages", "Receiving", "Logging"] + http,
        "earshot": rules + ["Sealing", "Unsealing", "Store", "Pages", "Receiving", "PublicSite", "StaffSite"] + http
            + ["ArgumentParser", "Configuration", "ServiceLifecycle", "Logging", "Synchronization"],
    ]

    @Test(arguments: allowed.keys.sorted())
    func `a target imports no more than the house allows it`(target: String) throws {
        let allowed = Set(Self.allowed[target] ?? []).union(["Foundation"])
        for (file, text) in try Self.sources(under: "Sources/\(target)") {
            for module in Self.imports(of: text) {
                #expect(allowed.contains(module), "\(file) imports \(module)")
            }
        }
    }

    @Test func `every target of the project has its line in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.project.appending(path: "Sources").path)
        #expect(Set(folders).subtracting(Self.allowed.keys).isEmpty)
    }

    @Test func `only the desk and the demonstration's desk make moderated text of an original`() throws {
        for (file, text) in try Self.sources(under: "Sources") where text.contains("ModeratedText(redacting:") {
            #expect(
                file.contains("StaffSite/Desk/") || file.contains("earshot/Demonstration/")
                    || file.hasSuffix("Words/ModeratedText.swift"), "\(file)")
        }
    }

    @Test func `nothing that input can reach ends the program`() throws {
        for (file, text) in try Self.sources(under: "Sources") {
            for line in text.split(separator: "\n") where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                for word in [
                    "fatalError(", "try!", " as! ", "@unchecked", "nonisolated(unsafe)", "preconditionFailure(",
                ] {
                    #expect(!line.contains(word), "\(file): \(line)")
                }
            }
        }
    }

    @Test func `no value is written into the text of a statement`() throws {
        for (file, text) in try Self.sources(under: "Sources/Store") {
            for match in text.matches(of: /sql: (?:"""(?<block>[^"]*)"""|"(?<line>[^"\n]*)")/) {
                let statement = String(match.output.block ?? match.output.line ?? "")
                let isSchema = file.contains("/Opening/Migrations")
                #expect(isSchema || !statement.contains("\\("), "\(file): \(statement)")
            }
        }
    }

    private static func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let place = words.firstIndex(of: "import"), place < words.count - 1,
                words[..<place].allSatisfy({ ["package", "internal", "public", "private", "@testable"].contains($0) })
            else { return nil }
            let kinds = ["class", "struct", "enum", "func", "protocol", "typealias"]
            let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
            return String(name.split(separator: ".")[0])
        }
    }

    private static var project: URL { Project.root }

    private static func sources(under folder: String) throws -> [(file: String, text: String)] {
        let root = project.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.map {
            ("\(folder)/\($0)", try String(contentsOf: root.appending(path: $0), encoding: .utf8))
        }
    }
}
