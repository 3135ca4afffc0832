import ArgumentParser
import Concerns
import Foundation
import Inbox
import Receiving
import Reinspection
import Store

struct InboxImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Seal and queue messages; a second run stores nothing new.",
        discussion: """
            A run that was cut short is simply begun again. The council may also come from a folder named by its GSS code, such \
            as mail/E08000028/, from a “Council:” line or from the words. Exit code 1: part of it was set aside or refused.

            Example: earshot inbox import letters/ council.mbox --authority E08000028
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "Files, Maildirs or folders to read; “-” for standard input.") var paths: [String]
    @Option(help: "What they are: \(InboxFormat.names).", transform: InboxFormat.init(named:))
    var format = InboxFormat.auto
    @OptionGroup var about: InboxAboutOptions
    @Option(
        help: "How they came: \(Channel.names) (default: email for mail, paper for letters).",
        transform: Channel.init(named:))
    var channel: Channel?
    @Option(help: "Where to write a line for each message, without its words (default: standard output).")
    var report: String?
    @Option(
        help: """
            Where to write a receipt for each message, to hand to the child: CSV of source, index and receipt. Kept from others \
            (mode 0600); the same again when the import is run again within a day.
            """)
    var receipts: String?

    func run() async throws {
        do {
            let tally = try await importAll()
            if tally.isAnyRefused { throw CommandFailure(description: tally.summary, exitCode: EXIT_FAILURE) }
            Console.say(tally.summary)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func importAll() async throws -> InboxTally {
        let deployment = try Deployment(folders)
        var about = try self.about.checked(in: deployment.facts.authorities)
        about.channel = channel
        about.wantsReceipt = receipts != nil
        let places = OutputPlaces(report: report, receipts: receipts)
        try places.check(against: paths)
        try places.keepFormerReceipts()
        // Before anything is stored, so that neither can be missed afterwards.
        let lines = try report.map { path throws(CommandFailure) in try LineOutput(path: path) } ?? .standardOutput()
        let sheet = try receipts.map { path throws(CommandFailure) in
            try ReceiptSheet(path: path, words: deployment.receiptWords)
        }
        let onCall = OnCall.forCommand(deployment.settings, pauses: .threeTries)
        do {
            let tally = try await takeAll(from: deployment, about, lines, sheet) { onCall?.ring() }
            await onCall?.settle()
            return tally
        } catch {
            // What was kept before this went wrong may have been danger: the call must go out before we end.
            await onCall?.settle()
            throw error
        }
    }

    private func takeAll(
        from deployment: Deployment, _ about: ImportAbout, _ lines: LineOutput, _ sheet: ReceiptSheet?,
        onDanger: @escaping @Sendable () -> Void
    ) async throws -> InboxTally {
        let reception = try deployment.inboxReception(onDanger: onDanger)
        let taking = InboxTaking(reader: deployment.inbox.reader, reception: reception, about: about)
        let authorities = deployment.facts.authorities
        var walk = InboxWalk(
            paths, butNot: Set([lines.identity, sheet?.output.identity].compactMap { $0 }),
            isAuthority: { authorities[$0] != nil })
        var feed = InboxFeed(format: format) { walk.next() }
        var progress = InboxProgress(of: paths)
        var tally = InboxTally()
        var problem: (any Error)?
        do {
            try await taking.takeAll(next: { feed.next() }) { taken in
                var text = JSONText(reserving: 1 << 16)
                for case .message(let source, let message) in taken {
                    tally.count(message.outcome, message.cause)
                    text.reportLine(source, index: message.index, outcome: message.outcome, reason: message.reason)
                    if let receipt = message.receipt {
                        try sheet?.write(receipt, of: source, index: message.index)
                    }
                }
                try sheet?.output.flush()
                try lines.write(text.bytes)
                try lines.flush()
                progress.show(messages: tally.messages, bytesRead: feed.bytesRead)
            }
            progress.end(messages: tally.messages)
        } catch {
            problem = error
        }
        try await deployment.log.append(
            LogLine(
                day: MachineClock.today, who: "command line", did: "imported", about: "\(tally.messages) messages"))
        // Counted also where it broke off: what was told of is kept.
        do { try await reception.note(tally.report(of: MachineClock.today, way: .command)) } catch {
            Console.say("The page of imports does not show this run. \(error)")
        }
        if let problem { throw problem }
        return tally
    }
}
