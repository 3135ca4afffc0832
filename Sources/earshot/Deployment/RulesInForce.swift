import FactFiles
import Foundation
import Triage

/// The moderation data that are in force: those of their folder, or the last that passed their check.
///
/// A service that stopped over a slip in a file would leave children unheard; one that went on with half of the rules would
/// miss danger. So it goes on with what was good before, and says so until the file is mended.
struct RulesInForce: Sendable {
    static let endings = [".yaml", ".txt"]

    /// Their text by their name within the folder.
    let files: [String: String]
    /// What is wrong with those of the folder, with file, line and remedy; empty when they are in force.
    let problems: [String]

    /// - Parameters:
    ///   - url: the folder.
    ///   - folder: where the last good ones are kept; nil to go on with none but those of the folder.
    /// - Throws: ``CommandFailure`` with a line for each problem when there is nothing to go on with.
    init(at url: URL, fallingBackTo folder: DataFolder?) throws(CommandFailure) {
        let found = Self.checked(url)
        if let files = found.files, found.problems.isEmpty {
            self.init(files: files, problems: [])
            try folder?.keepGoodModeration(files)
            return
        }
        // An older version's may lack a file that this one needs.
        guard let good = folder?.goodModerationFiles(), Self.problems(in: good).isEmpty else {
            throw .unusable(found.problems.joined(separator: "\n"))
        }
        self.init(files: good, problems: found.problems)
    }

    private init(files: [String: String], problems: [String]) {
        self.files = files
        self.problems = problems
    }

    /// Reads a moderation folder and says what is wrong with it.
    static func checked(_ url: URL) -> (files: [String: String]?, problems: [String]) {
        do throws(CommandFailure) {
            let files = try TextFiles.read(url, endings: endings)
            return (files, problems(in: files).map(\.description))
        } catch {
            return (nil, [error.description])
        }
    }

    /// Everything that `earshot moderation check` looks at in the files themselves.
    static func problems(in files: [String: String]) -> [FactProblem] {
        ModerationRules.problems(in: files) + InboxRules.problems(in: files) + TriageWeights.problems(in: files)
    }
}

extension DataFolder {
    /// Keeps moderation data that passed their check, whole or not at all.
    ///
    /// - Throws: ``CommandFailure`` when they cannot be written.
    func keepGoodModeration(_ files: [String: String]) throws(CommandFailure) {
        guard files != goodModerationFiles() else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let bytes = try? encoder.encode(files) else { return }
        try keep(bytes, at: goodModeration)
    }

    /// The last moderation data that passed their check; nil where none are kept or what is kept is damaged.
    func goodModerationFiles() -> [String: String]? {
        FileManager.default.contents(atPath: goodModeration.path)
            .flatMap { try? JSONDecoder().decode([String: String].self, from: $0) }
    }
}
