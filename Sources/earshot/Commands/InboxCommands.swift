import ArgumentParser
import Concerns
import Foundation
import Inbox
import Reinspection
import Sealing
import Store

struct InboxCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Read mail and letters: .txt, .eml, mbox and Maildir.",
        discussion: "Example: earshot inbox preview letters/ council.mbox",
        subcommands: [InboxPreview.self, InboxImport.self])
}

struct InboxPreview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Read messages without storing them; one JSON line each.",
        discussion: "Example: earshot inbox preview letters/ council.mbox")

    @Argument(help: "Files, Maildirs or folders to read.") var paths: [String]
    @Option(help: "What they are: \(InboxFormat.names).", transform: InboxFormat.init(named:))
    var format = InboxFormat.auto

    func run() throws {
        var isAnyRefused = false
        for source in InboxSource.read(paths, format: format) {
            for reading in source.readings {
                isAnyRefused = isAnyRefused || reading.outcome == .rejected
                Console.result(try InboxLine(previewing: reading, of: source.name).json)
            }
        }
        if isAnyRefused { throw ExitCode.failure }
    }
}

struct InboxImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Seal and queue messages; a second run stores nothing new.",
        discussion: "Example: earshot inbox import letters/ council.mbox --authority E08000028")

    @OptionGroup var folders: FolderOptions
    @Argument(help: "Files, Maildirs or folders to read.") var paths: [String]
    @Option(help: "What they are: \(InboxFormat.names).", transform: InboxFormat.init(named:))
    var format = InboxFormat.auto
    @Option(help: "The council they are about, as a GSS code.", transform: GSSCode.init(_:)) var authority: GSSCode?
    @Option(
        help: "How they came: \(Channel.names) (default: email for mail, paper for letters).",
        transform: Channel.init(named:))
    var channel: Channel?
    @Option(help: "Where to write a line for each message, without its words (default: standard output).")
    var report: String?

    func run() async throws {
        do {
            let outcome = try await importAll()
            if outcome.isAnyRefused { throw CommandFailure(description: outcome.summary, exitCode: EXIT_FAILURE) }
            Console.say(outcome.summary)
        } catch {
            throw CommandFailure(error)
        }
    }

    private struct Outcome {
        var counts: [String: Int] = [:]
        var isAnyRefused: Bool { counts["rejected", default: 0] + counts["quarantined", default: 0] > 0 }
        var summary: String {
            InboxOutcome.allCases.map { "\(counts[$0.rawValue, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
        }
    }

    /// A report on disk, opened before anything is stored, so that it cannot be missed afterwards.
    private struct Report {
        private let handle: FileHandle

        init(path: String) throws {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let handle = FileHandle(forWritingAtPath: path)
            else {
                throw CommandFailure.inputOutput("The report cannot be written to “\(path)”. Nothing was imported.")
            }
            self.handle = handle
        }

        func write(_ line: InboxLine) throws { try handle.write(contentsOf: Data((try line.json + "\n").utf8)) }
    }

    private func importAll() async throws -> Outcome {
        let deployment = try Deployment(folders)
        if let authority, deployment.facts.authorities[authority] == nil {
            throw CommandFailure.unusable(
                "\(authority) is no authority with children’s services. See Facts/authorities.csv.")
        }
        let onCall = deployment.settings.onCallCommand.map { command in
            OnCall(pauses: .threeTries, call: OnCallCommand(command).run) { error in
                Console.say("Nobody was called yet: \(error)")
            }
        }
        let importer = try InboxImporter(
            intake: deployment.records.intake, sealer: Sealer(teamKey: deployment.teamKeys().publicKey),
            triage: deployment.triage, importKey: deployment.keys.imports, arrivalDays: deployment.arrivalDays,
            today: MachineClock.today, onDanger: { onCall?.ring() })
        do {
            let outcome = try await takeAll(with: importer)
            await settle(onCall)
            return outcome
        } catch {
            // What was kept before this went wrong may have been danger: the call must go out before we end.
            await settle(onCall)
            throw error
        }
    }

    private func settle(_ onCall: OnCall?) async {
        guard let onCall, await !onCall.settled() else { return }
        Console.say("Nobody was called, and a danger message waits: call yourself. A server at work tries again too.")
    }

    private func takeAll(with importer: InboxImporter) async throws -> Outcome {
        let report = try self.report.map(Report.init(path:))
        var outcome = Outcome()
        for source in InboxSource.read(paths, format: format) {
            for reading in source.readings {
                let (line, _) = try await importer.take(
                    reading, from: source.name, about: .init(authority: authority, channel: channel))
                outcome.counts[line.outcome, default: 0] += 1
                if let report { try report.write(line) } else { Console.result(try line.json) }
            }
        }
        return outcome
    }
}
