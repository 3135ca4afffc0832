import Concerns
import Inbox
import Store
import Unsealing

/// Opens what is in quarantine for a signed-in moderator; nobody reads a source without a line in the log.
struct QuarantineReader: Sendable {
    let desk: Desk
    let reader: InboxReader

    /// - Throws: ``StaysClosed`` when the source cannot or need not be opened, `StoreProblem`.
    func open(
        _ entry: QuarantinedSource, for session: Session, on day: Day
    ) async throws -> OpenedQuarantined {
        let source = try source(of: entry, for: session)
        try await desk.noteOpened(entry.summary.id, by: session.name, on: day)
        // Of several messages in one source the first that has words is shown; the source shows all of them.
        let message = reader.readings(of: source, named: "").lazy.compactMap(\.message).first
        return OpenedQuarantined(entry: entry.summary, source: source, message: message)
    }

    /// The source, to be taken out of here as a file.
    ///
    /// - Throws: as ``open(_:for:on:)``.
    func download(_ entry: QuarantinedSource, for session: Session, on day: Day) async throws -> [UInt8] {
        let source = try source(of: entry, for: session)
        try await desk.noteDownloaded(entry.summary.id, by: session.name, on: day)
        return source
    }

    private func source(of entry: QuarantinedSource, for session: Session) throws(StaysClosed) -> [UInt8] {
        if let outcome = entry.summary.outcome { throw .settled(outcome) }
        guard let key = entry.key else { throw .erased }
        guard let teamKey = session.teamKey else { throw .noKey }
        let opener = QuarantineOpener(teamKey: teamKey)
        guard let source = try? opener.open(source: entry.source, key: key, of: entry.summary.id) else {
            throw .unreadable
        }
        return [UInt8](source)
    }
}

/// Something in quarantine with its source open on the desk.
struct OpenedQuarantined: Sendable {
    let entry: Quarantined
    let source: [UInt8]
    /// What could be read of it; nil where nothing could.
    let message: InboxMessage?
}
