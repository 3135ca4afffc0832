import Concerns
import Foundation
import Inbox
import Receiving
import Store

/// Takes what appears in a folder, round by round, and puts each file on its shelf once all that it held is on disk.
///
/// A round that fails, as on a full disk, is begun again later; a file is known by what it holds, so nothing is taken twice.
struct InboxWatch {
    private static let pause = Duration.seconds(1)
    private static let pausesAfterFailure = [5, 15, 60].map { Duration.seconds($0) }

    let folder: WatchedFolder
    let taking: InboxTaking
    /// Whether files that were taken are deleted.
    let forgets: Bool
    let stop: StopRequest

    private final class Round {
        var tally = InboxTally()
        var fates: [Int: FileFate] = [:]
        var problem: (any Error)?
    }

    /// Watches until it is asked to stop.
    func watch() async {
        var steadiness = Steadiness()
        var failures = 0
        while !stop.isAsked {
            do {
                _ = try await round(&steadiness)
                failures = 0
                await stop.wait(Self.pause)
            } catch {
                let pause = Self.pausesAfterFailure[min(failures, Self.pausesAfterFailure.count - 1)]
                failures += 1
                Console.say("\(CommandFailure(error)) It is tried again in \(pause.components.seconds) seconds.")
                await stop.wait(pause)
            }
        }
    }

    /// Takes what is there now, waiting for files that were only just written, and ends.
    ///
    /// - Throws: ``CommandFailure``, `NotKept` or `StoreProblem`; what was taken before is kept and on its shelf.
    func takeOnce() async throws -> InboxTally {
        var steadiness = Steadiness()
        var tally = try await round(&steadiness)
        for _ in 0..<3 where steadiness.isAnyWaitedFor && !stop.isAsked {
            await stop.wait(Self.pause)
            tally.add(try await round(&steadiness))
        }
        if steadiness.isAnyWaitedFor {
            Console.say("Some files are still being written and were left. Run it again when they are whole.")
        }
        if !steadiness.unreadable.isEmpty {
            throw CommandFailure(
                description: "\(tally.summary). Some files could not be read and stay where they are.",
                exitCode: EXIT_FAILURE)
        }
        return tally
    }

    private func round(_ steadiness: inout Steadiness) async throws -> InboxTally {
        let files = WatchedFiles(
            try folder.places(), steadiness: steadiness, secondsNow: { MachineClock.secondsNow })
        let round = Round()
        var feed = InboxFeed(format: .auto) {
            do { return try files.next() } catch {
                round.problem = error
                return nil
            }
        }
        do {
            try await taking.takeAll(next: { stop.isAsked ? nil : feed.next() }) { taken in
                try settle(taken, files, round)
            }
        } catch {
            round.problem = error
        }
        steadiness = files.steadiness
        if round.tally.messages > 0 {
            try await taking.reception.note(round.tally.report(of: MachineClock.today, way: .watch))
        }
        if let problem = round.problem { throw problem }
        return round.tally
    }

    /// Counts what is on disk, and moves the files that have nothing more.
    private func settle(_ taken: [Taken], _ files: WatchedFiles, _ round: Round) throws {
        var moved: [String: Shelves] = [:]
        for piece in taken {
            switch piece {
            case .message(let source, let message):
                round.tally.count(message.outcome, message.cause)
                round.fates[source.number, default: FileFate()].add(message)
            case .end(let source, let isWhole):
                let fate = round.fates.removeValue(forKey: source.number) ?? FileFate()
                guard let file = files.take(source), isWhole else { continue }
                if fate.isAllKept, forgets {
                    try file.place.shelves.forget(file.name, from: file.place.folder, as: file.state)
                } else {
                    try file.place.shelves.put(
                        file.name, from: file.place.folder, on: fate.shelf, as: file.state)
                }
                moved[file.place.folder] = file.place.shelves
                Console.say(fate.line)
            }
        }
        for (folder, shelves) in moved { shelves.settle(folder) }
    }
}
