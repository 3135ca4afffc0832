import ArgumentParser
import Foundation
import Inbox

struct InboxPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Read messages without storing them; one JSON line each.",
        discussion: """
            A message that stands in the inbox twice is told of as a duplicate; what was imported before is not looked up.

            Example: earshot inbox preview letters/ council.mbox
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "Files, Maildirs or folders to read; “-” for standard input.") var paths: [String]
    @Option(help: "What they are: \(InboxFormat.names).", transform: InboxFormat.init(named:))
    var format = InboxFormat.auto

    func run() async throws {
        do {
            if try await isAnyRejected() { throw ExitCode.failure }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw CommandFailure(error)
        }
    }

    private func isAnyRejected() async throws -> Bool {
        let reader = try InboxRules(folder: folders.moderation).reader
        let output = LineOutput.standardOutput()
        var walk = InboxWalk(paths, butNot: Set([output.identity].compactMap { $0 }))
        var feed = InboxFeed(format: format) { walk.next() }
        var progress = InboxProgress(of: paths)
        var seen = IdentitiesSeen()
        var messages = 0
        var isAnyRejected = false
        try await InOrder.run(
            tasks: ProcessInfo.processInfo.activeProcessorCount, mostBytes: InboxTaking.mostBytes,
            next: { output.isClosed ? nil : feed.next().map { ($0, $0.byteCount) } },
            prepare: { batch in batch.pieces.map { Self.read($0, reader) } },
            finish: { pieces in
                var lines = JSONText(reserving: LineOutput.mostHeld)
                for case .some((let source, let reading)) in pieces {
                    let isNew = reading.outcome == .rejected || seen.insert(reading.identity)
                    lines.previewLine(source, isNew ? reading : reading.asDuplicate(Self.again))
                    isAnyRejected = isAnyRejected || reading.outcome == .rejected
                    messages += 1
                }
                try output.write(lines.bytes)
                progress.show(messages: messages, bytesRead: feed.bytesRead)
            })
        try output.flush()
        progress.end(messages: messages)
        return isAnyRejected
    }

    private static let again = "The same message stands earlier in what was read."

    private static func read(_ piece: InboxBatch.Piece, _ reader: InboxReader) -> (InboxSource, InboxReading)? {
        switch piece {
        case .entry(let entry, let source): (source, reader.reading(of: entry, named: source.name))
        case .refused(let source, let index, let reason):
            (source, InboxReading(index: index, outcome: .rejected, reason: reason, message: nil, identity: []))
        case .end: nil
        }
    }
}
