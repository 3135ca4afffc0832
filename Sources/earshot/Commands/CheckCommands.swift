import ArgumentParser
import FactFiles
import Foundation
import Reinspection
import Store
import Triage
import Unsealing

struct FrameworkCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework", abstract: "Check frameworks, policies, authorities and outcomes.",
        discussion: "Example: earshot framework check ./Facts", subcommands: [FrameworkCheck.self])
}

struct FrameworkCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read a copy of Facts/ and say what is wrong, with file and line.",
        discussion: "Example: earshot framework check ./Facts")

    @Argument(help: "The folder to check.") var folder: String

    func run() throws {
        let url = try ShippedFolder.facts.url(instead: folder)
        try Check.end(
            with: ReinspectionFacts.problems(in: TextFiles.read(url, endings: [".yaml", ".csv", ".txt"])))
    }
}

struct ModerationCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moderation", abstract: "Check moderation rules, replies and guidance.",
        discussion: "Example: earshot moderation check ./Moderation", subcommands: [ModerationCheck.self])
}

struct ModerationCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read a copy of Moderation/ and say what is wrong, with file and line.",
        discussion: """
            Where every file can be read, the tests of phrases in phrase-tests.yaml are run too: what the rules make of each message, against what is expected there.

            Example: earshot moderation check ./Moderation
            """)

    @Argument(help: "The folder to check.") var folder: String

    func run() throws {
        let url = try ShippedFolder.moderation.url(instead: folder)
        let files = try TextFiles.read(url, endings: [".yaml", ".txt"])
        let problems =
            ModerationRules.problems(in: files) + InboxRules.problems(in: files) + TriageWeights.problems(in: files)
        guard problems.isEmpty else { return try Check.end(with: problems) }
        let rules = try ModerationRules(files: files)
        try Check.end(with: Triage(rules: rules).failedPhraseTests())
        Console.result("\(rules.phraseTests.count) tests of phrases hold.")
    }
}

enum Check {
    /// Prints the problems, a line each; with any, the command ends with 1.
    static func end(with problems: [FactProblem]) throws {
        for problem in problems { Console.result(problem.description) }
        guard problems.isEmpty else {
            throw CommandFailure(
                description: problems.count == 1 ? "1 problem." : "\(problems.count) problems.", exitCode: EXIT_FAILURE)
        }
        Console.result("Nothing is wrong.")
    }
}

struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look after the log of what staff did.",
        discussion: "Example: earshot audit verify", subcommands: [AuditVerify.self])
}

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that no line of the log was changed, put in or taken out between two others.",
        discussion: "Example: earshot audit verify --data ./data")

    @OptionGroup var folders: FolderOptions

    func run() async throws {
        do {
            let path = try folders.data ?? Settings().data
            guard FileManager.default.fileExists(atPath: path) else {
                throw CommandFailure.unavailable("There is no data folder “\(path)”. Name it with --data.")
            }
            let log = try Deployment(folders).log
            if let line = try await log.firstBrokenLine() {
                throw CommandFailure(
                    description: "Line \(line) of the log does not follow from the line before: it was changed.",
                    exitCode: EXIT_FAILURE)
            }
            Console.result("The log is whole: \(try await log.count()) lines.")
        } catch {
            throw CommandFailure(error)
        }
    }
}
