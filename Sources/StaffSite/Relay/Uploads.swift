import Receiving

/// What advocates handed in and did not yet leave: each upload is its session's alone, and goes with it.
///
/// Nothing of it is on disk. It is bounded in number, in bytes and in time, whoever sends.
actor Uploads {
    /// Of those not imported yet; and as many whose receipts can still be looked at, after which the oldest goes.
    static let mostOfASession = 3
    /// Of all sessions, in bytes.
    static let mostBytes = 64 << 20
    /// An upload that nobody has looked at for so long is dropped.
    static let keptSeconds = 30 * 60
    /// What one that is being read may come to: its bytes, and the words made of them.
    private static let roomToRead = Upload.mostBytes * 2

    private struct Entry {
        let session: SecretText
        var upload: Upload
        var lastSeen: Int
        /// The import while it runs.
        var run: Task<ImportRun, Never>?
    }

    private var entries: [String: Entry] = [:]
    /// How many uploads of a session are being read.
    private var beingRead: [SecretText: Int] = [:]

    /// Takes a place for an upload before any of it is read; ``fill(_:of:atSecond:)`` must follow.
    func takePlace(for session: SecretText, atSecond now: Int) throws(NoPlace) {
        sweep(atSecond: now)
        dropImported(of: session)
        let own =
            entries.values.count { $0.session == session && !$0.upload.isImported } + beingRead[session, default: 0]
        guard own < Self.mostOfASession else { throw .hasThree }
        let reading = beingRead.values.reduce(1, +) * Self.roomToRead
        guard entries.values.reduce(reading, { $0 + $1.upload.byteCount }) <= Self.mostBytes else { throw .isFull }
        beingRead[session, default: 0] += 1
    }

    /// Puts what was read into the place taken for it; nil gives the place back, and so does a session that is over by now.
    func fill(_ upload: Upload?, of session: SecretText, atSecond now: Int) {
        guard let taken = beingRead[session] else { return }
        beingRead[session] = taken > 1 ? taken - 1 : nil
        guard let upload else { return }
        entries[upload.id] = Entry(session: session, upload: upload, lastSeen: now)
    }

    /// The upload, whose time begins anew; nil when there is none, or it is another session's.
    func upload(_ id: String, of session: SecretText, atSecond now: Int) -> Upload? {
        guard let entry = entries[id], entry.session == session, now - entry.lastSeen < Self.keptSeconds else {
            return nil
        }
        entries[id]?.lastSeen = now
        return entry.upload
    }

    /// All uploads of a session.
    func uploads(of session: SecretText, atSecond now: Int) -> [Upload] {
        entries.values.filter { $0.session == session && now - $0.lastSeen < Self.keptSeconds }.map(\.upload)
            .sorted { $0.id < $1.id }
    }

    /// Remembers what was put right; not while it is imported, nor after.
    func correct(_ id: String, with form: UploadForm) {
        guard let entry = entries[id], entry.run == nil, !entry.upload.isImported else { return }
        entries[id]?.upload.form = form
    }

    /// Has an upload imported, once however often it is asked for; who asks meanwhile waits for the same outcome.
    ///
    /// The work goes on also when the browser that asked for it has gone.
    ///
    /// - Returns: the upload after it, with what went wrong in this run; nil when there is no such upload.
    func imported(
        _ id: String, of session: SecretText, by work: @escaping @Sendable (Upload) async -> ImportRun
    ) async -> (upload: Upload, run: ImportRun)? {
        guard let entry = entries[id], entry.session == session else { return nil }
        if entry.upload.isImported { return (entry.upload, ImportRun(taken: entry.upload.taken)) }
        let running = entry.run ?? Task { await work(entry.upload) }
        entries[id]?.run = running
        let run = await running.value
        if entries[id]?.run == running {
            entries[id]?.run = nil
            entries[id]?.upload.taken = run.taken
            entries[id]?.upload.isImported = run.failure == nil
        }
        var upload = entry.upload
        upload.taken = run.taken
        upload.isImported = run.failure == nil
        return (upload, run)
    }

    /// Makes room for the imported upload that the next one becomes.
    private func dropImported(of session: SecretText) {
        let imported = entries.filter { $0.value.session == session && $0.value.upload.isImported }
            .sorted { ($0.value.lastSeen, $0.key) < ($1.value.lastSeen, $1.key) }
        for entry in imported.dropLast(Self.mostOfASession - 1) { entries[entry.key] = nil }
    }

    /// Forgets an upload; what was kept of it stays kept.
    func forget(_ id: String, of session: SecretText) {
        if entries[id]?.session == session, entries[id]?.run == nil { entries[id] = nil }
    }

    /// Forgets all uploads of sessions that are over.
    func forget(allOf sessions: Set<SecretText>) {
        beingRead = beingRead.filter { !sessions.contains($0.key) }
        entries = entries.filter { !sessions.contains($0.value.session) }
    }

    /// Forgets those that nobody has looked at for too long.
    func sweep(atSecond now: Int) {
        entries = entries.filter { now - $0.value.lastSeen < Self.keptSeconds || $0.value.run != nil }
    }

    var count: Int { entries.count }
}

/// Why no upload is read now.
enum NoPlace: Error, Hashable, Sendable, CustomStringConvertible {
    /// This session has three uploads.
    case hasThree
    /// All sessions together have as much as is held in memory.
    case isFull

    var description: String {
        switch self {
        case .hasThree: "Three uploads are open. Import or forget one of them first."
        case .isFull: "Too much is being handed in at this moment. Try again in a few minutes."
        }
    }
}
