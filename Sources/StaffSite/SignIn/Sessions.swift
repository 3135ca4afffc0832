/// Who is signed in; lost with the process, and with it every copy of the team's key.
package actor Sessions {
    /// A session unused for so long is over.
    static let idleSeconds = 30 * 60
    /// No session lasts longer than a shift.
    static let longestSeconds = 8 * 60 * 60

    private struct Entry {
        let session: Session
        let began: Int
        var lastSeen: Int

        func isOver(at now: Int) -> Bool { now - lastSeen >= idleSeconds || now - began >= longestSeconds }
    }

    private var entries: [SecretText: Entry] = [:]

    package init() {}

    func open(_ session: Session, under key: SecretText, atSecond now: Int) {
        entries = entries.filter { !$0.value.isOver(at: now) }
        entries[key] = Entry(session: session, began: now, lastSeen: now)
    }

    /// The session under `key`, whose idle time begins anew; nil when there is none or it is over.
    func session(under key: SecretText, atSecond now: Int) -> Session? {
        guard var entry = entries[key] else { return nil }
        guard !entry.isOver(at: now) else {
            entries[key] = nil
            return nil
        }
        entry.lastSeen = now
        entries[key] = entry
        return entry.session
    }

    func close(_ key: SecretText) { entries[key] = nil }
}
