import ArgumentParser
import Foundation
import Store

struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look after the log of what staff did.",
        discussion: "Example: earshot audit verify", subcommands: [AuditVerify.self])
}

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that no entry of the log was changed, put in, moved, taken out or cut off; name the first.",
        discussion: """
            It only reads, and takes a copy of a data folder as well as the one in use. Entries cut off the end are told by \
            log.head, which follows the log at a distance of a minute. Exit code 1: something is wrong.

            Example: earshot audit verify --data ./data
            """)

    @OptionGroup var folders: FolderOptions
    @Flag(help: "Print JSON.") var json = false

    private struct Report: Encodable {
        struct Entry: Encodable {
            let number: Int
            let day: String?
            let fault: String
            let says: String
        }

        let isWhole: Bool
        let entries: Int
        let ended: Int
        let entry: Entry?
    }

    func run() async throws {
        do {
            let folder = try DataFolder(existing: folders.data ?? Settings().data)
            let records = try Records.readOnly(file: folder.database)
            let log = folder.log(of: records, keys: try folder.knownServiceKeys())
            let noted = try LogHeadFile(folder: folder).read()
            let verdict = try await log.verify(against: noted) { done, total in
                Console.progress("\(done) entries", done, of: total)
            }
            try tell(verdict, isHeadKnown: noted != nil)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func tell(_ verdict: LogVerdict, isHeadKnown: Bool) throws {
        if json {
            let entry = verdict.fault.map {
                Report.Entry(number: $0.number, day: $0.day, fault: $0.code, says: $0.description)
            }
            let report = Report(
                isWhole: entry == nil, entries: verdict.entries, ended: verdict.ended, entry: entry)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            Console.result(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        if let fault = verdict.fault {
            throw CommandFailure(description: fault.description, exitCode: EXIT_FAILURE)
        }
        if !json { Console.result("The log is whole: \(verdict.entries) entries.") }
        if !isHeadKnown {
            Console.say("log.head is not there, so that entries cut off the end would not be missed.")
        }
    }
}
