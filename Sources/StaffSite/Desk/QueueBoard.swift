import Concerns
import Foundation
import Receiving
import Store
import Triage
import Unsealing

/// What waits at the desk, in memory and in order, so that a page of it takes no longer with 50,000 waiting than with five.
///
/// It holds due times, which tell when young people wrote: it is dropped when no session with the team's key is left.
actor QueueBoard {
    /// What another process wrote, such as an import, is read at most so often: it costs a whole reading.
    private static let secondsBetweenReadings = 5
    /// With more changes at once, sorting anew is quicker than finding each one's place.
    private static let mostSingly = 500

    private var list = QueueList()
    private var opener = DueOpener()
    /// Nil where nothing was read, or what was read is not to be relied on.
    private var edition: QueueEdition?
    private var readAt = 0
    /// Whether there are due times that only a session with the team's key can open.
    private var hasLockedDue = false
    /// The look that is under way or was the last: the next waits for it.
    private var last: Task<Void, any Error>?

    /// What waits now.
    ///
    /// - Parameters:
    ///   - teamKey: of the session that looks; nil opens no due times that were not opened before.
    ///   - now: in seconds since 1970.
    /// - Throws: `StoreProblem`.
    func list(
        of desk: Desk, due dueTimes: DueTimes, openedWith teamKey: TeamPrivateKey?, atSecond now: Int
    ) async throws -> QueueList {
        let former = last
        let look = Task {
            _ = await former?.result
            try await self.look(at: desk, dueTimes, teamKey, now)
        }
        last = look
        try await look.value
        return list
    }

    /// Whether it holds nothing.
    var isForgotten: Bool { edition == nil && list.entries.isEmpty }

    /// Drops all of it, and every due time with it.
    func forget() {
        (list, opener) = (QueueList(), DueOpener())
        (edition, readAt, hasLockedDue) = (nil, 0, false)
    }

    private func look(at desk: Desk, _ dueTimes: DueTimes, _ teamKey: TeamPrivateKey?, _ now: Int) async throws {
        let begun = hasLockedDue && teamKey != nil ? nil : edition
        // Should anything fail below, notes of what changed are lost, and the next look must read all.
        edition = nil
        let (news, edition) = try await desk.queueNews(
            after: begun, includesOthers: now - readAt >= Self.secondsBetweenReadings)
        switch news {
        case .all(let waiting):
            hasLockedDue = false
            let opened = try await opened(waiting, dueTimes, teamKey, at: desk)
            list = QueueList(opened)
            readAt = now
        case .changes(let changed, let waiting):
            let opened = try await opened(waiting, dueTimes, teamKey, at: desk)
            if changed.count > Self.mostSingly {
                let gone = Set(changed)
                list = QueueList(list.entries.filter { !gone.contains($0.concern.id) } + opened)
            } else {
                for id in changed { list.remove(id) }
                for entry in opened { list.put(entry) }
            }
        }
        self.edition = edition
    }

    private func opened(
        _ waiting: [QueuedConcern], _ dueTimes: DueTimes, _ teamKey: TeamPrivateKey?, at desk: Desk
    ) async throws -> [QueueEntry] {
        let unknown = Set(waiting.compactMap { $0.due?.keyID }).contains { !opener.knows($0) }
        if unknown, let teamKey { opener.add(try await desk.dueKeys(), with: teamKey) }
        var ofOtherRuns: [ConcernID: DueMinute] = [:]
        let entries = waiting.map { queued in
            let concern = queued.concern
            let due = queued.due.flatMap { opener.open($0.sealed, under: $0.keyID, of: concern.id) }
            if let due, queued.due?.keyID != dueTimes.keyID { ofOtherRuns[concern.id] = due }
            if let sealed = queued.due, !opener.knows(sealed.keyID) { hasLockedDue = true }
            return QueueEntry(
                concern: concern,
                due: due ?? DueMinute(endOf: concern.arrivedOn) + dueTimes.targets[concern.urgency],
                isExact: due != nil)
        }
        if !ofOtherRuns.isEmpty {
            let sealed = try ofOtherRuns.map { ($0.key, try dueTimes.seal($0.value, of: $0.key)) }
            // Tidying: what fails now is tried at the next reading.
            try? await desk.reseal(Dictionary(uniqueKeysWithValues: sealed))
        }
        return entries
    }
}
