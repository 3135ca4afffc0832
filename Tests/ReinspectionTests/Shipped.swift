import Concerns
import Reinspection
import TestSupport

/// The project's own facts, read once, and edited copies of them.
enum Shipped {
    static let trust = "who-cares-trust-2016"
    static let proposal = "ofsted-2016-proposal"
    static let outcome = "ofsted-2016-outcome"

    static func files() throws -> [String: String] { try read.get() }
    static func facts() throws -> ReinspectionFacts { try loaded.get() }

    /// The files with one place of one of them changed; it must be there.
    static func files(_ file: String, _ from: String, _ to: String) throws -> [String: String] {
        var files = try files()
        guard let text = files[file], text.contains(from) else { throw NotThere(file: file, words: from) }
        files[file] = text.replacing(from, with: to, maxReplacements: 1)
        return files
    }

    struct NotThere: Error {
        let file, words: String
    }

    private static let read = Result { try Project.texts(under: "Facts", endings: [".csv", ".yaml", ".txt"]) }
    private static let loaded = Result { try ReinspectionFacts(files: try read.get()) }
}

extension ReinspectionFacts {
    func policy(_ id: String) throws -> Policy {
        guard let policy = policies[id] else { throw Shipped.NotThere(file: id, words: "") }
        return policy
    }
}

extension DrawSeed {
    /// A seed that `number` stands for, for properties over many.
    static func test(_ number: UInt64) throws -> DrawSeed {
        var generator = Seeded(number)
        return try DrawSeed((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
