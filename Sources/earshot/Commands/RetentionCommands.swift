import ArgumentParser
import Concerns
import Foundation
import Store

struct RetentionCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Destroy what has been kept for its term.",
        discussion: "Example: earshot retention run --dry-run", subcommands: [RetentionRunCommand.self])
}

struct RetentionRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Destroy originals, receipts, records, log entries and backups whose term is over.",
        discussion: """
            The terms are those of Moderation/retention.yaml. The service does the same each night, but not after 45 days without \
            an entry in the log, as its clock may be wrong: then give this command. Keys are erased first, then \
            the words, and the file is written anew, so that nothing of them is left in it; what was destroyed stays counted. \
            With --as-of a later day, what would be destroyed by then is destroyed now, for good.

            Example: earshot retention run --dry-run
            """)

    @OptionGroup var folders: FolderOptions
    @Option(help: "Take it to be this day, such as 2027-12-01 (default: today).", transform: Day.init(_:))
    var asOf: Day?
    @Option(help: "The folder of the backups (default: EARSHOT_BACKUPS; without it none is destroyed).")
    var backups: String?
    @Flag(help: "Only say what would be destroyed.") var dryRun = false
    @Flag(help: "Print JSON.") var json = false

    private struct Report: Encodable {
        let asOf: String
        let isDryRun: Bool
        let destroyed: [String: Int]
        /// Concerns that nobody decided about in all that time.
        let longOpen: Int
    }

    func run() async throws {
        do {
            let deployment = try Deployment(folders)
            let today = MachineClock.today
            let day = asOf ?? today
            let run = deployment.retention(backups: backups)
            if let doubt = try await run.doubt(about: today) { Console.say(doubt) }
            let destroyed: Destroyed
            if dryRun {
                destroyed = try await run.due(asOf: day)
            } else {
                let (done, isRewritten) = try await run.run(asOf: day, today: today)
                destroyed = done
                if !isRewritten {
                    Console.say("The file is too large to be written anew; it was cleared as far as SQLite lets it.")
                }
            }
            try tell(destroyed, asOf: day)
            try deployment.records.close()
        } catch {
            throw CommandFailure(error)
        }
    }

    private func tell(_ destroyed: Destroyed, asOf day: Day) throws {
        if json {
            let counts = DestroyedKind.allCases.map { ($0.rawValue, destroyed.counts[$0] ?? 0) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let report = Report(
                asOf: day.description, isDryRun: dryRun, destroyed: Dictionary(uniqueKeysWithValues: counts),
                longOpen: destroyed.longOpen)
            Console.result(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            let beginning = dryRun ? "Nothing was destroyed. Past their term" : "Destroyed as their term is over"
            Console.result("\(beginning): \(destroyed.summary).")
        }
        if destroyed.longOpen > 0 {
            Console.say(
                "Concerns that nobody has decided about for longer than an original is kept: \(destroyed.longOpen). "
                    + "Decide about them at the desk; their words stay till then.")
        }
    }
}
