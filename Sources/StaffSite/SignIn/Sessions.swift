/// Who is signed in; lost with the process, and with it every copy of the team's key.
package actor Sessions {
    /// A session unused for so long is over.
    static let idleSeconds = 30 * 60
    /// No session lasts longer than a shift.
    static let longestSeconds = 8 * 60 * 60

    private struct Entry {
        var session: Session
        let began: Int
        var lastSeen: Int

        func isOver(at now: Int) -> Bool { now - lastSeen >= idleSeconds || now - began >= longestSeconds }
    }

    private var entries: [SecretText: Entry] = [:]

    /// What sessions handed in and did not yet leave; it goes with them.
    nonisolated let uploads = Uploads()

    /// How long who has been at the desk.
    nonisolated let stretches = Stretches()
    /// What sessions have claimed; it is put back when they end.
    nonisolated let claims = Claims()

    /// What waits, with the times by which it is due; it goes with the last session that has the team's key.
    nonisolated let board = QueueBoard()

    package init() {}

    func open(_ session: Session, under key: SecretText, atSecond now: Int) async {
        await sweep(atSecond: now)
        entries[key] = Entry(session: session, began: now, lastSeen: now)
    }

    /// The session under `key`, whose idle time begins anew; nil when there is none or it is over.
    ///
    /// - Parameter isUse: false for what a page asks by itself, which keeps nobody signed in who went away.
    func session(under key: SecretText, atSecond now: Int, isUse: Bool = true) async -> Session? {
        guard var entry = entries[key] else { return nil }
        guard !entry.isOver(at: now) else {
            await close(key)
            return nil
        }
        if isUse { entry.lastSeen = now }
        entries[key] = entry
        return entry.session
    }

    /// Drops the sessions that are over, and with them their copies of the team's key and what they handed in.
    func sweep(atSecond now: Int) async {
        let over = entries.filter { $0.value.isOver(at: now) }
        for key in over.keys { entries[key] = nil }
        await leave(Set(over.values.map(\.session.formToken)))
        await uploads.sweep(atSecond: now)
    }

    /// Lets single letters act on this session's pages, or not.
    func setLetterKeys(_ areOn: Bool, under key: SecretText) { entries[key]?.session.hasLetterKeys = areOn }

    var count: Int { entries.count }

    /// Sweeps again and again until the task is cancelled, so that no key outlives its session by more than `seconds`.
    ///
    /// - Parameter secondsNow: the same clock as the site's.
    package func run(every seconds: Int = 60, secondsNow: @Sendable () -> Int) async {
        while !Task.isCancelled {
            await sweep(atSecond: secondsNow())
            try? await Task.sleep(for: .seconds(seconds))
        }
    }

    func close(_ key: SecretText) async {
        guard let entry = entries.removeValue(forKey: key) else { return }
        await leave([entry.session.formToken])
    }

    /// Drops what only lived for these sessions.
    private func leave(_ ended: Set<SecretText>) async {
        await uploads.forget(allOf: ended)
        await claims.putBack(allOf: ended)
        if !entries.values.contains(where: { $0.session.teamKey != nil }) { await board.forget() }
    }
}
